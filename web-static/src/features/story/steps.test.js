import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstStep, followed, isOver } from './steps.js';

const story = (...done) => done.map((is) => ({ at: null, done: () => is }));

test('a story waits at the first step that is not done', () => {
  assert.deepEqual(followed(story(true, true, false, true), firstStep()), { at: 2 });
});

test('a step that was done is not asked for again', () => {
  assert.deepEqual(followed(story(false, true), { at: 1 }), { at: 2 });
});

test('a story is over after its last step', () => {
  const steps = story(true, true);
  assert.equal(isOver(steps, firstStep()), false);
  assert.equal(isOver(steps, followed(steps, firstStep())), true);
});

test('a look that changes nothing gives the same progress', () => {
  const progress = firstStep();
  assert.equal(followed(story(false), progress), progress);
});
