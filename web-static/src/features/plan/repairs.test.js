import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWords } from '../../app/i18n.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { said } from './repairs.js';

const words = createWords('zh', 'Asia/Shanghai', { zh, en });
/** @type {PlanRepair} */
const gap = { kind: 'gap', areas: ['990101001001002', '990101001001001'], location: [112, 29], squareMeters: 12.34, meters: 0 };

test('a repair is said with the last digits of its areas and its size', () => {
  assert.equal(said(gap, words), '002、001 之间有缝隙：12.3 平方米');
  assert.equal(said({ ...gap, kind: 'vertex', meters: 0.31, squareMeters: 0 }, words), '002、001 的顶点移动了 0.3 米');
  assert.equal(said({ ...gap, kind: 'vertex', areas: ['x001'] }, words), '001 补上了顶点');
});
