import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pixelRatio } from './pixels.js';

test('a desk screen is drawn as fine as it is, a very fine one at most twice', () => {
  assert.equal(pixelRatio(1000 * 700, 1, false), 1);
  assert.equal(pixelRatio(1000 * 700, 3, false), 2);
});

test('a wall drawn without graphics processor has fewer pixels than the wall', () => {
  const ratio = pixelRatio(2800 * 1400, 1, true);
  assert.ok(ratio < 1 && ratio * ratio * 2800 * 1400 <= 2_500_001);
});

test('a picture never becomes coarser than half', () => {
  assert.equal(pixelRatio(100_000_000, 1, true), 0.5);
});
