import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLOSED, answered, moved, ranked, viewOf } from './results.js';

const found = (n, at) => ({ ...CLOSED, status: 'ready', found: Array.from({ length: n }, (_, i) => ({ key: String(i) })), at });
const area = (id, level) => ({ id, properties: { partition: 'tree', code: id, level, name: `A${id}` } });
const hit = (kind, id, more = {}) => ({ kind, id, detail: '', label: `${kind} ${id}`, exactness: 'exact', location: [112, 28], ...more });
const keys = (state) => state.found.map(({ key }) => key);

test('arrow keys go round past both ends of the results', () => {
  assert.equal(moved(found(3, 2), 1).at, 0);
  assert.equal(moved(found(3, 0), -1).at, 2);
});

test('without results an arrow key changes nothing', () => {
  assert.equal(moved(CLOSED, 1), CLOSED);
});

test('an area is found once, and a grid before its micro-grids', () => {
  const found = ranked([area('001001', 'micro-grid'), area('002', 'grid'), area('001', 'grid'), area('002', 'grid')]);
  assert.deepEqual(found.map(({ id }) => id), ['001', '002', '001001']);
});

test('areas come before places where their names hold the text', () => {
  const state = answered('a', [area('1', 'grid')], [hit('estate', 'e'), hit('area', '1', { detail: 'grid' })]);
  assert.deepEqual(keys(state), ['tree/1', 'estate/e']);
  assert.equal(state.at, 0);
  assert.equal(state.status, 'ready');
});

test('an area that only sounds alike comes after a place that fits better, and can be chosen', () => {
  const state = answered('xq', [], [hit('estate', 'e'), hit('area', '7', { detail: 'community' })]);
  assert.deepEqual(keys(state), ['estate/e', 'tree/7']);
  assert.deepEqual(state.found[1].area, { partition: 'tree', code: '7', level: 'community' });
  assert.deepEqual(keys(answered('xq', [], [hit('area', '7'), hit('estate', 'e')])), ['tree/7', 'estate/e']);
});

test('places keep the order of the server, and many areas leave them room', () => {
  const many = Array.from({ length: 13 }, (_, i) => area(String(i + 10), 'grid'));
  const state = answered('1', many, [hit('building', 'b'), hit('estate', 'e')]);
  assert.deepEqual(keys(state).slice(-2), ['building/b', 'estate/e']);
  assert.equal(state.found.length, 7);
  assert.equal(state.more, true);
  assert.equal(answered('1', many, []).found.length, 12);
  assert.equal(answered('1', many.slice(0, 3), []).more, false);
});

test('nothing found is an answer too', () => {
  assert.deepEqual(answered('x', [], []), { ...CLOSED, text: 'x', status: 'ready' });
});

test('the map goes nearer to a house than to a street', () => {
  assert.deepEqual(viewOf(hit('building', 'b')), { lng: 112, lat: 28, zoom: 17.5 });
  assert.equal(viewOf(hit('street', 's')).zoom, 16);
  assert.equal(viewOf(hit('street', 's', { exactness: 'interpolated' })).zoom, 17.5);
});
