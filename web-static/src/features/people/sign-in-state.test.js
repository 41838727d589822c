import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIRST_STEP, refused, secondsLeft, waited } from './sign-in-state.js';

test('a password that was right, where a code is wanted too, leads to the code and is no error', () => {
  const next = refused({ ...FIRST_STEP, busy: true }, { status: 401, code: 'second-factor-needed' }, 0);
  assert.deepEqual(next, { ...FIRST_STEP, step: 'code' });
});

test('a wrong code is told where the code is typed', () => {
  const next = refused({ ...FIRST_STEP, step: 'code' }, { status: 401, code: 'second-factor-wrong' }, 0);
  assert.equal(next.step, 'code');
  assert.equal(next.problem.code, 'second-factor-wrong');
});

test('too many tries are counted down, and forgotten when the time is over', () => {
  const state = refused(FIRST_STEP, { status: 429, code: 'sign-in-throttled', retryAfterSeconds: 12 }, 1000);
  assert.equal(secondsLeft(state, 1000), 12);
  assert.equal(secondsLeft(state, 12_100), 1);
  assert.equal(waited(state, 12_999), state);
  assert.equal(secondsLeft(state, 13_000), 0);
  assert.equal(waited(state, 13_000).problem, null);
});
