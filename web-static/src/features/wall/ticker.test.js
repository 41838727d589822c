import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterChange, firstLines } from './ticker.js';

const change = (number, type, facts = {}) => ({ kind: 'change', number, prev: number - 1, at: '2026-11-22T08:00:00Z', type, subject: 'incident-1', facts });

test('the newest comes first, and what is no news for a wall is left out', () => {
  let lines = afterChange([], change(1, 'incident-reported', { grid: 'g' }));
  lines = afterChange(lines, change(2, 'campaign-answered'));
  lines = afterChange(lines, change(3, 'whistle-blown', { incident: 'incident-9' }));
  assert.deepEqual(lines.map(({ type, incident }) => [type, incident]), [['whistle-blown', 'incident-9'], ['incident-reported', 'incident-1']]);
});

test('weeks of changes leave no more lines than a day', () => {
  let lines = [];
  for (let i = 0; i < 500; i++) lines = afterChange(lines, change(i, 'incident-reported'));
  assert.equal(lines.length, 40);
  assert.equal(lines[0].key, '499');
});

test('before anything happens it tells what came and went lately', () => {
  const lines = firstLines([
    { id: 'a', grid: null, category: 'x', reportedAt: '2026-11-22T01:00:00Z', filedAt: null, closedAt: '2026-11-22T05:00:00Z' },
    { id: 'b', grid: 'g', category: 'x', reportedAt: '2026-11-22T03:00:00Z', filedAt: null, closedAt: null },
  ]);
  assert.deepEqual(lines.map(({ key }) => key), ['a-closed', 'b-reported', 'a-reported']);
});
