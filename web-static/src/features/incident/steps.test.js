import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deedsSince, dueOf, historyOf, spanOf, stepsOf } from './steps.js';

const anIncident = (changes = {}) => ({ state: 'dispatch', reportedAt: '2026-11-02T01:00:00Z', filedAt: '2026-11-02T01:10:00Z', dueAt: '2026-11-02T03:10:00Z', closedAt: null, ...changes });
const deed = (version, action, at) => ({ version, action, at, account: 'operator', reason: '', state: '' });
const standings = (incident) => stepsOf(incident).map(({ standing }) => standing).join(' ');

test('what is behind is done, then comes now, then next', () => {
  assert.equal(standings(anIncident()), 'done done now next later later');
  assert.equal(standings(anIncident({ state: 'collect', filedAt: null })), 'now next later later later later');
});

test('a closed incident is still to be evaluated', () => {
  assert.equal(standings(anIncident({ state: 'evaluate', closedAt: '2026-11-02T02:00:00Z' })), 'done done done done done now');
});

test('a rejected one has left out the steps between', () => {
  const rejected = anIncident({ state: 'evaluate', filedAt: null, dueAt: null, closedAt: '2026-11-02T02:00:00Z' });
  assert.equal(standings(rejected), 'done left-out left-out left-out left-out done');
  assert.equal(dueOf(rejected, 0).kind, 'closed');
});

test('a clock counts down to the end of the stage, and after closing stands still', () => {
  const now = Date.parse('2026-11-02T03:00:00Z');
  assert.deepEqual(dueOf(anIncident(), now), { kind: 'left', ms: 600_000 });
  assert.deepEqual(dueOf(anIncident(), now + 3_600_000), { kind: 'overdue', ms: 3_000_000 });
  assert.equal(dueOf(anIncident({ filedAt: null, dueAt: null }), now).kind, 'none');
  const check = anIncident({ clock: 'paused', standing: 'reported-back', stageDueAt: '2026-11-02T03:30:00Z' });
  assert.deepEqual(dueOf(check, now), { kind: 'left', ms: 1_800_000 });
  assert.equal(dueOf(anIncident({ clock: 'paused', standing: 'suspended', stageDueAt: '2026-11-02T03:30:00Z' }), now).kind, 'paused');
  assert.equal(dueOf(anIncident({ closedAt: '2026-11-02T02:00:00Z' }), now + 9e9).kind, 'closed-in-time');
  assert.equal(dueOf(anIncident({ closedAt: '2026-11-02T04:10:00Z' }), 0).kind, 'closed-late');
});

test('a length of time is told in its two largest parts', () => {
  assert.deepEqual(spanOf(((3 * 24 + 5) * 60 + 59) * 60_000), { key: 'days', values: { a: 3, b: 5 } });
  assert.deepEqual(spanOf(125 * 60_000), { key: 'hours', values: { a: 2, b: 5 } });
  assert.equal(spanOf(72 * 3_600_000).key, 'whole-days');
  assert.equal(spanOf(120 * 60_000).key, 'whole-hours');
  assert.deepEqual(spanOf(59 * 60_000 + 59_999), { key: 'minutes', values: { a: 59, b: 0 } });
  assert.deepEqual(spanOf(61_500), { key: 'seconds', values: { a: 1, b: 1 } });
});

test('the history is told newest first, and what came without deeds by its times', () => {
  const own = [deed(2, 'accept', '2026-11-02T01:05:00Z'), deed(3, 'file', '2026-11-02T01:10:00Z')];
  assert.deepEqual(historyOf(anIncident(), own).map(({ action }) => action), ['file', 'accept', 'reported']);
  const loaded = anIncident({ state: 'evaluate', closedAt: '2026-11-02T02:00:00Z' });
  assert.deepEqual(historyOf(loaded, []).map(({ action }) => action), ['close', 'file', 'reported']);
});

test('of deeds in the same instant the later version is the newer', () => {
  const at = '2026-11-02T01:05:00Z';
  assert.deepEqual(historyOf(anIncident(), [deed(2, 'accept', at), deed(3, 'file', at)]).map(({ action }) => action), ['file', 'accept', 'reported']);
});

test('what others did is what has a later version', () => {
  assert.deepEqual(deedsSince([deed(2, 'accept', ''), deed(3, 'file', '')], 2).map(({ action }) => action), ['file']);
});
