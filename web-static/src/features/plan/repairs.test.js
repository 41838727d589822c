import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWords } from '../../app/i18n.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { outsideOf, said } from './repairs.js';

const words = createWords('zh', 'Asia/Shanghai', { zh, en });
/** @type {PlanRepair} */
const gap = { kind: 'gap', areas: ['990101001001002', '990101001001001'], location: [112, 29], squareMeters: 12.34, meters: 0, outside: false, outsideAreas: [] };

test('a repair is said with the last digits of its areas and its size', () => {
  assert.equal(said(gap, words), '002、001 之间有缝隙：12.3 平方米');
  assert.equal(said({ ...gap, kind: 'vertex', meters: 0.31, squareMeters: 0 }, words), '002、001 的顶点移动了 0.3 米');
  assert.equal(said({ ...gap, kind: 'vertex', areas: ['x001'] }, words), '001 补上了顶点');
});

test('a repair that altered what is not under plan says so, and all of these are told once', () => {
  const beyond = { ...gap, outside: true, outsideAreas: ['990101001002001'] };
  assert.equal(said(beyond, words), '002、001 之间有缝隙：12.3 平方米；动了方案范围以外的 990101001002001');
  assert.equal(said({ ...beyond, kind: 'followed', areas: ['police:7'] }, createWords('en', 'Asia/Shanghai', { zh, en })), 'Outline police:7 follows the repaired border; altered outside the plan: 990101001002001');
  assert.deepEqual(outsideOf([beyond, gap, beyond, { ...beyond, outsideAreas: ['1'] }]), ['1', '990101001002001']);
});
