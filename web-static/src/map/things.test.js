import assert from 'node:assert/strict';
import { test } from 'node:test';
import { thingSources } from './things.js';

const point = (id, properties) => ({ type: 'Feature', id, geometry: { type: 'Point', coordinates: [111, 29] }, properties: { id, ...properties } });
const ready = (...features) => ({ status: 'ready', data: { features } });
const camera = point('c1', { state: 'offline', azimuthDegrees: 90, angleDegrees: 60, rangeMeters: 50, directionCertainty: 'estimated' });
const incident = point('i1', { state: 'handle', priority: 'urgent', overdue: false, closedAt: null });
const aState = (changes = {}) => ({
  layers: { incidents: true, cameras: true, tracks: true }, closedToo: false, picked: null, here: null,
  lists: { incidents: ready(incident), cameras: ready(camera), tracks: ready() }, ...changes,
});

test('every thing is drawn by its mark, and a camera with what it sees', () => {
  const sources = thingSources(aState());
  assert.equal(sources.incidents.features[0].properties.mark, 'urgent');
  assert.equal(sources.cameras.features[0].properties.mark, 'off');
  assert.equal(sources.sectors.features[0].properties.certainty, 'estimated');
});

test('a layer that is off draws nothing, not even the mark of the picked thing', () => {
  const sources = thingSources(aState({ layers: { incidents: false, cameras: false, tracks: false }, picked: { kind: 'incidents', id: 'i1' } }));
  for (const { features } of Object.values(sources)) assert.deepEqual(features, []);
});

test('the picked thing and the place that was asked about are marked', () => {
  const sources = thingSources(aState({ picked: { kind: 'incidents', id: 'i1' }, here: { lng: 111, lat: 29 } }));
  assert.deepEqual(sources.marks.features.map((f) => f.properties.mark), ['picked', 'here']);
});
