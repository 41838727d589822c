import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNews, newsOf } from './plan-live.js';

const plan = (version, edits = [], state = 'draft') => ({ id: 7, version, edits, state });
const change = (subject, version) => ({ kind: 'change', type: 'plan-edited', subject, facts: { version } });
const words = { t: (key, values) => `${key} ${Object.values(values ?? {}).join(' ')}`.trim() };

test('only a newer version of the open plan is news', () => {
  assert.equal(isNews(change('7', 4), plan(3)), true);
  assert.equal(isNews(change('7', 3), plan(3)), false, 'this page did that itself');
  assert.equal(isNews(change('8', 9), plan(3)), false);
  assert.equal(isNews(change('7', 4), null), false);
  assert.equal(isNews({ kind: 'beat' }, plan(3)), false);
});

test('who changed what is told, and that steps were undone, and that the state is another one', () => {
  const merged = { seq: 1, kind: 'merge', account: 'planner2' };
  assert.equal(newsOf(plan(1), plan(2, [merged]), words), 'plan.news.edited planner2 plan.tool.merge');
  assert.equal(newsOf(plan(2, [merged]), plan(3, []), words), 'plan.news.undone 0');
  assert.equal(newsOf(plan(2), plan(3, [], 'published'), words), 'plan.news.state plan.state.published');
});
