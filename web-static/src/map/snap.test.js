import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesNear, onLattice, ringsOf, snapTo } from './snap.js';

const square = [[0, 0], [100, 0], [100, 100], [0, 100], [0, 0]];
const plain = ([x, y]) => ({ x, y });
const reach = { vertexPixels: 12, edgePixels: 10 };
const borders = [{ outer: true, ring: square }, { outer: false, ring: [[50, 0], [50, 100]] }];

test('near a vertex the vertex is taken, even where an edge is nearer', () => {
  assert.deepEqual(snapTo({ x: 95, y: 2 }, borders, plain, reach), { place: [100, 0], kind: 'vertex', outer: true });
});

test('near an edge its nearest place is taken, and whether it is the outer border is told', () => {
  assert.deepEqual(snapTo({ x: 30, y: 4 }, borders, plain, reach), { place: [30, 0], kind: 'edge', outer: true });
  assert.deepEqual(snapTo({ x: 46, y: 50 }, borders, plain, reach), { place: [50, 50], kind: 'edge', outer: false });
});

test('far from every border nothing is taken', () => {
  assert.equal(snapTo({ x: 25, y: 50 }, borders, plain, reach), null);
});

test('a place on an edge is a lattice point', () => {
  const slanted = [{ outer: true, ring: [[112.6, 28.9], [112.7003333, 28.95]] }];
  const found = snapTo({ x: 112.63, y: 28.915 }, slanted, plain, { vertexPixels: 0.001, edgePixels: 1 });
  assert.ok(found);
  for (const degrees of found.place) assert.equal(degrees, onLattice(degrees));
});

test('rings of one part and of several', () => {
  assert.deepEqual(ringsOf({ type: 'Polygon', coordinates: [square] }), [square]);
  assert.deepEqual(ringsOf({ type: 'MultiPolygon', coordinates: [[square], [square]] }), [square, square]);
  assert.deepEqual(ringsOf(null), []);
});

const street = { outer: false, street: true, name: '芦坪街', ring: [[0, 56], [100, 56]] };

test('a street is snapped to only where no border is near, and is told by its name', () => {
  assert.deepEqual(snapTo({ x: 25, y: 52 }, [...borders, street], plain, reach), { place: [25, 56], kind: 'street', outer: false, name: '芦坪街' });
  assert.equal(snapTo({ x: 3, y: 54 }, [...borders, street], plain, reach).kind, 'edge');
});

test('what is switched off is not snapped to', () => {
  const to = { vertex: false, edge: true, street: true };
  assert.equal(snapTo({ x: 95, y: 2 }, borders, plain, { ...reach, to }).kind, 'edge');
  assert.equal(snapTo({ x: 95, y: 2 }, borders, plain, { ...reach, to: { vertex: false, edge: false, street: false } }), null);
});

test('lines far from the pointer are left out before anything is measured', () => {
  const far = { outer: true, ring: [[500, 500], [600, 600]] };
  assert.deepEqual(linesNear([borders[1], far], [40, 40, 60, 60]), [borders[1]]);
});
