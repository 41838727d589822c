import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SYMBOLS, quadsOf, sizeAt, toWorld } from './wall-quads.js';

const mark = (lng, lat, name, more = {}) => ({ at: [lng, lat], mark: name, rank: 0, heading: 0, ...more });

test('a mark is as many numbers as say where it is, what it looks like and which way it goes', () => {
  const { anchor, values } = quadsOf([mark(112.6, 28.9, 'camera-on'), mark(112.7, 28.8, 'person-walking', { heading: 90 })]);
  assert.deepEqual(anchor, toWorld(112.6, 28.9));
  assert.equal(values.length, 8);
  assert.equal(SYMBOLS[values[2]], 'camera-on');
  assert.equal(SYMBOLS[values[6]], 'person-walking');
  assert.ok(Math.abs(values[4] - 0.1 / 360) < 1e-10, 'to the east');
  assert.ok(values[5] > 0, 'to the south');
  assert.ok(Math.abs(values[7] - Math.PI / 2) < 1e-6);
});

test('what matters more comes later, so that it covers the rest', () => {
  const { values } = quadsOf([mark(1, 1, 'urgent-overdue-1', { rank: 7 }), mark(1, 1, 'ordinary-left-1')]);
  assert.deepEqual([values[2], values[6]].map((place) => SYMBOLS[place]), ['ordinary-left-1', 'urgent-overdue-1']);
});

test('across a city a place is kept to within a centimetre', () => {
  const [west, south] = toWorld(112.2, 28.5);
  const { anchor, values } = quadsOf([mark(112.9, 29.1, 'camera-on'), mark(112.2, 28.5, 'camera-on', { rank: 1 })]);
  assert.ok(Math.abs(anchor[0] + values[4] - west) * 4e7 < 0.01);
  assert.ok(Math.abs(anchor[1] + values[5] - south) * 4e7 < 0.01);
});

test('symbols grow between the zooms that are given, and not beyond', () => {
  const steps = [[11, 0.4], [15, 0.8]];
  assert.deepEqual([9, 11, 13, 15, 18].map((zoom) => Math.round(10 * sizeAt(steps, zoom))), [4, 4, 6, 8, 8]);
});
