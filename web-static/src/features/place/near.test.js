import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestOf } from './near.js';

const square = (id, size) => ({ id, geometry: { type: 'Polygon', coordinates: [[[0, 0], [size, 0], [size, size], [0, size], [0, 0]]] } });
const line = (id, x) => ({ id, geometry: { type: 'LineString', coordinates: [[x, 0], [x, 1]] } });

test('of the outlines that hold a point the smallest is meant', () => {
  assert.equal(nearestOf([square('estate', 9), square('court', 3), square('kiosk', 1)], [2, 2]).id, 'court');
  assert.equal(nearestOf([square('estate', 9)], [10, 10]), null);
});

test('of the streets the nearest is meant, and none that is far', () => {
  assert.equal(nearestOf([line('a', 0.0002), line('b', 0.0001)], [0, 0.5]).id, 'b');
  assert.equal(nearestOf([line('far', 0.001)], [0, 0.5]), null);
});
