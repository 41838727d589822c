import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastDayOf, lastDays, tokenState } from './token-state.js';

test('a token that was taken back is told as such, and one that has run out as that', () => {
  assert.equal(tokenState({ good: true, revokedAt: null }), 'good');
  assert.equal(tokenState({ good: false, revokedAt: '2026-11-01T00:00:00Z' }), 'revoked');
  assert.equal(tokenState({ good: false, revokedAt: null }), 'over');
});

test('the last day is one of the site calendar, and its end lies within a year', () => {
  assert.deepEqual(lastDays('2026-11-20T20:00:00Z', 'Asia/Shanghai'), { first: '2026-11-21', usual: '2027-02-19', last: '2027-11-20' });
});

test('a token that ends at midnight is told to end on the day before', () => {
  assert.equal(lastDayOf({ expiresAt: '2027-02-19T16:00:00Z' }), '2027-02-19T15:59:59.999Z');
});
