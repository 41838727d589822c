import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyOf, changedIn, filtered, keywordsOf, parentsFor } from './category-state.js';

/** @param {string} code @param {Partial<CategoryRow>} more @returns {CategoryRow} */
const row = (code, more = {}) => ({
  code, version: 1, nameZh: '井盖问题', nameEn: 'Manhole cover', pinyin: ['jing gai wen ti'], keywords: [], priority: 'urgent', parent: '',
  conditions: [], departments: [], published: true, retired: false, since: '2026-11-02T01:00:00Z', ...more,
});
const ALL = [row('manhole-cover', { keywords: ['窨井'] }), row('noise', { nameZh: '噪声', nameEn: 'Noise', pinyin: ['zao sheng'], retired: true })];
const codes = (asked) => filtered(ALL, { q: '', state: '', ...asked }).map(({ code }) => code);

test('categories are found by name, reading, what they are also called, and code, and by whether they are in use', () => {
  assert.deepEqual(codes({}), ['manhole-cover', 'noise']);
  assert.deepEqual(codes({ state: 'retired' }), ['noise']);
  assert.deepEqual(codes({ state: 'in-use' }), ['manhole-cover']);
  assert.deepEqual(codes({ q: 'jg' }), ['manhole-cover']);
  assert.deepEqual(codes({ q: '窨井' }), ['manhole-cover']);
  assert.deepEqual(codes({ q: 'hole-co' }), ['manhole-cover']);
  assert.deepEqual(codes({ q: 'noise', state: 'in-use' }), []);
});

test('words are parted by commas of either kind, without blanks around them and each once', () => {
  assert.deepEqual(keywordsOf(' 窨井， drain cover、窨井,; '), ['窨井', 'drain cover']);
  assert.deepEqual(keywordsOf(''), []);
});

test('a category is a part of one in use that is a part of none, never of itself, and what has parts of none', () => {
  const all = [row('roads'), row('cover', { parent: 'roads' }), row('old', { retired: true }), row('noise')];
  assert.deepEqual(parentsFor(all, 'noise'), ['roads']);
  assert.deepEqual(parentsFor(all, 'roads'), []);
  assert.deepEqual(parentsFor(all, ''), ['roads', 'noise']);
});

test('a form says what the server wants: what is not ticked is not published', () => {
  const given = new FormData();
  for (const [name, value] of [['nameZh', ' 井盖 '], ['nameEn', 'Cover'], ['priority', 'urgent'], ['keywords', '窨井,盖'], ['department', 'works'], ['department', 'lamps']]) given.append(name, value);
  assert.deepEqual(bodyOf(given, [{ code: ' missing ', nameZh: '缺失', nameEn: 'Missing' }]), {
    nameZh: '井盖', nameEn: 'Cover', priority: 'urgent', parent: '', keywords: ['窨井', '盖'], conditions: [{ code: 'missing', nameZh: '缺失', nameEn: 'Missing' }],
    departments: ['works', 'lamps'], published: false,
  });
  given.append('published', 'on');
  assert.equal(bodyOf(given, []).published, true);
});

test('two versions are told apart by what is said of them alone', () => {
  const before = row('cover', { conditions: [{ code: 'missing', nameZh: '缺失', nameEn: 'Missing' }] });
  assert.deepEqual(changedIn({ ...before, version: 2, since: '2026-12-01T00:00:00Z' }, before), []);
  assert.deepEqual(changedIn({ ...before, conditions: [], retired: true }, before), ['conditions', 'retired']);
});
