import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptMsOf, belongs, countsOf, deadlineOf, meant, pressureOf, queueOf, stepFrom, within } from './queue.js';

const NOW = Date.parse('2026-11-22T02:00:00Z');
const AT = { nowMs: NOW, acceptMs: 15 * 60_000 };
const minutes = (n) => new Date(NOW + n * 60_000).toISOString();
let made = 0;

function anIncident(more = {}) {
  made += 1;
  return {
    id: `incident-20261122-${String(made).padStart(4, '0')}`, number: `20261122-${String(made).padStart(4, '0')}`, category: 'rubbish', state: 'handle', standing: 'dispatched',
    priority: 'ordinary', grid: '430703001001001', reportedAt: minutes(-100), filedAt: minutes(-90), dueAt: minutes(90), closedAt: null, clock: 'running', overdue: false, actions: [], ...more,
  };
}
const features = (...incidents) => incidents.map((properties) => ({ type: 'Feature', id: properties.id, geometry: null, properties }));
const waiting = (ago) => anIncident({ state: 'collect', standing: 'reported', filedAt: null, dueAt: null, clock: null, reportedAt: minutes(-ago), actions: ['accept'] });

test('what is more pressing comes first: by priority, then by the time left', () => {
  const late = anIncident({ dueAt: minutes(-5), overdue: true });
  const later = anIncident({ dueAt: minutes(60) });
  const important = anIncident({ priority: 'important', dueAt: minutes(600) });
  const urgent = anIncident({ priority: 'urgent', dueAt: minutes(30) });
  const paused = anIncident({ clock: 'paused', dueAt: minutes(1) });
  const rows = queueOf(features(paused, later, late, important, urgent, anIncident({ state: 'evaluate', closedAt: minutes(-1) })), AT);
  assert.deepEqual(rows.map(({ incident }) => incident.id), [urgent, important, late, later, paused].map(({ id }) => id));
});

test('what was not accepted yet has the time of accepting, what was filed that of handling', () => {
  assert.deepEqual(deadlineOf(waiting(10), AT.acceptMs), { of: 'accept', from: NOW - 600_000, at: NOW + 300_000 });
  assert.equal(deadlineOf(anIncident(), AT.acceptMs)?.of, 'handle');
  assert.equal(deadlineOf(waiting(10), null), null);
  assert.equal(deadlineOf(anIncident({ state: 'file', filedAt: null, dueAt: null, clock: null }), AT.acceptMs), null);
});

test('where the stage is told, its clock counts, whatever that of handling says', () => {
  const told = anIncident({ stage: 'dispatch', stageDueAt: minutes(7), stageOverdue: false, overdue: true, clock: 'paused' });
  assert.deepEqual(pressureOf(told, AT), { kind: 'left', of: 'dispatch', ms: 420_000 });
  assert.equal(pressureOf({ ...told, stageDueAt: minutes(-7), stageOverdue: true }, AT).kind, 'overdue');
  assert.equal(deadlineOf({ ...told, stageDueAt: null, stage: null }, AT.acceptMs), null);
  assert.equal(pressureOf({ ...waiting(14), stage: 'accept', stageDueAt: minutes(1), stageOverdue: false }, AT).kind, 'warned');
});

test('overdue, nearly due, in time and standing still are told apart', () => {
  const kinds = [waiting(20), waiting(13), waiting(2), anIncident({ dueAt: minutes(10), filedAt: minutes(-90) }), anIncident({ clock: 'paused' }), anIncident({ clock: 'paused', overdue: true })];
  assert.deepEqual(kinds.map((one) => pressureOf(one, AT).kind), ['overdue', 'warned', 'left', 'warned', 'paused', 'overdue']);
  assert.deepEqual(pressureOf(waiting(20), AT), { kind: 'overdue', of: 'accept', ms: 300_000 });
});

test('each filter shows what it says, and counts it', () => {
  const rows = queueOf(features(waiting(1), waiting(20), anIncident({ grid: null }), anIncident({ overdue: true, dueAt: minutes(-1) })), AT);
  assert.deepEqual(countsOf(rows), { all: 4, accept: 2, overdue: 2, warned: 0, 'no-place': 1 });
  assert.equal(rows.filter((row) => belongs(row, 'no-place')).length, 1);
});

test('an area holds what lies in its grids, and what lies nowhere is in none', () => {
  const rows = queueOf(features(anIncident(), anIncident({ grid: '430703002001001' }), anIncident({ grid: null })), AT);
  assert.equal(within(rows, '430703001').length, 1);
  assert.equal(within(rows, '').length, 3);
});

test('the next follows the chosen one, round and round, and takes the place of one that has left', () => {
  const rows = queueOf(features(anIncident({ dueAt: minutes(1) }), anIncident({ dueAt: minutes(2) }), anIncident({ dueAt: minutes(3) })), AT);
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

test('the time for accepting is that of every category, where the clock of the day tells it', () => {
  const limit = (words, more = {}) => ({ stage: 'accept', category: '', condition: '', limit: { words }, ...more });
  assert.equal(acceptMsOf([limit('2 urgent hours', { category: 'x' }), limit('15 urgent minutes')]), 900_000);
  assert.equal(acceptMsOf([limit('1 urgent hour')]), 3_600_000);
  assert.equal(acceptMsOf([limit('15 working minutes')]), null);
  assert.equal(acceptMsOf([]), null);
});
