import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLOSED, moved } from './search.js';

const found = (n, at) => ({ ...CLOSED, status: 'ready', found: Array.from({ length: n }, (_, i) => ({ id: String(i) })), at });

test('arrow keys go round past both ends of the results', () => {
  assert.equal(moved(found(3, 2), 1).at, 0);
  assert.equal(moved(found(3, 0), -1).at, 2);
});

test('without results an arrow key changes nothing', () => {
  assert.equal(moved(CLOSED, 1), CLOSED);
});
