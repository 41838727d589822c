import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sector } from './sector.js';

const at = [111.69, 29.03];

test('a camera that looks east reaches its range to the east', () => {
  const ring = sector(at, { azimuthDegrees: 90, angleDegrees: 60, rangeMeters: 111.195 });
  const tip = ring[1 + (ring.length - 3) / 2];
  assert.ok(Math.abs(tip[1] - at[1]) < 1e-9);
  assert.ok(Math.abs((tip[0] - at[0]) * Math.cos((at[1] * Math.PI) / 180) - 0.001) < 1e-9);
});

test('the ring is closed and starts at the camera', () => {
  const ring = sector(at, { azimuthDegrees: 10, angleDegrees: 70, rangeMeters: 50 });
  assert.deepEqual(ring[0], at);
  assert.deepEqual(ring.at(-1), at);
});

test('a camera that sees all round is a closed circle without a slit', () => {
  const ring = sector(at, { azimuthDegrees: 0, angleDegrees: 360, rangeMeters: 50 });
  assert.deepEqual(ring[0], ring.at(-1));
  assert.ok(!ring.some(([lon, lat]) => lon === at[0] && lat === at[1]));
});

test('without direction, angle or range there is nothing to draw', () => {
  assert.equal(sector(at, { azimuthDegrees: null, angleDegrees: 60, rangeMeters: 50 }), null);
  assert.equal(sector(at, { azimuthDegrees: 0, angleDegrees: 60, rangeMeters: null }), null);
  assert.equal(sector(at, { azimuthDegrees: 0, angleDegrees: 60, rangeMeters: 9, directionCertainty: 'unknown' }), null);
});
