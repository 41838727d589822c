import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belongs, countsOf, deadlineOf, meant, pressureOf, queueOf, stepFrom, within } from './queue.js';

const NOW = Date.parse('2026-11-22T02:00:00Z');
const minutes = (n) => new Date(NOW + n * 60_000).toISOString();
let made = 0;

/** The clock of a stage: it warns when so many minutes are left. */
const staged = (stage, left, warnsAt = 9) => ({ stage, stageDueAt: minutes(left), stageWarnsAt: minutes(left - warnsAt), stageOverdue: left < 0 });

function anIncident(more = {}) {
  made += 1;
  return {
    id: `incident-20261122-${String(made).padStart(4, '0')}`, number: `20261122-${String(made).padStart(4, '0')}`, category: 'rubbish', state: 'handle', standing: 'dispatched',
    priority: 'ordinary', grid: '430703001001001', reportedAt: minutes(-100), filedAt: minutes(-90), dueAt: minutes(90), closedAt: null, clock: 'running', overdue: false, actions: [],
    ...staged('handle', 90), ...more,
  };
}
const features = (...incidents) => incidents.map((properties) => ({ type: 'Feature', id: properties.id, geometry: null, properties }));
const waiting = (ago) => anIncident({ state: 'collect', standing: 'reported', filedAt: null, dueAt: null, clock: null, reportedAt: minutes(-ago), actions: ['accept'], ...staged('accept', 15 - ago, 3) });

test('what is more pressing comes first: by priority, then by the time left', () => {
  const late = anIncident(staged('handle', -5));
  const later = anIncident(staged('handle', 60));
  const important = anIncident({ priority: 'important', ...staged('handle', 600) });
  const urgent = anIncident({ priority: 'urgent', ...staged('handle', 30) });
  const paused = anIncident({ standing: 'suspended', ...staged('handle', 1) });
  const rows = queueOf(features(paused, later, late, important, urgent, anIncident({ state: 'evaluate', closedAt: minutes(-1) })), NOW);
  assert.deepEqual(rows.map(({ incident }) => incident.id), [urgent, important, late, later, paused].map(({ id }) => id));
});

test('what counts is the clock of the stage, whatever that of handling says', () => {
  assert.deepEqual(deadlineOf(waiting(10)), { of: 'accept', at: NOW + 300_000 });
  assert.equal(deadlineOf(anIncident())?.of, 'handle');
  assert.equal(deadlineOf(anIncident({ stage: null, stageDueAt: null })), null);
  const told = anIncident({ overdue: true, clock: 'paused', ...staged('dispatch', 7, 2) });
  assert.deepEqual(pressureOf(told, NOW), { kind: 'left', of: 'dispatch', ms: 420_000 });
  assert.equal(pressureOf({ ...told, ...staged('dispatch', -7) }, NOW).kind, 'overdue');
  assert.equal(pressureOf({ ...told, stageWarnsAt: null, stageDueAt: minutes(0.1) }, NOW).kind, 'left');
});

test('overdue, nearly due, in time and standing still are told apart', () => {
  const kinds = [waiting(20), waiting(13), waiting(2), anIncident(staged('handle', 9)), anIncident({ standing: 'suspended' }), anIncident({ standing: 'suspended', stageOverdue: true })];
  assert.deepEqual(kinds.map((one) => pressureOf(one, NOW).kind), ['overdue', 'warned', 'left', 'warned', 'paused', 'overdue']);
  assert.deepEqual(pressureOf(waiting(20), NOW), { kind: 'overdue', of: 'accept', ms: 300_000 });
});

test('each filter shows what it says, and counts it', () => {
  const rows = queueOf(features(waiting(1), waiting(20), anIncident({ grid: null }), anIncident(staged('handle', -1))), NOW);
  assert.deepEqual(countsOf(rows), { all: 4, accept: 2, overdue: 2, warned: 0, 'no-place': 1 });
  assert.equal(rows.filter((row) => belongs(row, 'no-place')).length, 1);
});

test('an area holds what lies in its grids, and what lies nowhere is in none', () => {
  const rows = queueOf(features(anIncident(), anIncident({ grid: '430703002001001' }), anIncident({ grid: null })), NOW);
  assert.equal(within(rows, '430703001').length, 1);
  assert.equal(within(rows, '').length, 3);
});

test('the next follows the chosen one, round and round, and takes the place of one that has left', () => {
  const rows = queueOf(features(anIncident(staged('handle', 1)), anIncident(staged('handle', 2)), anIncident(staged('handle', 3))), NOW);
  const [a, b, c] = rows.map(({ incident }) => incident.id);
  const on = (id, by = 1, lastAt = 0) => stepFrom(rows, id, { by, lastAt });
  assert.deepEqual([on(null), on(a), on(c), on(a, -1), on('gone', 1, 1), on('gone', -1, 1), on('gone', 1, 3)], [a, b, a, c, b, a, a]);
  assert.equal(stepFrom([], a, { by: 1, lastAt: 0 }), null);
});

test('a number is meant whole, by its end, or as one of today', () => {
  const open = [{ id: 'incident-20261121-0042', number: '20261121-0042' }, { id: 'incident-20261122-0007', number: '20261122-0007' }, { id: 'incident-20261121-0007', number: '20261121-0007' }, { id: 'incident-20261120-0009', number: '20261120-0009' }, { id: 'incident-20261119-0009', number: '20261119-0009' }];
  assert.deepEqual(meant(' 20261103-42 ', open, '20261122'), { id: 'incident-20261103-0042' });
  assert.deepEqual(meant('42', open, '20261122'), { id: 'incident-20261121-0042' });
  assert.deepEqual(meant('7', open, '20261122'), { id: 'incident-20261122-0007' });
  assert.deepEqual(meant('9', open, '20261122'), { many: ['20261120-0009', '20261119-0009'] });
  assert.deepEqual(meant('31', open, '20261122'), { id: 'incident-20261122-0031' });
  assert.equal(meant('rubbish', open, '20261122'), null);
});
