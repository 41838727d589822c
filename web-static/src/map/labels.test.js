import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freeLabels, linesOf } from './labels.js';

test('a long name is cut into two lines without losing a letter', () => {
  assert.deepEqual(linesOf('滨江社区'), ['滨江社区']);
  assert.deepEqual(linesOf('荷埠社区第3网格'), ['荷埠社区', '第3网格']);
  assert.equal(linesOf('荷埠社区第3网格（市场专属）').join(''), '荷埠社区第3网格（市场专属）');
});

test('of two labels that lie on one another the earlier is shown', () => {
  const at = (x) => ({ x, y: 0, width: 10, height: 4 });
  assert.deepEqual(freeLabels([at(0), at(5), at(10)]), [true, false, true]);
});
