import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressNear, metersBetween, nearestOf } from './nearby.js';

const house = (lon, properties) => ({
  type: 'Feature', id: String(lon), geometry: { type: 'Polygon', coordinates: [[[lon, 28], [lon + 0.0001, 28], [lon, 28.0001], [lon, 28]]] }, properties,
});
const apiOf = (houses) => ({
  get: async (path) => (path === '/api/places/buildings' ? { features: houses } : { properties: { nameZh: '白埠巷', nameEn: 'Baibu Lane' } }),
});
const signal = new AbortController().signal;

test('a thousandth of a degree north is 111 m', () => {
  assert.equal(Math.round(metersBetween([112, 28], [112, 28.001])), 111);
});

test('the nearest house is told by street and number', async () => {
  const houses = [house(112.001, { nameZh: '', street: 's', gateNumber: '9' }), house(112.0003, { nameZh: '', street: 's', gateNumber: '7' })];
  assert.equal(nearestOf(houses, [112, 28]).feature.properties.gateNumber, '7');
  const { names, meters } = await addressNear(apiOf(houses), [112, 28], signal);
  assert.deepEqual(names, { zh: '白埠巷7号', en: '7 Baibu Lane' });
  assert.equal(Math.round(meters), 29);
});

test('a house of an estate goes by its name, and what has neither is passed over', async () => {
  const houses = [house(112.0001, { nameZh: '', street: null, gateNumber: null }), house(112.0003, { nameZh: '云圃小区1栋', nameEn: '', street: null })];
  assert.equal((await addressNear(apiOf(houses), [112, 28], signal)).names.en, '云圃小区1栋');
});

test('where no house is near there is no address', async () => {
  assert.equal(await addressNear(apiOf([]), [112, 28], signal), null);
  assert.equal(await addressNear(apiOf([house(112.01, { nameZh: 'x' })]), [112, 28], signal), null);
});
