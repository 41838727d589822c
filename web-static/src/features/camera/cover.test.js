import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverRows, coverTotal, directionOf, middleOf, percentOf, unseenHouseholds, worthLooking } from './cover.js';

/** @param {string} grid @param {number} share @param {any} [more] */
const row = (grid, share, more = {}) => ({
  grid, name: grid, squareMeters: 1_000, households: 100, blindSpots: 1, largestBlindSquareMeters: 10, sinceRedraw: null,
  online: { share: share / 2, squareMeters: share * 500, households: share * 50 }, all: { share, squareMeters: share * 1_000, households: share * 100 }, ...more,
});
const grids = [row('b', 0.5, { largestBlindSquareMeters: 90, sinceRedraw: { lost: 2, gained: 0 } }), row('a', 0.5), row('c', 0.1)];

test('grids come in the order in which somebody should look, equal ones by their codes', () => {
  const order = (/** @type {any} */ by) => coverRows({ grids, by: 'all', order: by, picked: '' }).map(({ grid }) => grid).join('');
  assert.equal(order('grid'), 'abc');
  assert.equal(order('share'), 'cab');
  assert.equal(order('households'), 'cab');
  assert.equal(order('blindSpots'), 'bac');
  assert.equal(order('lost'), 'bac');
  assert.equal(grids[0].grid, 'b', 'what was given stays as it was');
});

test('a share is a hundred only when nothing is missing and nought only when all is', () => {
  assert.deepEqual([0, 0.001, 0.5, 0.999, 1].map(percentOf), [0, 1, 50, 99, 100]);
});

test('all grids together are weighed by their ground', () => {
  const total = coverTotal([row('a', 1), row('b', 0, { squareMeters: 3_000 })], 'all');
  assert.deepEqual(total, { share: 0.25, households: 200, seenHouseholds: 100, blindSpots: 2 });
  assert.equal(coverTotal([], 'all').share, 0);
  assert.equal(unseenHouseholds(row('a', 0.25), 'online'), 87.5);
});

test('only squares with a reason are listed', () => {
  const features = [3, 1, 0].map((score) => ({ properties: { score } }));
  assert.equal(worthLooking(/** @type {any} */ ({ features }), 9).length, 2);
  assert.equal(worthLooking(/** @type {any} */ ({ features }), 1).length, 1);
});

test('directions are told in eight, and shapes have a middle', () => {
  assert.deepEqual([0, 44, 90, 315, 350].map(directionOf), [0, 1, 2, 7, 0]);
  assert.deepEqual(middleOf({ type: 'Point', coordinates: [1, 2] }), [1, 2]);
  assert.deepEqual(middleOf({ type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 2], [0, 0]]] }), [2, 1]);
  assert.deepEqual(middleOf({ type: 'MultiPolygon', coordinates: [[[[0, 0], [2, 0], [2, 2]]], [[[6, 6], [8, 6], [8, 8]]]] }), [4, 4]);
});
