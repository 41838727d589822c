import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planAfter } from './plan-after.js';

const grid = (id, lon, households = 0) => ({ id, properties: { labelPoint: [lon, 29], households } });
const ids = (plan) => plan.grids.features.map(({ id }) => id);
const before = { version: 3, grids: { features: [grid('a', 1), grid('b', 2), grid('c', 3)] }, edits: [{ seq: 1 }, { seq: 2 }] };

test('of a change the page keeps what it had and puts in what is other, in the order of numbers', () => {
  const answer = { version: 4, since: { version: 3, edits: 2, gone: ['b'] }, edits: [{ seq: 3 }], grids: { features: [grid('e3-1', 1.5), grid('c', 3, 9)] } };
  const after = planAfter(before, answer);
  assert.deepEqual(ids(after), ['a', 'e3-1', 'c']);
  assert.equal(after.grids.features[2].properties.households, 9);
  assert.deepEqual(after.edits.map(({ seq }) => seq), [1, 2, 3]);
  assert.deepEqual(ids(before), ['a', 'b', 'c'], 'what was before is left alone');
});

test('undoing takes edits off the end', () => {
  const answer = { version: 4, since: { version: 3, edits: 1, gone: [] }, edits: [], grids: { features: [] } };
  assert.deepEqual(planAfter(before, answer).edits, [{ seq: 1 }]);
});

test('a whole plan is taken as it is', () => {
  const whole = { version: 9, edits: [], grids: { features: [grid('x', 0)] } };
  assert.equal(planAfter(before, whole), whole);
});
