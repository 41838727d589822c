import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bordersOf } from './gesture.js';
import { createPictures, placeOf } from './picture.js';
import { firstPlanState } from './state.js';
import { beginWork, stepWork } from './work.js';

const ring = [[0, 0], [1, 0], [1, 1], [0, 0]];
const grid = (id, verdict) => ({
  id, geometry: { type: 'Polygon', coordinates: [ring] },
  properties: { code: `990101001001${id}`, households: 512, sizeRule: { verdict }, labelPoint: [0.5, 0.2] },
});
const state = {
  ...firstPlanState({ lang: 'zh', theme: 'dark' }),
  plan: { id: 1, state: 'draft', actions: ['submit'], grids: { features: [grid('001', 'above'), grid('002', 'within')] } }, selected: '001', micro: [grid('m', 'none')],
};

test('a grid is told by number, households and a mark', () => {
  const { sources } = createPictures()(state);
  assert.deepEqual(sources.labels.map((label) => label.properties.text), ['001\n512 ▲', '002\n512 ✓']);
  assert.deepEqual(sources.grids.map((one) => one.properties.chosen), [true, false]);
});

const drawn = stepWork(beginWork('split', '001'), { did: 'line', line: [[0, 0], [2, 2]] });

test('what has not changed stays the same list', () => {
  const pictures = createPictures();
  const first = pictures(state);
  const second = pictures({ ...state, work: drawn });
  assert.equal(first.sources.grids, second.sources.grids);
  assert.notEqual(first.sources.path, second.sources.path);
});

test('a preview shows both halves and the border as it would be, not as it was drawn', () => {
  const preview = { made: { features: [grid('e1-1', 'within'), grid('e1-2', 'below')] }, path: { type: 'LineString', coordinates: [[0, 0], [1, 1]] } };
  const { sources, gesture } = createPictures()({ ...state, work: drawn, preview });
  assert.equal(sources.path[0].geometry, preview.path);
  assert.deepEqual(sources.halves.map((half) => half.properties.half), [1, 2]);
  assert.equal(sources.labels.length, 1);
  assert.equal(gesture, null);
});

test('the place of a refusal is shown', () => {
  const { sources } = createPictures()({ ...state, problem: { status: 422, code: 'sliver', lon: 112.6, lat: 28.9 } });
  assert.deepEqual(sources.place[0].geometry.coordinates, [112.6, 28.9]);
});

test('what the pointer draws is what the operation asks for', () => {
  const gestureWith = (work) => createPictures()({ ...state, work }).gesture;
  assert.deepEqual(gestureWith(beginWork('split', '001')), { kind: 'line' });
  assert.equal(gestureWith(beginWork('split', '001', 'keys')), null);
  assert.equal(gestureWith(beginWork('merge', '001')), null, 'grids are chosen by a plain click');
  assert.deepEqual(gestureWith(beginWork('move-vertex', null)), { kind: 'point', on: 'vertex', drag: true });
});

test('the vertices are shown where one is asked for', () => {
  assert.equal(createPictures()({ ...state, work: beginWork('delete-vertex', null) }).sources.vertices.length, 3);
  assert.equal(createPictures()(state).sources.vertices.length, 0);
});

test('a line snaps to the chosen grid and to the micro-grids in it', () => {
  assert.deepEqual(bordersOf(state).map(({ outer }) => outer), [true, false]);
  assert.deepEqual(bordersOf({ ...state, selected: null }), []);
});

test('only two numbers on the globe are a place', () => {
  assert.deepEqual(placeOf('112.6', '28.91234567891'), [112.6, 28.9123457]);
  for (const [lon, lat] of [['', '1'], ['1', ' '], ['x', '1'], ['181', '1'], ['1', '91']]) assert.equal(placeOf(lon, lat), null);
});
