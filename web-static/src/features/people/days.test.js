import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOfDay, startOfDay, validityOf } from './days.js';

test('a day begins at midnight of the site, wherever the reader is', () => {
  assert.equal(startOfDay('2026-11-20', 'Asia/Shanghai'), '2026-11-19T16:00:00.000Z');
  assert.equal(startOfDay('2026-11-20', 'UTC'), '2026-11-20T00:00:00.000Z');
});

test('a day ends when the next begins, also at the end of a month and when clocks are changed', () => {
  assert.equal(endOfDay('2026-11-30', 'Asia/Shanghai'), '2026-11-30T16:00:00.000Z');
  assert.equal(startOfDay('2026-10-25', 'Europe/Berlin'), '2026-10-24T22:00:00.000Z');
  assert.equal(endOfDay('2026-10-25', 'Europe/Berlin'), '2026-10-25T23:00:00.000Z');
});

test('without a first day a grant holds from now on, and says so only where it has an end', () => {
  const now = '2026-11-20T10:00:00Z';
  assert.deepEqual(validityOf({ from: '', to: '' }, 'UTC', now), {});
  assert.deepEqual(validityOf({ from: '', to: '2026-12-31' }, 'UTC', now), { from: now, to: '2027-01-01T00:00:00.000Z' });
  assert.deepEqual(validityOf({ from: '2026-12-01', to: '' }, 'UTC', now), { from: '2026-12-01T00:00:00.000Z' });
});
