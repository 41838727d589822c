import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCounting } from './ground.js';
import { addressOf, FIRST_VIEW, viewOf } from './state.js';

test('an answer that says how far it has come is not yet what came of it', () => {
  assert.equal(isCounting({ done: 3, of: 40 }), true);
  assert.equal(isCounting({ grids: [] }), false);
  assert.equal(isCounting({ features: [], days: 30 }), false);
});

test('what is shown beside the map is kept in the address, and only what there is', () => {
  const view = { ...FIRST_VIEW, part: 'unseen' };
  assert.deepEqual(viewOf(addressOf(view)), view);
  assert.equal(viewOf('?part=nothing').part, '');
});
