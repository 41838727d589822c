import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detailWords, isOff, lengthOf, lengths, longestOf, newOnes, nextMs, numberOf, percentOf, waits, waitingOf } from './alarm.js';

test('a share is told of what there was, and of nothing there is none', () => {
  assert.equal(percentOf({ count: 0, of: 0 }), 0);
  assert.equal(percentOf({ count: 1, of: 8 }), 12.5);
});

test('too many of high priority are told once there are enough to say so', () => {
  const share = { priority: /** @type {const} */ ('emergency'), count: 3, of: 20, targetPercent: 5 };
  assert.equal(isOff(share), true);
  assert.equal(isOff({ ...share, count: 2 }), false);
  assert.equal(isOff({ ...share, of: 19 }), false);
  assert.equal(isOff({ ...share, priority: 'low', count: 20 }), false);
});

test('an emergency that was seen waits no more, a gathered row does', () => {
  assert.equal(waits({ showing: 'alone', state: 'standing' }), true);
  assert.equal(waits({ showing: 'alone', state: 'acknowledged' }), false);
  assert.equal(waits({ showing: 'rest' }), true);
  assert.equal(waitingOf({ waiting: { emergency: 1, high: 2, low: 4 } }), 7);
});

test('an incident is called by its number', () => {
  assert.equal(numberOf('incident-20261103-0042'), '20261103-0042');
  assert.equal(numberOf(undefined), '');
  assert.equal(detailWords('clock-due'), 'alarm-stage');
  assert.equal(detailWords('reported'), null);
});

test('only emergencies that were not there before are new', () => {
  const row = (/** @type {string} */ key) => /** @type {AlarmRow} */ ({ key });
  assert.deepEqual(newOnes([row('a')], [row('b'), row('a')]).map(({ key }) => key), ['b']);
});

test('a shelf is no longer than its kind allows, of all kinds than the strictest, and never for emergencies', () => {
  const rule = (/** @type {string} */ kind, /** @type {AlarmPriority} */ priority, /** @type {number} */ longestShelfMinutes) => ({ kind, priority, longestShelfMinutes, version: 1, since: '' });
  const rules = [rule('urgent-reported', 'emergency', 10), rule('reported', 'low', 480), rule('clock-due', 'high', 60)];
  assert.equal(longestOf(rules, ''), 60);
  assert.equal(longestOf(rules, 'reported'), 480);
  assert.equal(longestOf(rules, 'urgent-reported'), 0);
  assert.deepEqual(lengths(60), [15, 30, 60]);
  const words = /** @type {Words} */ (/** @type {unknown} */ ({ t: (/** @type {string} */ key, /** @type {{ n: number }} */ { n }) => `${key} ${n}` }));
  assert.deepEqual([30, 60, 90, 480].map((minutes) => lengthOf(minutes, words)), ['alarm.minutes 30', 'alarm.hours 1', 'alarm.minutes 90', 'alarm.hours 8']);
});

test('the board is read again when a flood or a shelf ends', () => {
  const board = /** @type {AlarmBoard} */ (/** @type {unknown} */ ({ flood: { until: '2026-11-02T01:10:00Z' }, shelves: [{ until: '2026-11-02T01:05:00Z' }] }));
  assert.equal(nextMs(board), Date.parse('2026-11-02T01:05:00Z'));
  assert.equal(nextMs({ ...board, flood: null, shelves: [] }), null);
});
