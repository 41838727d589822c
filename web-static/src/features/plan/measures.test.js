import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movedBy } from '../../map/measure.js';
import { measuresOf } from './measures.js';
import { beginWork } from './work.js';

const at = (east, north) => movedBy([112.6, 28.9], { east, north });
const ring = [at(0, 0), at(100, 0), at(100, 100), at(0, 100), at(0, 0)];
const plan = { grids: { features: [{ id: 'a', geometry: { type: 'Polygon', coordinates: [ring] }, properties: { households: 600 } }] } };
const state = (tool, micro = []) => ({ plan, selected: 'a', micro, work: beginWork(tool, 'a') });
const edge = { kind: 'edge', outer: true };

test('a line that has reached the border tells about how many households would be on each side', () => {
  const { households, meters, toVertex } = measuresOf({ line: [at(50, 0), at(50, 100)], snapped: edge }, state('split'));
  assert.deepEqual(households.map((n) => Math.round(n / 10) * 10), [300, 300]);
  assert.equal(Math.round(meters), 100);
  assert.equal(Math.round(toVertex), 50);
});

test('where micro-grids are known, their households count instead of the ground', () => {
  const micro = (east, households) => ({ geometry: { type: 'Polygon', coordinates: [[at(east, 10), at(east + 10, 10), at(east + 10, 20), at(east, 10)]] }, properties: { households } });
  const { households } = measuresOf({ line: [at(50, 0), at(50, 100)], snapped: edge }, state('split', [micro(20, 200), micro(70, 380), micro(80, 20)]));
  assert.deepEqual([...households].sort(), [200, 400]);
});

test('before that nothing is told of households', () => {
  assert.equal(measuresOf({ line: [at(50, 0), at(50, 60)], snapped: null }, state('split')).households, null);
});

test('the stretch that is being drawn is told apart from the whole line', () => {
  assert.equal(Math.round(measuresOf({ line: [at(0, 0), at(30, 0), at(30, 40)], snapped: null }, state('split')).stretch), 40);
});

test('a ring tells its ground, and at a vertex no distance to one is told', () => {
  const { squareMeters, toVertex } = measuresOf({ line: [at(0, 0), at(20, 0), at(20, 20)], snapped: { kind: 'vertex' } }, state('carve'));
  assert.equal(Math.round(squareMeters), 200);
  assert.equal(toVertex, null);
});
