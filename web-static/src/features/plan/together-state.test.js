import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locksAgainst } from './locks.js';
import { isTalk } from './plan-live.js';
import { FIRST_TOGETHER, commentOf, threadsOf, togetherSources } from './together-state.js';

const comment = (id, more = {}) => ({ id, replyTo: null, text: `t${id}`, face: null, at: null, edge: null, border: null, madeAt: '', account: 'a', resolvedAt: null, resolvedBy: null, ...more });
const words = { lang: 'zh', t: (key) => (key === 'plan.locked' ? 'locked' : key) };
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
  const shown = sources(mine, plan, words);
  assert.equal(shown.locks.length, 1);
  assert.deepEqual(shown['lock-labels'].map(({ properties }) => properties.text), ['locked']);
  assert.deepEqual(shown.comments.map(({ properties }) => properties.text), ['1']);
  assert.equal(sources(mine, plan, words), shown);
  assert.deepEqual(sources({ ...mine, pin: 'at', at: [5, 6] }, plan, words).comments.map(({ properties }) => properties.text), ['1', '+']);
  assert.equal(sources(mine, null, words).comments.length, 0);
});

test('comments at one place stand side by side, and a settled one is on the map while it is looked at', () => {
  const mine = { ...FIRST_TOGETHER, shown: 2, comments: [comment(1, { at: [3, 4], face: 'x' }), comment(2, { at: [3, 4], resolvedAt: 'now' }), comment(3, { at: [3, 4] }), comment(4, { at: [5, 4] })] };
  const marks = togetherSources()(mine, plan, words).comments.map(({ properties: { id, nth, ofGrid, chosen, settled } }) => [id, nth, ofGrid, chosen, settled]);
  assert.deepEqual(marks, [[1, 0, true, false, false], [3, 1, false, false, false], [4, 0, false, false, false], [2, 2, false, true, true]]);
});

test('a lock stands against an operation on its grid, unless it is one\'s own', () => {
  const locks = [{ face: 'x', own: false }, { face: 'y', own: true }, { face: 'z', own: false }];
  const against = (values) => locksAgainst({ tool: 'merge', how: 'map', at: 0, values }, locks).map(({ face }) => face);
  assert.deepEqual(against({ faces: ['x', 'y'] }), ['x']);
  assert.deepEqual(against({ faces: ['y'] }), []);
  assert.deepEqual(locksAgainst(null, locks), []);
});

test('a comment about a border names a place near it or both its sides', () => {
  const edge = { ...FIRST_TOGETHER, pin: 'edge' };
  assert.equal(commentOf(edge, 'a', 'x'), null);
  assert.deepEqual(commentOf({ ...edge, at: [1, 2] }, 'a', 'x'), { text: 'a', edge: [1, 2] });
  assert.deepEqual(commentOf({ ...edge, between: ['x', 'y'] }, 'a', 'x'), { text: 'a', between: ['x', 'y'] });
  assert.equal(commentOf({ ...edge, between: ['x', 'x'] }, 'a', 'x'), null, 'a grid has no border with itself');
});

test('the border of an open comment is highlighted where it runs, and one that is gone is not', () => {
  const on = (id, state, line, more = {}) => comment(id, { at: [1, 1], edge: [[1, 1], [2, 2]], border: { state, grids: [], line }, ...more });
  const line = [[1, 1], [2, 2]];
  const mine = { ...FIRST_TOGETHER, comments: [on(1, 'there', line), on(2, 'moved', line), on(3, 'gone', []), on(4, 'there', line, { resolvedAt: 'now' })] };
  const shown = togetherSources()(mine, plan, words);
  assert.deepEqual(shown['comment-borders'].map(({ properties, geometry }) => [properties.moved, geometry.coordinates]), [[false, line], [true, line]]);
  assert.equal(shown.comments.length, 3, 'the mark stays where the border was');
});

test('what others say of the open plan is read again', () => {
  const told = (type, subject = '7') => isTalk({ kind: 'change', type, subject, facts: {} }, { id: 7 });
  for (const type of ['plan-commented', 'plan-comment-resolved', 'plan-face-locked', 'plan-face-unlocked', 'plan-snapshot-kept']) assert.equal(told(type), true, type);
  assert.equal(told('plan-edited'), false);
  assert.equal(told('plan-commented', '8'), false);
});
