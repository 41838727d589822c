import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayUse } from './ahead.js';
import { clockOf, mine, shownBy, spanOf, tasksIn, told } from './state.js';

const NOW = Date.parse('2026-11-22T08:00:00Z');
const task = (more = {}) => ({ id: 'i', dueAt: '2026-11-22T10:00:00Z', warnsAt: '2026-11-22T09:30:00Z', reportedAt: '2026-11-22T07:00:00Z', clock: 'running', overdue: false, actions: ['report-back'], ...more });
const feature = (properties) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [112.6, 28.9] }, properties });

test('an address shows a tab, a task, and the form of one of its actions', () => {
  assert.deepEqual(shownBy(''), { tab: 'tasks', open: '', action: '' });
  assert.deepEqual(shownBy('#outbox'), { tab: 'outbox', open: '', action: '' });
  assert.deepEqual(shownBy('#phone'), { tab: 'phone', open: '', action: '' });
  assert.deepEqual(shownBy('#task/incident-1/report-back'), { tab: 'tasks', open: 'incident-1', action: 'report-back' });
  assert.deepEqual(shownBy('#task/incident-1/<script>'), { tab: 'tasks', open: 'incident-1', action: '' });
  assert.deepEqual(shownBy('#task/%E0%A4%A'), { tab: 'tasks', open: '', action: '' });
});

test('tasks are read with what their category and grid are called, and are not taken twice', () => {
  const incident = feature({ id: 'a', version: 3, actions: ['take', 'decline', 'report-back'], overdue: true });
  const [offered, taken] = tasksIn({ tasks: [{ state: 'offered', incident, names: { grid: '一网格' } }, { state: 'taken', incident }] });
  assert.deepEqual([offered.id, offered.lon, offered.version, offered.overdue, offered.names.grid], ['a', 112.6, 3, true, '一网格']);
  assert.deepEqual(offered.actions, ['take', 'decline', 'report-back']);
  assert.deepEqual(taken.actions, ['report-back']);
  assert.deepEqual(tasksIn({}), []);
});

test('whoever is signed in is known, and their tasks where the page is for them', () => {
  const answer = { asOf: '2026-11-22T08:00:10Z', tasks: [{ state: 'taken', incident: feature({ id: 'a', version: 3, actions: ['report-back'] }) }] };
  const worker = told({ account: 'worker', roles: ['worker'] }, answer, NOW);
  assert.deepEqual([worker.account, worker.known, worker.tasks.length, worker.aheadMs], ['worker', true, 1, 10_000]);
  assert.equal('tasks' in told({ account: 'anonymous', roles: ['resident'] }, null, NOW), false);
});

test('only what something can be done with is mine, the soonest due first', () => {
  const tasks = [task({ id: 'late' }), task({ id: 'none', actions: [] }), task({ id: 'soon', dueAt: '2026-11-22T09:00:00Z' }), task({ id: 'never', dueAt: null }), task({ id: 'appeal', actions: ['appeal'] })];
  assert.deepEqual(mine(tasks).map(({ id }) => id), ['soon', 'late', 'never']);
});

test('what two departments of the reader have in hand is one task', () => {
  assert.deepEqual(mine([task({ id: 'both' }), task({ id: 'both' }), task({ id: 'other' })]).map(({ id }) => id), ['both', 'other']);
});

test('a clock says how long, and warns in its last quarter', () => {
  assert.deepEqual(clockOf(task(), NOW), { kind: 'left', ms: 7_200_000 });
  assert.equal(clockOf(task({ warnsAt: '2026-11-22T08:00:00Z' }), NOW).kind, 'soon');
  assert.equal(clockOf(task({ warnsAt: null }), NOW).kind, 'left');
  assert.deepEqual(clockOf(task({ dueAt: '2026-11-22T07:00:00Z' }), NOW), { kind: 'overdue', ms: 3_600_000 });
  assert.equal(clockOf(task({ clock: 'paused' }), NOW).kind, 'paused');
  assert.equal(clockOf(task({ dueAt: null }), NOW).kind, 'none');
});

test('a length of time is told in its two largest parts', () => {
  assert.deepEqual(spanOf(26 * 3_600_000), ['field.days', { a: 1, b: 2 }]);
  assert.deepEqual(spanOf(3_900_000), ['field.hours', { a: 1, b: 5 }]);
  assert.deepEqual(spanOf(1000), ['field.minutes', { a: 1, b: 0 }]);
});

test('the page is for those who walk and handle', () => {
  assert.equal(mayUse(['member', 'worker']), true);
  assert.equal(mayUse(['resident', 'wall']), false);
});
