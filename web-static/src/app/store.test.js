import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStore } from './store.js';

const count = (state, input) => (input.kind === 'add' ? { ...state, n: state.n + 1 } : input.kind === 'other' ? { ...state, m: 1 } : state);

test('a watcher hears of changes of its part and of no other', () => {
  const store = createStore({ n: 0, m: 0 }, count);
  const heard = [];
  const stop = store.watch((s) => s.n, (n) => heard.push(n));
  store.dispatch({ kind: 'other' });
  store.dispatch({ kind: 'add' });
  store.dispatch({ kind: 'nothing' });
  stop();
  store.dispatch({ kind: 'add' });
  assert.deepEqual(heard, [1]);
});

test('what a watcher dispatches is told to those who were told before it', () => {
  const store = createStore({ n: 0, m: 0 }, count);
  const heard = [];
  store.watch((s) => s.n, (n) => heard.push(n));
  store.watch((s) => s.n, (n) => n < 3 && store.dispatch({ kind: 'add' }));
  store.dispatch({ kind: 'add' });
  assert.equal(heard.at(-1), 3);
});
