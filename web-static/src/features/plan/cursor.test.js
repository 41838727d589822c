import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movedBy } from '../../map/measure.js';
import { vertexAfter, vertexToward, verticesOf } from './cursor.js';

const at = (east, north) => movedBy([112.6, 28.9], { east, north });
const ring = [at(0, 0), at(100, 5), at(110, 100), at(-4, 90)];

test('an arrow key goes to the vertex that lies in its direction', () => {
  assert.deepEqual(vertexToward(ring, ring[0], 'right'), ring[1]);
  assert.deepEqual(vertexToward(ring, ring[0], 'up'), ring[3]);
  assert.deepEqual(vertexToward(ring, ring[1], 'left'), ring[0]);
});

test('where nothing lies in a direction the place stays', () => {
  assert.deepEqual(vertexToward(ring, ring[0], 'down'), ring[0]);
});

test('the next vertex goes round, in both ways', () => {
  assert.deepEqual(vertexAfter(ring, ring[3], 1), ring[0]);
  assert.deepEqual(vertexAfter(ring, ring[0], -1), ring[3]);
});

test('from beside the vertices the nearest comes first, from nowhere the first', () => {
  assert.deepEqual(vertexAfter(ring, at(101, 8), 1), ring[1]);
  assert.deepEqual(vertexAfter(ring, null, 1), ring[0]);
  assert.equal(vertexAfter([], null, 1), null);
});

test('a vertex of several rings is there once', () => {
  assert.equal(verticesOf([[...ring, ring[0]], [ring[0], ring[1]]]).length, 4);
});
