import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparePicture } from './compare-picture.js';

/** @param {string} code @param {number} west @param {number} east */
const grid = (code, west, east) => ({
  type: 'Feature', id: code, properties: { code, name: code, households: 1, population: 1 },
  geometry: { type: 'Polygon', coordinates: [[[west, 29], [east, 29], [east, 29.01], [west, 29.01], [west, 29]]] },
});

const compared = /** @type {any} */ ({
  a: { grids: { features: [grid('1', 112, 112.02), grid('2', 112.02, 112.03)] } },
  b: { grids: { features: [grid('3', 112, 112.01), grid('4', 112.01, 112.02), grid('2', 112.02, 112.03)] } },
  retired: [{ code: '1' }], born: [{ code: '3' }, { code: '4' }], outlines: [],
});

test('what ends, begins and stays is told apart', () => {
  const { a, b } = comparePicture(compared);
  assert.deepEqual(a.map(({ code, state }) => [code, state]), [['1', 'retired'], ['2', 'kept']]);
  assert.deepEqual(b.map(({ state }) => state), ['born', 'born', 'kept']);
});

test('both sides lie on the same place', () => {
  const { a, b, width, height } = comparePicture(compared);
  assert.equal(a[1].d, b[2].d);
  assert.ok(width <= 900 && height < width);
  assert.ok(b[0].x < b[1].x && b[1].x < a[1].x);
});
