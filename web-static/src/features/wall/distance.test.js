import assert from 'node:assert/strict';
import { test } from 'node:test';
import { letterHeightMm, primarySize } from './distance.js';

test('letters of primary text are seen under 20 minutes of arc', () => {
  assert.equal(letterHeightMm(5000).toFixed(2), '29.09');
  assert.equal(letterHeightMm(1000).toFixed(3), '5.818');
});

test('the height of the picture turns millimetres into pixels', () => {
  // 1.2 m high with 2160 pixels: 1.8 px a millimetre; from 3 m 17.45 mm of capital, 24.2 mm of font.
  assert.equal(primarySize({ distanceMm: 3000, screenMm: 1200, heightPx: 2160 }).px, 43.6);
  assert.equal(primarySize({ distanceMm: 3000, screenMm: 2400, heightPx: 2160 }).px, 21.8);
});

test('without a distance the size follows the picture, and is never smaller than can be read', () => {
  assert.deepEqual(primarySize({ distanceMm: null, screenMm: null, heightPx: 2160 }), { px: 34.8, wantedPx: null, nearMm: null });
  assert.equal(primarySize({ distanceMm: null, screenMm: 300, heightPx: 700 }).px, 14);
  assert.equal(primarySize({ distanceMm: 300, screenMm: 1200, heightPx: 2160 }).px, 14);
});

test('where the layout holds no letters as large it says from how far its letters are read', () => {
  const { px, wantedPx, nearMm } = primarySize({ distanceMm: 12_000, screenMm: 1200, heightPx: 2160 });
  assert.equal(px, 63.5);
  assert.ok(wantedPx > 170);
  assert.equal(primarySize({ distanceMm: nearMm, screenMm: 1200, heightPx: 2160 }).px, px);
});
