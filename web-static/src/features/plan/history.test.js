import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aheadAfter, wayTo } from './history.js';

const edits = (...seqs) => seqs.map((seq) => ({ seq }));
const plan = (canRedo, ...seqs) => ({ id: 1, canRedo, edits: edits(...seqs) });

test('undone steps stay known, and are taken up again one by one', () => {
  const ahead = aheadAfter(plan(false, 1, 2, 3), [], plan(true, 1));
  assert.deepEqual(ahead, edits(2, 3));
  assert.deepEqual(aheadAfter(plan(true, 1), ahead, plan(true, 1, 2)), edits(3));
});

test('another step instead of the undone ones makes them unknown', () => {
  assert.deepEqual(aheadAfter(plan(true, 1), edits(2, 3), plan(false, 1, 4)), []);
  assert.deepEqual(aheadAfter(plan(true, 1), edits(2, 3), plan(true, 1, 4)), []);
});

test('of a plan just opened nothing is known to be ahead', () => {
  assert.deepEqual(aheadAfter(null, [], plan(true, 1)), []);
});

test('the way to a step is that many undos or redos', () => {
  const state = { plan: plan(true, 1, 2), ahead: edits(3, 4) };
  assert.deepEqual(wayTo(state, 0), { step: 'undo', times: 2 });
  assert.deepEqual(wayTo(state, 4), { step: 'redo', times: 2 });
  assert.deepEqual(wayTo(state, 9), { step: 'redo', times: 2 });
});
