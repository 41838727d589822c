import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MARKS, difference, headingOf, markOf, rankOf } from './marks.js';

const NOW = Date.parse('2026-11-22T08:00:00Z');
const incident = (more) => ({ priority: 'ordinary', state: 'handle', overdue: false, stageOverdue: false, standing: 'dispatched', stageWarnsAt: null, ...more });

test('shape, colour and digit follow priority, clock and step, and every mark there is has a picture', () => {
  assert.equal(markOf(incident({}), NOW), 'ordinary-left-4');
  assert.equal(markOf(incident({ priority: 'urgent', overdue: true, state: 'collect' }), NOW), 'urgent-overdue-1');
  assert.equal(markOf(incident({ standing: 'suspended' }), NOW), 'ordinary-paused-4');
  assert.equal(markOf(incident({ stageWarnsAt: '2026-11-22T07:59:59Z' }), NOW), 'ordinary-warned-4');
  assert.equal(new Set(MARKS.map(({ name }) => name)).size, 60);
  for (const state of ['collect', 'evaluate', 'unheard-of']) assert.ok(MARKS.some(({ name }) => name === markOf(incident({ state, priority: 'x' }), NOW)));
});

test('an urgent incident lies above an ordinary one that is overdue', () => {
  assert.ok(rankOf('urgent-left-1') > rankOf('ordinary-overdue-4'));
  assert.ok(rankOf('ordinary-overdue-4') > rankOf('important-warned-2'));
});

test('only what looks otherwise is told to the map', () => {
  const of = (...all) => new Map(all.map(([id, key]) => [id, { id, key }]));
  assert.deepEqual(difference(of(['a', '1'], ['b', '1'], ['c', '1']), of(['a', '1'], ['b', '2'], ['d', '1'])), { put: [{ id: 'b', key: '2' }, { id: 'd', key: '1' }], gone: ['c'] });
});

test('who walks east heads 90 degrees; who stands heads nowhere; a step within noise keeps the heading', () => {
  const at = (lng, latitude, state = 'walking') => ({ lng, latitude, state });
  assert.equal(headingOf(at(112, 28), at(112.001, 28), null), 90);
  assert.equal(headingOf(at(112, 28), at(112, 27.999), null), 180);
  assert.equal(headingOf(at(112, 28), at(112.001, 28, 'standing'), 90), null);
  assert.equal(headingOf(at(112, 28), at(112, 28), 45), 45);
  assert.equal(headingOf(undefined, at(112, 28), null), null);
});
