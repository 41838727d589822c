import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, byGrid, firstOf, leftFirst, minutesOf, saidOf, topsOf, viewOf } from './state.js';

/** @param {number} id @param {string | null} endedAt @returns {any} */
const one = (id, endedAt) => ({ id, endedAt, declaredAt: '2026-11-02T01:00:00Z' });

test('an address says which emergency and which part, and keeps the rest', () => {
  assert.deepEqual(viewOf('?emergency=7&part=people'), { emergency: '7', part: 'people' });
  assert.deepEqual(viewOf('?emergency=x&part=y'), { emergency: '', part: 'report' });
  assert.equal(addressOf({ emergency: '7', part: 'report' }, '?lang=en&part=people', '/emergency/'), '?lang=en&emergency=7');
  assert.equal(addressOf({ emergency: '', part: 'report' }, '', '/emergency/'), '/emergency/');
});

test('what lasts is looked at before what is over', () => {
  assert.equal(firstOf([one(3, 'x'), one(2, null), one(1, 'x')])?.id, 2);
  assert.equal(firstOf([one(3, 'x'), one(1, 'x')])?.id, 3);
  assert.equal(firstOf([]), undefined);
});

test('it lasts until now or until its end', () => {
  assert.equal(minutesOf(one(1, null), Date.parse('2026-11-02T02:30:00Z')), 90);
  assert.equal(minutesOf(one(1, '2026-11-02T01:20:00Z'), 0), 20);
});

test('people stand by their grids, and what they said has a word', () => {
  /** @type {any[]} */
  const calls = [{ grid: 'a', gridName: 'A', comes: null }, { grid: 'b', gridName: 'B', comes: true }, { grid: 'a', gridName: 'A', comes: false }];
  assert.deepEqual(byGrid(calls).map(({ grid, calls: of }) => [grid, of.length]), [['a', 2], ['b', 1]]);
  assert.deepEqual(calls.map(saidOf), ['waiting', 'yes', 'no']);
});

test('an area stands for all below it', () => {
  assert.deepEqual(topsOf(['9901012', '990101', '9902', '990101001']), ['990101', '9902']);
});

test('building units with households left come first', () => {
  const units = [{ unit: 'a', all: 3, answered: 3 }, { unit: 'b', all: 3, answered: 1 }, { unit: 'c', all: 2, answered: 0 }];
  assert.deepEqual(leftFirst(units).map(({ unit }) => unit), ['b', 'c', 'a']);
});
