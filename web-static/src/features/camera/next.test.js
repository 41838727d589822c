import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pointOf } from './next.js';

test('a bearing is told by the nearest of eight points', () => {
  assert.equal(pointOf(0), 'n');
  assert.equal(pointOf(359), 'n');
  assert.equal(pointOf(22.4), 'n');
  assert.equal(pointOf(22.6), 'ne');
  assert.equal(pointOf(200), 's');
  assert.equal(pointOf(-90), 'w');
});
