import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCategories } from './category.js';

const ALL = [
  { code: 'exposed-rubbish', nameZh: '暴露垃圾', nameEn: 'Exposed rubbish', pinyin: ['bao lu la ji', 'pu lu la ji'] },
  { code: 'manhole-cover', nameZh: '井盖缺失', nameEn: 'Missing manhole cover', pinyin: ['jing gai que shi'] },
  { code: 'street-light', nameZh: '路灯不亮', nameEn: 'Street light out', pinyin: ['lu deng bu liang'] },
];
const codes = (text) => findCategories(ALL, text).map(({ code }) => code);

test('nothing typed shows all', () => assert.equal(codes(' ').length, 3));

test('Chinese, whole pinyin, its beginning, its first letters and English find the same category', () => {
  for (const text of ['井盖', '盖', 'jinggai', 'jing g', 'jgqs', 'gai', 'manhole', 'Missing', 'COVER']) assert.deepEqual(codes(text), ['manhole-cover'], text);
});

test('a name that begins so comes before one that only sounds so', () => {
  assert.deepEqual(codes('路'), ['street-light']);
  assert.deepEqual(codes('lu'), ['exposed-rubbish', 'street-light']);
});

test('another reading of a character counts, and what fits nothing finds nothing', () => {
  assert.deepEqual(codes('pulu'), ['exposed-rubbish']);
  assert.deepEqual(codes('<script>'), []);
});

test('a server that tells no pinyin is searched by names', () => {
  assert.equal(findCategories([{ ...ALL[0], pinyin: undefined }], 'la').length, 0);
  assert.equal(findCategories([{ ...ALL[0], pinyin: undefined }], '垃圾').length, 1);
  assert.deepEqual(findCategories([{ ...ALL[0], keywords: ['废品', 'Trash heap'] }, ALL[1]], 'trash h').map(({ code }) => code), ['exposed-rubbish']);
});
