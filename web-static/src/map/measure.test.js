import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lengthMeters, metersBetween, movedBy, offsetMeters, sidesOf, squareMeters } from './measure.js';

const near = (value, wanted, within = wanted * 0.002) => assert.ok(Math.abs(value - wanted) <= within, `${value} instead of ${wanted}`);
const at = (east, north) => movedBy([112.6, 28.9], { east, north });
const square = [at(0, 0), at(100, 0), at(100, 100), at(0, 100), at(0, 0)];

const groundsOf = (ring, line) => sidesOf(ring, line).map(squareMeters);

test('lengths are metres on the ground', () => {
  near(metersBetween([112.6, 28.9], [112.6, 28.91]), 1112);
  near(metersBetween([112.6, 28.9], [112.61, 28.9]), 973.5);
  near(lengthMeters([at(0, 0), at(30, 40), at(30, 0)]), 90);
});

test('an area is the same whether the ring is closed, and whichever way it goes', () => {
  near(squareMeters(square), 10_000);
  near(squareMeters(square.slice(1)), 10_000);
  near(squareMeters([...square].reverse()), 10_000);
  assert.equal(squareMeters([at(0, 0), at(1, 1)]), 0);
});

test('what is moved is where it was moved to, to a centimetre', () => {
  const { east, north } = offsetMeters([112.6, 28.9], at(12.5, -7));
  near(east, 12.5, 0.02);
  near(north, -7, 0.02);
});

test('a line across shares the ground out to both sides', () => {
  const [left, right] = groundsOf(square, [at(30, 0), at(30, 100)]);
  near(left, 3000, 30);
  near(right, 7000, 30);
});

test('a line with a bend that ends at two vertices shares the ground out, too', () => {
  const [left, right] = groundsOf(square, [at(0, 0), at(50, 80), at(100, 0)]);
  near(left, 6000, 60);
  near(right, 4000, 60);
});

test('both ends on one edge cut a piece out of it', () => {
  const [left, right] = groundsOf(square, [at(20, 0), at(20, 10), at(40, 10), at(40, 0)]);
  near(Math.min(left, right), 200, 10);
  near(left + right, 10_000, 100);
});

test('a line that has not reached the border divides nothing yet', () => {
  assert.equal(sidesOf(square, [at(30, 0), at(30, 60)]), null);
  assert.equal(sidesOf(square, [at(30, 0)]), null);
});
