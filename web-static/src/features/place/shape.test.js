import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holds, lengthMeters, metersTo, middleOf } from './shape.js';

const square = [[0, 0], [4, 0], [4, 2], [0, 2], [0, 0]];
const hole = [[1, 0.5], [2, 0.5], [2, 1.5], [1, 1.5], [1, 0.5]];

test('the middle of an outline is its centre, of a line its middle vertex', () => {
  assert.deepEqual(middleOf({ type: 'Polygon', coordinates: [square] }), [2, 1]);
  assert.deepEqual(middleOf({ type: 'MultiPolygon', coordinates: [[square]] }), [2, 1]);
  assert.deepEqual(middleOf({ type: 'LineString', coordinates: [[0, 0], [1, 1], [5, 5]] }), [1, 1]);
  assert.deepEqual(middleOf({ type: 'Point', coordinates: [7, 8] }), [7, 8]);
});

test('an outline holds what is inside it and not in its hole', () => {
  const shape = { type: 'Polygon', coordinates: [square, hole] };
  assert.equal(holds(shape, [3, 1]), true);
  assert.equal(holds(shape, [1.5, 1]), false);
  assert.equal(holds(shape, [5, 1]), false);
  assert.equal(holds({ type: 'LineString', coordinates: square }, [3, 1]), false);
});

test('lengths and distances are metres on the ground', () => {
  assert.ok(Math.abs(lengthMeters([[0, 0], [0.001, 0], [0.001, 0.001]]) - 222.39) < 0.01);
  assert.ok(Math.abs(metersTo([[0, 0], [0.001, 0]], [0.0005, 0.0001]) - 11.12) < 0.01);
});
