import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownOfDigit } from './keys.js';

const site = { status: 'ready', data: { partitions: [{ id: 'tree' }, { id: 'police-beat' }] } };

test('digits go through the levels of the tree and then the overlays', () => {
  assert.deepEqual(shownOfDigit(1, { site }), { partition: 'tree', level: 'district' });
  assert.deepEqual(shownOfDigit(5, { site }), { partition: 'tree', level: 'micro-grid' });
  assert.deepEqual(shownOfDigit(6, { site }), { partition: 'police-beat', level: 'overlay' });
  assert.equal(shownOfDigit(7, { site }), null);
  assert.equal(shownOfDigit(6, { site: { status: 'idle' } }), null);
});
