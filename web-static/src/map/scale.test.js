import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metersPerPixel, scaleBar } from './scale.js';

for (const [perPixel, room, meters, pixels] of [
  [1, 120, 100, 100],
  [2.4, 120, 200, 83],
  [0.3, 120, 20, 67],
  [50, 120, 5000, 100],
]) {
  test(`at ${perPixel} m a pixel ${room} pixels have room for ${meters} m`, () => {
    assert.deepEqual(scaleBar(perPixel, room), { meters, pixels });
  });
}

test('one zoom more halves the metres of a pixel, and so does 60 degrees of latitude', () => {
  assert.equal(metersPerPixel(10, 0) / metersPerPixel(11, 0), 2);
  assert.ok(Math.abs(metersPerPixel(10, 60) / metersPerPixel(10, 0) - 0.5) < 1e-9);
});
