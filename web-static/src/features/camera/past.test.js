import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantAt } from './past.js';

test('an instant is told from the group that is shown, and a gap between groups is no time of the stream', () => {
  const marks = [{ at: 1_000_000, begin: 0 }, { at: 1_001_000, begin: 1_000 }, { at: 1_060_000, begin: 2_000 }];
  assert.equal(instantAt(marks, 0), 1_000_000);
  assert.equal(instantAt(marks, 1_999), 1_001_999);
  assert.equal(instantAt(marks, 2_500), 1_060_500);
  assert.equal(instantAt([], 10), null);
});
