import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCardOf, nameCategories, versionsOf } from './loading.js';

test('versions are shown the newest first, whether they come as features or bare', () => {
  assert.deepEqual(versionsOf({ features: [{ properties: { version: 1 } }, { properties: { version: 3 } }] }).map((v) => v.version), [3, 1]);
  assert.deepEqual(versionsOf([{ version: 2 }]).map((v) => v.version), [2]);
  assert.deepEqual(versionsOf({}), []);
});

test('the card of an area is known by partition and code', () => {
  const card = { status: 'ready', data: { area: { properties: { partition: 'tree', code: '1' } } } };
  assert.equal(isCardOf(card, { partition: 'tree', code: '1' }), true);
  assert.equal(isCardOf(card, { partition: 'police', code: '1' }), false);
  assert.equal(isCardOf({ status: 'loading' }, { partition: 'tree', code: '1' }), false);
});

test('incidents get the names of their categories, and keep the code where there is no name', () => {
  const incidents = [{ properties: { category: 'noise' } }, { properties: { category: 'new-kind' } }];
  nameCategories(incidents, [{ code: 'noise', nameZh: '噪声扰民', nameEn: 'Noise' }]);
  assert.equal(incidents[0].properties.categoryNames.zh, '噪声扰民');
  assert.equal(incidents[1].properties.categoryNames, undefined);
});
