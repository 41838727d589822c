import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLOSED, moved, ranked } from './search.js';

const found = (n, at) => ({ ...CLOSED, status: 'ready', found: Array.from({ length: n }, (_, i) => ({ id: String(i) })), at });

test('arrow keys go round past both ends of the results', () => {
  assert.equal(moved(found(3, 2), 1).at, 0);
  assert.equal(moved(found(3, 0), -1).at, 2);
});

test('without results an arrow key changes nothing', () => {
  assert.equal(moved(CLOSED, 1), CLOSED);
});

test('an area is found once, and a grid before its micro-grids', () => {
  const area = (id, level) => ({ id, properties: { partition: 'tree', level } });
  const found = ranked([area('001001', 'micro-grid'), area('002', 'grid'), area('001', 'grid'), area('002', 'grid')]);
  assert.deepEqual(found.map(({ id }) => id), ['001', '002', '001001']);
});
