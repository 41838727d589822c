import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestFew } from './nearest.js';

const person = (id, state) => ({ id, properties: { id, state } });

test('who has gone silent comes after everybody who can be sent', () => {
  const near = [person('a', 'stale'), person('b', 'walking'), person('c', 'stale'), person('d', 'standing')];
  assert.deepEqual(nearestFew(near).map(({ id }) => id), ['b', 'd', 'a', 'c']);
});

test('no more than five are told', () => {
  assert.equal(nearestFew(Array.from({ length: 9 }, (_, i) => person(String(i), 'walking'))).length, 5);
});
