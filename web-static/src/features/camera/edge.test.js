import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edgeOf } from './edge.js';

test('a picture that begins late jumps to what is there', () => {
  assert.deepEqual(edgeOf([{ start: 42, end: 43 }], 0), { jumpTo: 42.5, forgetTo: null });
  assert.deepEqual(edgeOf([{ start: 42, end: 42.25 }], 0), { jumpTo: 42, forgetTo: null });
});

test('a picture that keeps up plays on', () => {
  assert.deepEqual(edgeOf([{ start: 0, end: 5 }], 4.2), { jumpTo: null, forgetTo: null });
});

test('a picture that lags, or stands before a gap, jumps to the newest', () => {
  assert.equal(edgeOf([{ start: 0, end: 9 }], 5).jumpTo, 8.5);
  assert.equal(edgeOf([{ start: 0, end: 5 }, { start: 8, end: 9 }], 4.9).jumpTo, 8.5);
});

test('what was seen is let go in larger pieces, not a little each time', () => {
  assert.equal(edgeOf([{ start: 0, end: 20 }], 19).forgetTo, null);
  assert.equal(edgeOf([{ start: 0, end: 21.5 }], 21).forgetTo, 11);
});

test('nothing follows from nothing', () => {
  assert.deepEqual(edgeOf([], 3), { jumpTo: null, forgetTo: null });
});
