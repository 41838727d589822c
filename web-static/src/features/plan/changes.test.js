import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesBetween } from './changes.js';

const grid = (id, households = 0) => ({ id, geometry: { type: 'Polygon', coordinates: [] }, properties: { face: id, households } });
const plan = (...features) => ({ grids: { features } });

test('a grid that is new, one that looks different and one that is gone are told, the others are not', () => {
  assert.deepEqual(changesBetween(plan(grid('a'), grid('b', 1), grid('c')), plan(grid('a'), grid('b', 2), grid('d'))),
    { changed: ['b', 'd'], gone: ['c'] });
});

test('what the server says of an edit is taken, as far as it is of the grids, and what is new', () => {
  const after = { ...plan(grid('a'), grid('b'), grid('c')), changed: ['b', 'b-micro'], gone: ['x', 'x-micro'] };
  assert.deepEqual(changesBetween(plan(grid('a'), grid('b'), grid('x')), after), { changed: ['b', 'c'], gone: ['x'] });
});
