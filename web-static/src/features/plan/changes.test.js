import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesBetween } from './changes.js';

const grid = (id, households = 0) => ({ id, geometry: { type: 'Polygon', coordinates: [] }, properties: { face: id, households } });
const plan = (...features) => ({ grids: { features } });

test('a grid that is new, one that looks different and one that is gone are told, the others are not', () => {
  assert.deepEqual(changesBetween(plan(grid('a'), grid('b', 1), grid('c')), plan(grid('a'), grid('b', 2), grid('d'))),
    { changed: ['b', 'd'], gone: ['c'] });
});

test('what the server says of an edit is taken, as far as it is of the grids', () => {
  const after = { ...plan(grid('a'), grid('b')), changed: ['b', 'b-micro'], gone: ['x'] };
  assert.deepEqual(changesBetween(plan(grid('a')), after), { changed: ['b'], gone: ['x'] });
});
