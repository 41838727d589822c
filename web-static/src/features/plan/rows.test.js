import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf, stepsOf } from './rows.js';

const grid = (id, verdict = 'within', born = false) => ({ id: String(id), properties: { born, sizeRule: { verdict } } });
const edits = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => ({ seq: from + i }));

test('of a community every grid is shown, in its order', () => {
  const grids = [grid(1), grid(2, 'above')];
  assert.deepEqual(rowsOf(grids, []), { rows: grids, left: 0 });
});

test('of a city those are shown that are at hand, new or out of range, and how many are not', () => {
  const grids = [...Array.from({ length: 8000 }, (_, i) => grid(i)), grid('odd', 'below'), grid('new', 'within', true)];
  const { rows, left } = rowsOf(grids, ['77']);
  assert.deepEqual(rows.slice(0, 3).map(({ id }) => id), ['77', 'new', 'odd']);
  assert.equal(rows.length + left, 8002);
});

test('of a thousand steps those around the present one are shown, by their numbers', () => {
  const { steps, earlier } = stepsOf(edits(1, 1000), edits(1001, 1200));
  assert.deepEqual([earlier, steps[0].n, steps[steps.length - 1].n], [960, 961, 1040]);
});
