import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromPlane, pathOf, toPlane, unitsPerPixel, viewOfBox } from './plane.js';

test('the way to the plane and back ends where it began', () => {
  for (const [lng, lat] of [[111.69, 29.03], [-170, -60], [0, 0]]) {
    const back = fromPlane(...toPlane(lng, lat));
    assert.ok(Math.abs(back.lng - lng) < 1e-9 && Math.abs(back.lat - lat) < 1e-9);
  }
});

test('a box fills the picture in the direction in which it is tighter', () => {
  const view = viewOfBox([111, 29, 112, 29.5], 1000, 1000, 22);
  const [left] = toPlane(111, 29);
  const [right] = toPlane(112, 29);
  assert.ok(Math.abs((right - left) / unitsPerPixel(view.zoom) - 1000) < 1e-6);
  assert.equal(viewOfBox([1, 1, 1, 1], 100, 100, 17).zoom, 17);
});

test('holes and parts of a polygon become closed pieces of one path', () => {
  const origin = toPlane(0, 0);
  const ring = [[0, 0], [1, 0], [1, 1], [0, 0]];
  assert.equal(pathOf({ type: 'Polygon', coordinates: [ring, ring] }, origin).match(/Z/g).length, 2);
  assert.equal(pathOf({ type: 'MultiPolygon', coordinates: [[ring], [ring, ring]] }, origin).match(/Z/g).length, 3);
  assert.equal(pathOf({ type: 'LineString', coordinates: ring }, origin).match(/Z/g), null);
});
