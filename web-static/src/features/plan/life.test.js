import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOnWay } from './life.js';

test('the bar goes on with the plan, and what leaves the way is beside it', () => {
  assert.deepEqual(['draft', 'submitted', 'approved', 'scheduled', 'published', 'superseded'].map(placeOnWay), [0, 1, 2, 2, 3, 3]);
  assert.deepEqual(['withdrawn', 'rejected'].map(placeOnWay), [-1, -1]);
});
