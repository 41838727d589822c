import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOf, placeKindAt } from './place-pointer.js';

const mapOf = (zoom, ...features) => ({ getZoom: () => zoom, getLayer: () => ({}), queryRenderedFeatures: () => features });
const hit = (id, properties = {}) => ({ layer: { id }, properties });
const state = { layers: { base: true } };

test('what lies above is meant before what lies below', () => {
  assert.equal(placeKindAt(mapOf(17, hit('base-building'), hit('base-block', { kind: 'housing', name_zh: '望峰小区' })), state, { x: 1, y: 1 }), 'buildings');
});

test('from far away, and without the base map, a click means the area', () => {
  assert.equal(placeKindAt(mapOf(16, hit('base-building')), state, { x: 1, y: 1 }), null);
  assert.equal(placeKindAt(mapOf(17, hit('base-building')), { layers: { base: false } }, { x: 1, y: 1 }), null);
});

test('ground with a name is an estate or a ground, without one it is nothing', () => {
  assert.equal(kindOf('base-block', { kind: 'housing', name_zh: '望峰小区' }), 'estates');
  assert.equal(kindOf('base-green', { kind: 'park', name_zh: '桐岭公园' }), 'grounds');
  assert.equal(kindOf('base-block', { kind: 'housing' }), null);
});
