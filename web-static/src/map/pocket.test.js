import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tilesIn } from './pocket.js';

test('a picture is covered by its tiles, each where it lies', () => {
  const all = tilesIn([0.5, 0.5], 1, 400, 300);
  assert.deepEqual(all.map(({ key }) => key), ['1/0/0', '1/1/0', '1/0/1', '1/1/1']);
  assert.deepEqual(all[3], { key: '1/1/1', left: 200, top: 150, side: 512 });
});

test('nearer than the deepest tiles, these are drawn larger', () => {
  const [tile] = tilesIn([0.5000001, 0.5000001], 18, 400, 300);
  assert.match(tile.key, /^15\//);
  assert.equal(tile.side, 4096);
});
