import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWords } from './i18n.js';
import { arranged, listed } from './rows.js';

const words = createWords('zh');
const columns = [
  { key: 'name', value: (p) => p.name },
  { key: 'n', numeric: true, value: (p) => p.n },
  { key: 'duty', value: (p) => p.duty ?? null, show: (p, w) => w.word('duty', p.duty ?? '') },
];
const rows = (...all) => all.map(([name, n, duty]) => ({ id: name, properties: { name, n, duty } }));
const names = (features) => features.map((f) => f.id).join(' ');
const by = (changes) => ({ sort: { by: 'name', descending: false }, filter: '', words, ...changes });

test('numbers are ordered as numbers, codes in words by their numbers', () => {
  assert.equal(names(arranged(rows(['a', 10], ['b', 9]), columns, by({ sort: { by: 'n', descending: false } }))), 'b a');
  assert.equal(names(arranged(rows(['网格10', 0], ['网格9', 0]), columns, by({}))), '网格9 网格10');
});

test('the order is turned round without touching the list that came', () => {
  const list = rows(['a', 1], ['b', 2]);
  assert.equal(names(arranged(list, columns, by({ sort: { by: 'n', descending: true } }))), 'b a');
  assert.equal(names(list), 'a b');
});

test('the filter looks at what the reader sees, not at what the server said', () => {
  const list = rows(['a', 1, 'grid-head'], ['b', 2, 'police']);
  assert.equal(names(arranged(list, columns, by({ filter: '网格长' }))), 'a');
  assert.equal(names(arranged(list, columns, by({ filter: 'grid-head' }))), '');
});

test('closed incidents are left out until they are asked for', () => {
  const features = [{ id: '1', properties: { state: 'handle', closedAt: null } }, { id: '2', properties: { state: 'evaluate', closedAt: 'x' } }];
  const state = (closedToo) => ({ closedToo, lists: { incidents: { status: 'ready', data: { features } } } });
  assert.equal(names(listed(state(false), 'incidents')), '1');
  assert.equal(names(listed(state(true), 'incidents')), '1 2');
});

test('people of an area are those whose grid lies in it', () => {
  const person = (staffCode, grid) => [staffCode, { staffCode, grid, lng: 112, latitude: 28, saidMs: 0, state: 'walking', generated: true }];
  const people = new Map([person('D1', '990101001001001'), person('D2', '990101002001001'), person('D3', '')]);
  const codes = (selected) => names(listed({ people, names: new Map([['D1', '王*']]), selected }, 'people'));
  assert.equal(codes(null), 'D1 D2 D3');
  assert.equal(codes({ partition: 'tree', code: '990101001' }), 'D1');
  assert.equal(codes({ partition: 'police', code: 'x' }), 'D1 D2 D3');
  const told = listed({ people, names: new Map([['D1', '王*']]), selected: null }, 'people').map(({ properties }) => properties.name);
  assert.deepEqual(told, ['王*', null, null], 'a name stands beside the code where one may be known');
});

test('the rows that were there stay while they are read anew', () => {
  const old = { features: rows(['a', 1]) };
  assert.equal(names(listed({ lists: { areas: { status: 'loading', old } } }, 'areas')), 'a');
});

test('rows without a value come last in both orders', () => {
  const list = rows(['a', 1, 'police'], ['b', 2, null], ['c', 3, 'volunteer']);
  for (const descending of [false, true]) {
    assert.equal(arranged(list, columns, by({ sort: { by: 'duty', descending } })).at(-1).id, 'b');
  }
});
