import assert from 'node:assert/strict';
import { test } from 'node:test';
import { incidentMark } from './mark.js';

const anIncident = (changes = {}) => ({ state: 'handling', priority: 'ordinary', overdue: false, closedAt: null, ...changes });

test('a closed incident is drawn as closed, however late it was', () => {
  assert.equal(incidentMark(anIncident({ state: 'closed', overdue: true })), 'closed');
  assert.equal(incidentMark(anIncident({ closedAt: '2026-11-01T00:00:00Z', overdue: true })), 'closed');
});

test('overdue comes before urgent', () => {
  assert.equal(incidentMark(anIncident({ overdue: true, priority: 'urgent' })), 'overdue');
  assert.equal(incidentMark(anIncident({ priority: 'urgent' })), 'urgent');
  assert.equal(incidentMark(anIncident()), 'open');
});
