import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxAround, boxOf, widened } from './box.js';

test('the box of any geometry holds its outermost positions', () => {
  assert.deepEqual(boxOf({ type: 'Point', coordinates: [1, 2] }), [1, 2, 1, 2]);
  assert.deepEqual(boxOf({ type: 'MultiPolygon', coordinates: [[[[0, 0], [4, 1], [2, 5], [0, 0]]], [[[-1, 3], [1, 3], [1, 4], [-1, 3]]]] }), [-1, 0, 4, 5]);
});

test('there is no box around nothing', () => {
  assert.equal(boxOf(null), null);
  assert.equal(boxOf({ type: 'MultiPolygon', coordinates: [] }), null);
  assert.equal(boxAround([null]), null);
});

test('boxes are joined and widened', () => {
  assert.deepEqual(boxAround([[0, 0, 1, 1], null, [2, -1, 3, 0]]), [0, -1, 3, 1]);
  assert.deepEqual(widened([0, 0, 10, 20], 0.1), [-1, -2, 11, 22]);
});
