import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bandOf, classesOf, classOf, dotsOf, firstBalanceState, merged, nextProblem, reduceBalance, shadeOf, sorted } from './balance-state.js';

const rule = (deviation) => ({ measure: 'households', min: 300, max: 500, deviation });
const grid = (face, households, problems = []) => ({
  face, code: face, name: face, households, problems, rules: [rule(households - Math.max(300, Math.min(500, households)))],
});
const feature = (id, code = id) => ({ id, properties: { code, name: `网格${code}` } });

test('an edit changes the rows it tells of, drops those that are gone and numbers new ones as the plan does', () => {
  const before = { version: 1, grids: [grid('a', 600), grid('b', 400), grid('e1-1', 350)], totals: { grids: 3 } };
  const told = { version: 2, grids: [grid('e2-1', 310), grid('e2-2', 290)], totals: { grids: 4 } };
  const after = merged(before, told, [feature('b'), feature('e1-1', '009'), feature('e2-1', '007'), feature('e2-2', '008')]);
  assert.deepEqual(after.grids.map(({ face, code, households }) => [face, code, households]),
    [['b', 'b', 400], ['e1-1', '009', 350], ['e2-1', '007', 310], ['e2-2', '008', 290]]);
  assert.equal(after.totals.grids, 4);
});

test('what an answer does not tell has to be asked for', () => {
  const before = { version: 1, grids: [grid('a', 600)], totals: {} };
  assert.equal(merged(before, undefined, [feature('a')]), null);
  assert.equal(merged(null, before, [feature('a')]), null);
  assert.equal(merged(before, before, [feature('a'), feature('b')]), null);
});

test('a balance that comes late for another plan is not shown', () => {
  const state = reduceBalance(firstBalanceState(), { kind: 'asked', plan: '2' });
  assert.equal(reduceBalance(state, { kind: 'came', plan: '1', balance: { grids: [] } }), state);
});

test('a title sorts, and the same title again the other way', () => {
  const once = reduceBalance(firstBalanceState(), { kind: 'sort', by: 'households' });
  assert.deepEqual(once.sort, { by: 'households', descending: true });
  assert.deepEqual(reduceBalance(once, { kind: 'sort', by: 'households' }).sort, { by: 'households', descending: false });
});

test('sorted by size, what is furthest out of its rule comes first', () => {
  const rows = [grid('a', 520, ['households-above']), grid('b', 400), grid('c', 100, ['households-below']), grid('d', 400, ['cuts-building'])];
  assert.deepEqual(sorted(rows, { by: 'verdict', descending: true }).map(({ face }) => face), ['c', 'a', 'd', 'b']);
});

test('the next problem comes after the chosen row and begins again at the top', () => {
  const rows = [grid('a', 600, ['households-above']), grid('b', 400), grid('c', 100, ['households-below'])];
  assert.equal(nextProblem(rows, null).face, 'a');
  assert.equal(nextProblem(rows, 'a').face, 'c');
  assert.equal(nextProblem(rows, 'c').face, 'a');
  assert.equal(nextProblem([rows[1]], 'b'), null);
});

test('classes hold all values, as many each, and never divide equal ones', () => {
  const classes = classesOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  assert.deepEqual(classes.map(({ from, to }) => [from, to]), [[1, 2], [3, 4], [5, 6], [7, 8], [9, 10]]);
  assert.equal(classOf(classes, 6), 2);
  assert.deepEqual([0, 1, 2].map((i) => shadeOf(i, 3)), [0, 2, 4]);
  assert.deepEqual(classesOf([3, 3, 3]), [{ from: 3, to: 3, count: 3 }]);
  assert.deepEqual(classesOf([]), []);
});

test('dots lie along one scale and are stacked where they meet', () => {
  const { end, tallest, dots } = dotsOf([grid('a', 400), grid('b', 401), grid('c', 700)], 20);
  assert.equal(end, 700);
  assert.equal(tallest, 2);
  assert.deepEqual(dots.map(({ grid: { face }, column, row }) => [face, column, row]), [['a', 11, 0], ['b', 11, 1], ['c', 19, 0]]);
});

test('the band of the chart is the one most grids are held against', () => {
  const odd = { ...grid('x', 10), rules: [{ ...rule(0), min: 10, max: 15 }] };
  assert.deepEqual(bandOf([odd, grid('a', 1), grid('b', 1)]), { min: 300, max: 500, n: 2 });
  assert.equal(bandOf([]), null);
});
