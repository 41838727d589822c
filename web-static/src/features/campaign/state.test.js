import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outlines } from '../../ui/outlines.js';
import { addressOf, bandOf, byBuilding, missing, percentOf, viewOf } from './state.js';

/** @param {number} answered @param {number} all */
const counts = (answered, all) => ({ all, answered, hazardous: 0 });

test('a share is a hundred only when the last door is answered', () => {
  assert.equal(percentOf(counts(4_999, 5_000)), 99);
  assert.equal(percentOf(counts(5_000, 5_000)), 100);
  assert.equal(percentOf(counts(0, 0)), 0);
  assert.deepEqual([0, 1, 25, 50, 99, 100].map((n) => bandOf(counts(n, 100))), [0, 1, 2, 3, 4, 5]);
});

test('an address brings the same view again and keeps what else stood in it', () => {
  const view = viewOf('?campaign=7&grid=990101001001001&part=doors&lang=en');
  assert.deepEqual(view, { campaign: '7', grid: '990101001001001', hazard: '', state: '', part: 'doors' });
  assert.equal(viewOf('?campaign=7&state=answered').state, 'answered');
  assert.equal(viewOf('?campaign=7&state=x').state, '');
  assert.equal(addressOf({ ...view, grid: '', part: 'progress' }, '?campaign=7&grid=1&part=doors&lang=en'), '?campaign=7&lang=en');
  assert.equal(viewOf('?campaign=x&part=y').campaign, '');
});

test('doors stand below their building, in their order', () => {
  const door = (/** @type {number} */ number, /** @type {string} */ unit) => /** @type {any} */ ({ number, grid: 'g', unit, building: unit });
  assert.deepEqual(byBuilding([door(1, 'a'), door(2, 'a'), door(3, 'b')]).map(({ building, doors }) => [building, doors.length]), [['a', 2], ['b', 1]]);
});

test('a question in words may be left empty, a yes or no may not', () => {
  const questions = /** @type {any} */ ([{ kind: 'yes-no' }, { kind: 'text' }, { kind: 'yes-no' }]);
  assert.deepEqual(missing(questions, { 1: 'yes' }), [3]);
  assert.deepEqual(missing(questions, { 1: 'yes', 3: 'no' }), []);
});

test('outlines fill their picture with the north on top', () => {
  const square = (/** @type {number} */ x, /** @type {number} */ y) => ({ properties: { code: `${x}` }, geometry: { type: 'Polygon', coordinates: [[[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]] } });
  const [first, second] = outlines([square(0, 0), square(0, 1)], { width: 100, height: 200, edge: 10 });
  assert.ok(first.y > second.y, 'what lies south stands below');
  assert.match(first.path, /^M[\d. L]+Z$/);
  assert.deepEqual(outlines([], { width: 1, height: 1, edge: 0 }), []);
});
