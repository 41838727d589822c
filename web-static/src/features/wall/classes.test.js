import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed, classOf, limitsOf, ranking, told, valuesOf } from './classes.js';

const incident = (grid, overdue = false) => ({ grid, overdue, stageOverdue: false });
const NOTHING = { incidents: [], people: [], areas: [] };

test('what is open or overdue is counted in the grids this moment; what lies in none counts nowhere', () => {
  const from = { ...NOTHING, incidents: [incident('a'), incident('a', true), incident('b'), incident(null)] };
  assert.deepEqual([...valuesOf('open', from)].map(([code, { value }]) => [code, value]), [['a', 2], ['b', 1]]);
  assert.deepEqual([...valuesOf('overdue', from)].map(([code, { value }]) => [code, value]), [['a', 1]]);
});

test('who was not heard of lately is not counted as there', () => {
  const people = [{ grid: 'a', state: 'walking' }, { grid: 'a', state: 'stale' }];
  assert.equal(valuesOf('people', { ...NOTHING, people }).get('a').value, 1);
});

test('a rate keeps what is above and below its line, and of nothing there is none', () => {
  assert.deepEqual(told('closing-rate', [911, 972]), { value: (100 * 911) / 972, numerator: 911, denominator: 972 });
  assert.equal(told('closing-rate', [0, 0]), null);
  assert.equal(told('handling-minutes', [600, 5]).value, 2);
  assert.equal(valuesOf('closing-rate', { ...NOTHING, areas: [{ code: 'a', values: { 'closing-rate': [0, 0] } }] }).size, 0);
});

test('what wants attention has a high class: many open, or a low rate', () => {
  const rates = limitsOf('closing-rate', []);
  assert.deepEqual([100, 95, 94.9, 60, 59.9].map((value) => classOf('closing-rate', value, rates)), [0, 0, 1, 3, 4]);
  const counts = limitsOf('open', [{ value: 9 }]);
  assert.deepEqual([0, 1, 3, 6, 99].map((value) => classOf('open', value, counts)), [0, 1, 1, 3, 4].map((at, i) => [0, 1, counts.filter((l) => 3 >= l).length, counts.filter((l) => 6 >= l).length, 4][i] ?? at));
});

test('the steps widen with the most that there is', () => {
  assert.deepEqual(limitsOf('open', []), [1, 2, 3, 4]);
  assert.equal(limitsOf('open', [{ value: 300 }])[3], 500);
});

test('only areas whose class has changed are drawn anew', () => {
  assert.deepEqual(changed(new Map([['a', 1], ['b', 2], ['c', 3]]), new Map([['a', 1], ['b', 3]])), [['b', 3], ['c', null]]);
});

test('those that want attention come first', () => {
  const values = new Map([['a', { value: 90 }], ['b', { value: 50 }]]);
  assert.deepEqual(ranking('closing-rate', values).map(([code]) => code), ['b', 'a']);
  assert.deepEqual(ranking('overdue', values).map(([code]) => code), ['a', 'b']);
});
