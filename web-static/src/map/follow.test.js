import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followed } from './follow.js';

const M = 1 / 111_195;
/** A place some metres east and north of the equator's zero. */
const at = (x, y) => [Math.round(x * M * 1e7) / 1e7, Math.round(y * M * 1e7) / 1e7];
const BLOCK = [at(0, 0), at(200, 0), at(200, 600), at(0, 600), at(0, 0)];

/** A grid of 200 m by 600 m, and a street through it from north to south that bends by 8 m. */
const STREET = [at(100, 600), at(108, 300), at(100, 0)];
const borders = [
  { outer: true, ring: BLOCK },
  { outer: false, ring: [at(0, 0), at(100, 0), at(108, 300), at(100, 600), at(0, 600), at(0, 0)] },
  { outer: false, ring: [at(100, 0), at(200, 0), at(200, 600), at(100, 600), at(108, 300), at(100, 0)] },
];

test('a line drawn from one end of a street to the other follows its bends', () => {
  assert.deepEqual(followed([at(100, 600), at(100, 0)], borders), STREET);
});

test('an end some metres beside the street is taken as meant on it', () => {
  assert.deepEqual(followed([at(110, 600), at(92, 0)], borders), STREET);
});

test('a click on the street between two of its vertices stays in the line', () => {
  const between = at(104, 150);
  assert.deepEqual(followed([at(100, 600), between, at(100, 0)], borders), [STREET[0], STREET[1], between, STREET[2]]);
});

test('a line away from every border stays as it was drawn', () => {
  const line = [at(40, 600), at(40, 0)];
  assert.deepEqual(followed(line, borders), line);
  const across = [at(0, 250), at(200, 350)];
  assert.deepEqual(followed(across, borders), across);
});

test('the outline is no way to follow', () => {
  const along = [at(0, 600), at(0, 0)];
  assert.deepEqual(followed(along, borders), along);
});

test('where the street goes on along the outline the line ends', () => {
  const notched = [
    { outer: true, ring: [at(0, 200), at(102, 200), at(98, 100), at(100, 0), at(200, 0), at(200, 600), at(100, 600), at(0, 600), at(0, 200)] },
    { outer: false, ring: [at(0, 200), at(102, 200), at(108, 300), at(100, 600), at(0, 600), at(0, 200)] },
  ];
  assert.deepEqual(followed([at(100, 600), at(100, 0)], notched), [at(100, 600), at(108, 300), at(102, 200)]);
});

test('a way much longer than the line is not taken', () => {
  const winding = [
    { outer: true, ring: BLOCK },
    { outer: false, ring: [at(100, 0), at(112, 40), at(100, 50), at(112, 60), at(100, 70), at(112, 80), at(100, 100)] },
  ];
  const line = [at(100, 0), at(100, 100)];
  assert.deepEqual(followed(line, winding), line);
});
