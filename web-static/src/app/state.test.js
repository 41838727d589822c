import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIRST_LAYERS, FIRST_SHOWN, firstState, reduce, scopeOf } from './state.js';

const address = { lang: null, theme: null, view: null, shown: FIRST_SHOWN, layers: FIRST_LAYERS, selected: null, place: null, tab: 'areas', tablesOpen: null };
const aState = (changes = {}) => ({ ...firstState(address, { lang: 'zh', theme: 'dark', tablesOpen: false }), ...changes });
const grid = { partition: 'tree', code: '430702001001001' };

test('what the address does not say comes from the reader', () => {
  const state = firstState({ ...address, lang: 'en' }, { lang: 'zh', theme: 'light', tablesOpen: true });
  assert.equal(state.lang, 'en');
  assert.equal(state.theme, 'light');
  assert.equal(state.tablesOpen, true);
});

test('choosing an area lets go of the row that was picked in the old one', () => {
  const state = reduce(aState({ picked: { kind: 'cameras', id: '1' } }), { kind: 'select', area: grid });
  assert.deepEqual(state.selected, grid);
  assert.equal(state.picked, null);
});

test('choosing the area that is chosen changes nothing', () => {
  const state = aState({ selected: grid });
  assert.equal(reduce(state, { kind: 'select', area: { ...grid } }), state);
});

test('choosing an area of another level shows that level', () => {
  const state = reduce(aState(), { kind: 'select', area: { partition: 'tree', code: '430702001' }, level: 'street' });
  assert.deepEqual(state.shown, { partition: 'tree', level: 'street' });
});

test('letting go of the area closes its card', () => {
  const state = reduce(aState({ selected: grid, card: { status: 'ready', data: {} } }), { kind: 'select', area: null });
  assert.equal(state.card.status, 'idle');
});

test('opening a table puts its things on the map', () => {
  const state = reduce(aState(), { kind: 'tab', tab: 'cameras' });
  assert.equal(state.layers.cameras, true);
  assert.equal(state.tablesOpen, true);
});

test('the same column again turns the order round', () => {
  const once = reduce(aState(), { kind: 'sort', list: 'areas', by: 'households' });
  const twice = reduce(once, { kind: 'sort', list: 'areas', by: 'households' });
  assert.deepEqual(once.sorts.areas, { by: 'households', descending: false });
  assert.deepEqual(twice.sorts.areas, { by: 'households', descending: true });
});

test('lists of things follow the chosen area of the tree, never one of an overlay', () => {
  assert.equal(scopeOf(aState({ selected: grid }), 'incidents'), grid.code);
  assert.equal(scopeOf(aState({ selected: { partition: 'police', code: 'P1' } }), 'incidents'), '');
  assert.equal(scopeOf(aState({ selected: grid }), 'areas'), 'tree/grid');
});

test('going back in the history keeps language and theme the address does not name', () => {
  const state = reduce(aState({ lang: 'en', selected: grid }), { kind: 'address', address });
  assert.equal(state.lang, 'en');
  assert.equal(state.selected, null);
});

test('the incident stays in mind while people and cameras near it are looked at', () => {
  const kinds = (state) => [state.picked?.id ?? null, state.under?.id ?? null];
  const pick = (state, kind, id) => reduce(state, { kind: 'pick', picked: kind && { kind, id } });
  const incident = pick(aState(), 'incidents', 'i1');
  const person = pick(incident, 'people', 'D1');
  assert.deepEqual(kinds(person), ['D1', 'i1']);
  assert.deepEqual(kinds(pick(person, 'cameras', 'c1')), ['c1', 'i1']);
  assert.deepEqual(kinds(pick(person, 'incidents', 'i2')), ['i2', null]);
  assert.deepEqual(kinds(pick(person, null)), [null, null]);
  assert.deepEqual(kinds(reduce(person, { kind: 'select', area: { partition: 'tree', code: '99' } })), [null, null]);
});

test('a chosen place is shown before the area, until an area is chosen again', () => {
  const area = { partition: 'tree', code: '990101001003001' };
  const inArea = reduce(aState(), { kind: 'select', area });
  const place = { kind: 'buildings', id: 'building-00564' };
  const atPlace = reduce(inArea, { kind: 'place', place });
  assert.deepEqual([atPlace.place, atPlace.selected], [place, area]);
  assert.equal(reduce(atPlace, { kind: 'place', place: { ...place } }), atPlace);
  assert.equal(reduce(atPlace, { kind: 'select', area }).place, null);
});

test('a table of places switches no layer', () => {
  const state = aState();
  assert.equal(reduce(state, { kind: 'tab', tab: 'buildings' }).layers, state.layers);
});
