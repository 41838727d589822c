import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gaugeParts } from './verdict.js';

test('a number within the rule lies between its ends', () => {
  const { from, to, at } = gaugeParts(400, { min: 300, max: 500, verdict: 'within' });
  assert.ok(from < at && at < to && to < 1);
});

test('a number far above the rule is still on the scale', () => {
  const { to, at } = gaugeParts(2000, { min: 300, max: 500, verdict: 'above' });
  assert.ok(to < at && at < 1);
});

test('without a rule there is nothing to measure against', () => {
  assert.equal(gaugeParts(400, { min: null, max: null, verdict: 'none' }), null);
  assert.equal(gaugeParts(400, undefined), null);
});
