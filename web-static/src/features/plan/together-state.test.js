import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTalk } from './plan-live.js';
import { FIRST_TOGETHER, commentOf, threadsOf, togetherSources } from './together-state.js';

const comment = (id, more = {}) => ({ id, replyTo: null, text: `t${id}`, face: null, at: null, madeAt: '', account: 'a', resolvedAt: null, resolvedBy: null, ...more });
const plan = { id: 7, grids: { features: [{ id: 'x', geometry: { type: 'Polygon' }, properties: { labelPoint: [1, 2] } }] } };

test('answers stand with what they answer, settled apart, and numbers stay', () => {
  const { open, settled } = threadsOf([comment(4, { resolvedAt: 'now' }), comment(5), comment(6, { replyTo: 5 })]);
  assert.deepEqual(settled.map(({ number, comment: { id } }) => [number, id]), [[1, 4]]);
  assert.deepEqual(open.map(({ number, replies }) => [number, replies.map(({ id }) => id)]), [[2, [6]]]);
});

test('a comment is about the plan, the chosen grid or a place, and an answer about what it answers', () => {
  assert.equal(commentOf(FIRST_TOGETHER, '  ', null), null);
  assert.deepEqual(commentOf(FIRST_TOGETHER, ' a ', 'x'), { text: 'a' });
  assert.deepEqual(commentOf({ ...FIRST_TOGETHER, pin: 'face' }, 'a', 'x'), { text: 'a', face: 'x' });
  assert.equal(commentOf({ ...FIRST_TOGETHER, pin: 'face' }, 'a', null), null);
  assert.deepEqual(commentOf({ ...FIRST_TOGETHER, pin: 'at', at: [1, 2] }, 'a', 'x'), { text: 'a', at: [1, 2] });
  assert.equal(commentOf({ ...FIRST_TOGETHER, pin: 'at' }, 'a', 'x'), null);
  assert.deepEqual(commentOf({ ...FIRST_TOGETHER, pin: 'at', replyTo: 5 }, 'a', 'x'), { text: 'a', replyTo: 5 });
});

test('open comments with a place and locked grids are on the map, in the same lists while nothing changes', () => {
  const mine = { ...FIRST_TOGETHER, locks: [{ face: 'x' }, { face: 'gone' }], comments: [comment(1, { at: [3, 4] }), comment(2, { at: [3, 4], resolvedAt: 'now' }), comment(3)] };
  const sources = togetherSources();
  const shown = sources(mine, plan, 'locked');
  assert.equal(shown.locks.length, 1);
  assert.deepEqual(shown['lock-labels'].map(({ properties }) => properties.text), ['locked']);
  assert.deepEqual(shown.comments.map(({ properties }) => properties.text), ['1']);
  assert.equal(sources(mine, plan, 'locked'), shown);
  assert.deepEqual(sources({ ...mine, pin: 'at', at: [5, 6] }, plan, 'locked').comments.map(({ properties }) => properties.text), ['1', '+']);
  assert.equal(sources(mine, null, 'locked').comments.length, 0);
});

test('what others say of the open plan is read again', () => {
  const told = (type, subject = '7') => isTalk({ kind: 'change', type, subject, facts: {} }, { id: 7 });
  for (const type of ['plan-commented', 'plan-comment-resolved', 'plan-face-locked', 'plan-face-unlocked', 'plan-snapshot-kept']) assert.equal(told(type), true, type);
  assert.equal(told('plan-edited'), false);
  assert.equal(told('plan-commented', '8'), false);
});
