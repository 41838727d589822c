import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf, localOf } from './when.js';

test('midnight in Shanghai is four in the afternoon the day before in Greenwich', () => {
  assert.equal(instantOf('2026-12-01T00:00', 'Asia/Shanghai'), '2026-11-30T16:00:00.000Z');
  assert.equal(localOf(Date.parse('2026-11-30T16:00:00Z'), 'Asia/Shanghai'), '2026-12-01T00:00:00');
});

test('a time on the day the clocks change is the one they show', () => {
  assert.equal(instantOf('2026-10-25T12:00:30', 'Europe/Berlin'), '2026-10-25T11:00:30.000Z');
  assert.equal(instantOf('2026-03-29T12:00', 'Europe/Berlin'), '2026-03-29T10:00:00.000Z');
});

test('what is no time gives none', () => {
  for (const text of ['', 'soon', '2026-13-40T99:99', '2026-12-01']) assert.equal(instantOf(text, 'Asia/Shanghai'), null);
});
