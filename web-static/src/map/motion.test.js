import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyMoves, between } from './motion.js';

const at = (lng, latitude, more = {}) => ({ staffCode: 'D1', grid: '', state: 'walking', lng, latitude, ...more });
const people = (...all) => new Map(all.map((person, i) => [i + 1, person]));

test('half way in time is half way on the ground', () => {
  const [seen] = between(people(at(112, 28)), people(at(112.001, 28.002)), 0.5).values();
  assert.ok(Math.abs(seen.lng - 112.0005) < 1e-9);
  assert.ok(Math.abs(seen.latitude - 28.001) < 1e-9);
});

test('at the end everybody is exactly where they were said to be', () => {
  const to = people(at(112.001, 28.002));
  assert.equal(between(people(at(112, 28)), to, 1), to);
  assert.equal(between(people(at(112, 28)), to, 1.2), to);
});

test('state and grid are those of the newer frame at once', () => {
  const [seen] = between(people(at(112, 28)), people(at(112.001, 28, { state: 'stale', grid: 'g' })), 0.1).values();
  assert.deepEqual([seen.state, seen.grid], ['stale', 'g']);
});

test('who comes is there at once, who goes is gone at once', () => {
  const seen = between(people(at(112, 28), at(113, 28)), people(at(112, 28)), 0.1);
  assert.equal(seen.size, 1);
  assert.equal(between(new Map(), people(at(112, 28)), 0.1).get(1).lng, 112);
});

test('a leap is no walk', () => {
  const to = people(at(112.1, 28));
  assert.equal(between(people(at(112, 28)), to, 0.5).get(1).lng, 112.1);
  assert.equal(anyMoves(people(at(112, 28)), to), false);
});

test('where nobody moves nothing is to be drawn again', () => {
  assert.equal(anyMoves(people(at(112, 28)), people(at(112, 28, { state: 'standing' }))), false);
  assert.equal(anyMoves(people(at(112, 28)), people(at(112.00001, 28))), true);
});
