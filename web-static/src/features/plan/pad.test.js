import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstPlanState, reducePlan } from './state.js';
import { draftOf, firstDraft, padMoved, valueOfDraft, withMiddle } from './pad.js';
import { beginWork } from './work.js';

const ring = [[112.6, 28.9], [112.61, 28.9], [112.61, 28.91], [112.6, 28.91], [112.6, 28.9]];
const plan = { id: 1, state: 'draft', edits: [], grids: { features: [{ id: 'a', geometry: { type: 'Polygon', coordinates: [ring] }, properties: {} }] } };
const first = reducePlan(firstPlanState({ lang: 'zh', theme: 'dark' }), { kind: 'plan', plan });
const drafting = (tool, ...inputs) => {
  let state = [{ kind: 'select', face: 'a' }, { kind: 'work', work: beginWork(tool, 'a', 'keys') }, ...inputs].reduce(reducePlan, first);
  const draft = firstDraft(state);
  if (draft) state = reducePlan(state, { kind: 'did', input: { did: 'draft', value: draft } });
  return state;
};
const press = (state, key) => reducePlan(state, { kind: 'did', input: { did: 'draft', value: valueOfDraft(state, padMoved(state, key)) } });

test('a split with keys begins with a line across the grid', () => {
  const [from, to] = draftOf(drafting('split'));
  assert.ok(from[0] < 112.6 && to[0] > 112.61);
});

test('an arrow key moves the point by the chosen step, on the lattice', () => {
  const state = reducePlan(drafting('split'), { kind: 'pad', pad: { point: 1, step: 10 } });
  const moved = press(state, 'up');
  assert.deepEqual(draftOf(moved)[0], draftOf(state)[0]);
  assert.equal(draftOf(moved)[1][1], Math.round((draftOf(state)[1][1] + 10 / 111195) * 1e7) / 1e7);
});

test('from vertex to vertex an arrow key takes the next one in its direction', () => {
  const state = reducePlan(drafting('delete-vertex'), { kind: 'pad', pad: { step: 'vertex' } });
  assert.ok(ring.some(([x, y]) => x === draftOf(state)[0][0] && y === draftOf(state)[0][1]), 'it begins at a vertex');
  const west = press(press(state, 'left'), 'down');
  assert.deepEqual(draftOf(west), [[112.6, 28.9]]);
  assert.deepEqual(draftOf(press(west, 'next')), [[112.61, 28.9]]);
});

test('a vertex is moved from where it is', () => {
  const chosen = reducePlan(drafting('move-vertex'), { kind: 'did', input: { did: 'take' } });
  assert.deepEqual(firstDraft(chosen), chosen.work.values.at);
});

test('a ring with keys begins inside the grid', () => {
  assert.ok(draftOf(drafting('carve')).every(([x, y]) => x > 112.6 && x < 112.61 && y > 28.9 && y < 28.91));
});

test('a vertex is added on a border, to begin with in the middle of an edge', () => {
  const [x, y] = draftOf(drafting('insert-vertex'))[0];
  assert.ok([112.6, 112.605, 112.61].includes(x) && [28.9, 28.905, 28.91].includes(y) && (x === 112.605 || y === 28.905));
});

test('with the pointer nothing stands there to begin with', () => {
  const state = reducePlan(first, { kind: 'work', work: beginWork('split', 'a') });
  assert.equal(firstDraft(state), null);
});

test('one more point lies between the last two', () => {
  assert.deepEqual(withMiddle([[1, 1], [2, 2], [4, 4]]), [[1, 1], [2, 2], [3, 3], [4, 4]]);
});
