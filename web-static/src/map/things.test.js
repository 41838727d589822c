import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peopleSource, thingSources } from './things.js';

const point = (id, properties) => ({ type: 'Feature', id, geometry: { type: 'Point', coordinates: [111, 29] }, properties: { id, ...properties } });
const ready = (...features) => ({ status: 'ready', data: { features } });
const camera = point('c1', { state: 'offline', azimuthDegrees: 90, angleDegrees: 60, rangeMeters: 50, directionCertainty: 'estimated' });
const incident = point('i1', { state: 'handle', priority: 'urgent', overdue: false, closedAt: null });
const aState = (changes = {}) => ({
  layers: { incidents: true, cameras: true, tracks: true }, closedToo: false, picked: null, place: null, placeCard: { status: 'idle' }, here: null, whistles: [],
  lists: { incidents: ready(incident), cameras: ready(camera), tracks: ready() }, ...changes,
});

test('every thing is drawn by its mark, and a camera with what it sees', () => {
  const sources = thingSources(aState());
  assert.equal(sources.incidents.features[0].properties.mark, 'urgent');
  assert.equal(sources.cameras.features[0].properties.mark, 'off');
  assert.equal(sources.sectors.features[0].properties.certainty, 'estimated');
});

test('what a camera sees is drawn as the server has cut it', () => {
  const seen = { type: 'Polygon', coordinates: [[[1, 1], [2, 1], [1, 2], [1, 1]]] };
  const sees = point('c1', { ...camera.properties, rank: 1, seen });
  const sources = thingSources(aState({ here: { lng: 112, lat: 28, cameras: { status: 'ready', data: [sees] } } }));
  assert.equal(sources.sectors.features[0].geometry, seen);
});

test('a layer that is off draws nothing, not even the mark of the picked thing', () => {
  const sources = thingSources(aState({ layers: { incidents: false, cameras: false, tracks: false }, picked: { kind: 'incidents', id: 'i1' } }));
  for (const { features } of Object.values(sources)) assert.deepEqual(features, []);
});

test('where somebody called for help is marked by whether anybody hears and whether anybody is there', () => {
  const whistle = (more) => ({ ...point('w', {}), properties: { unheardSince: null, reached: false, ...more } });
  const sources = thingSources(aState({ whistles: [whistle({}), whistle({ unheardSince: '2026-11-22T02:00:00Z' }), whistle({ reached: true })] }));
  assert.deepEqual(sources.marks.features.map((f) => f.properties.mark), ['whistle', 'whistle-unheard', 'whistle-reached']);
});

test('the picked thing and the place that was asked about are marked', () => {
  const sources = thingSources(aState({ picked: { kind: 'incidents', id: 'i1' }, here: { lng: 111, lat: 29, cameras: { status: 'idle' } } }));
  assert.deepEqual(sources.marks.features.map((f) => f.properties.mark), ['picked', 'here']);
});

test('cameras that see the place asked about are drawn while their layer is off, once, and with their rank', () => {
  const sees = { state: 'online', azimuthDegrees: 0, angleDegrees: 60, rangeMeters: 50, directionCertainty: 'measured' };
  const here = { lng: 112, lat: 28, cameras: { status: 'ready', data: [point('c1', { ...sees, rank: 1 })] } };
  const off = thingSources(aState({ here, layers: { incidents: true, cameras: false, tracks: false } }));
  assert.deepEqual(off.cameras.features.map((f) => [f.properties.id, f.properties.rank]), [['c1', 1]]);
  assert.deepEqual(off.sectors.features.map((f) => f.properties.seeing), [true]);
  const lists = { incidents: ready(), cameras: ready(point('c1', sees), point('c2', sees)), tracks: ready() };
  const on = thingSources(aState({ here, lists }));
  assert.deepEqual(on.cameras.features.map((f) => f.properties.id), ['c2', 'c1']);
});

test('people are drawn by what they do, and the picked one is marked where they are', () => {
  const people = new Map([[1, { staffCode: 'D1', lng: 112, latitude: 28, state: 'walking', grid: '', saidMs: 0, generated: true }]]);
  assert.equal(peopleSource({ layers: { people: true }, people }).features[0].properties.mark, 'walking');
  assert.deepEqual(peopleSource({ layers: { people: false }, people }).features, []);
  const picked = aState({ layers: { people: true }, people, names: new Map(), picked: { kind: 'people', id: 'D1' } });
  assert.deepEqual(thingSources(picked).marks.features[0].geometry.coordinates, [112, 28]);
});
