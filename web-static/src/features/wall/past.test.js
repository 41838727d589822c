import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOURS, asIncident, instantAgo } from './past.js';

const NOW = Date.parse('2026-11-22T22:40:10Z');

test('one hour ago is the last full hour, and the furthest lies within thirty days', () => {
  assert.equal(instantAgo(1, NOW), '2026-11-22T22:00:00.000Z');
  assert.equal(instantAgo(2, NOW), '2026-11-22T21:00:00.000Z');
  assert.ok(NOW - Date.parse(instantAgo(HOURS, NOW)) <= 30 * 86_400_000);
});

test('what was open then is shown as open whatever became of it', () => {
  const one = asIncident({ type: 'Feature', id: 'a', geometry: null, properties: { id: 'a', number: '1', category: 'x', priority: 'urgent', state: 'handle', grid: 'g', reportedAt: 'then', overdue: true } });
  assert.deepEqual([one.properties.closedAt, one.properties.stageOverdue, one.properties.priority], [null, true, 'urgent']);
});
