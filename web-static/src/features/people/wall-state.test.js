import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secondsLeft } from './sign-in-state.js';
import { clockText, failed, next, shown } from './wall-state.js';

test('a code is good for as long as the server says', () => {
  const state = shown({ code: 'ABCD-EFGH', validForSeconds: 600 }, 1000);
  assert.equal(secondsLeft(state, 1000), 600);
  assert.equal(secondsLeft(state, 601_000), 0);
});

test('after a refusal the screen waits as long as it is told, and some time where it is told nothing', () => {
  assert.equal(secondsLeft(failed({ status: 429, code: 'too-many', retryAfterSeconds: 60 }, 0, 15), 0), 60);
  assert.equal(secondsLeft(failed({ status: 0, code: 'not-connected' }, 0, 15), 0), 15);
});

test('only a pairing that was approved enters, and one that is over asks again', () => {
  assert.deepEqual(['waiting', 'paired', 'over'].map(next), ['wait', 'enter', 'again']);
});

test('time left is told as on a clock', () => {
  assert.deepEqual([600, 61, 9].map(clockText), ['10:00', '1:01', '0:09']);
});
