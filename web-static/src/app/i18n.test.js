import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { createWords, createWordsOf, fill } from './i18n.js';
import { en as auditEn } from '../features/audit/i18n/en.js';
import { zh as auditZh } from '../features/audit/i18n/zh.js';
import { en as mineEn } from '../features/people/account/i18n/en.js';
import { zh as mineZh } from '../features/people/account/i18n/zh.js';
import { en as deskEn } from '../features/desk/i18n/en.js';
import { zh as deskZh } from '../features/desk/i18n/zh.js';
import { en as publicEn } from '../features/evaluation/i18n/en.js';
import { zh as publicZh } from '../features/evaluation/i18n/zh.js';
import { en as supervisionEn } from '../features/evaluation/i18n/supervision.en.js';
import { zh as supervisionZh } from '../features/evaluation/i18n/supervision.zh.js';
import { en as figureEn } from '../features/figure/i18n/en.js';
import { zh as figureZh } from '../features/figure/i18n/zh.js';
import { en as planEn } from '../features/plan/i18n/en.js';
import { zh as planZh } from '../features/plan/i18n/zh.js';
import { en as fieldEn } from '../features/field/i18n/en.js';
import { zh as fieldZh } from '../features/field/i18n/zh.js';
import { en as fieldLaterEn } from '../features/field/i18n/later.en.js';
import { zh as fieldLaterZh } from '../features/field/i18n/later.zh.js';
import { en as caEn } from './i18n/ca.en.js';
import { zh as caZh } from './i18n/ca.zh.js';
import { en as adminEn } from '../features/people/admin/i18n/en.js';
import { zh as adminZh } from '../features/people/admin/i18n/zh.js';
import { en as emergencyEn } from '../features/emergency/i18n/en.js';
import { zh as emergencyZh } from '../features/emergency/i18n/zh.js';
import { en as campaignEn } from '../features/campaign/i18n/en.js';
import { zh as campaignZh } from '../features/campaign/i18n/zh.js';
import { en as alarmEn } from '../features/alarm/i18n/en.js';
import { zh as alarmZh } from '../features/alarm/i18n/zh.js';
import { en as playbackEn } from '../features/patrol/i18n/en.js';
import { zh as playbackZh } from '../features/patrol/i18n/zh.js';
import { en as visitEn } from '../features/visit/i18n/en.js';
import { zh as visitZh } from '../features/visit/i18n/zh.js';
import { en as roundEn } from '../features/round/i18n/en.js';
import { zh as roundZh } from '../features/round/i18n/zh.js';
import { en as roundHandEn } from '../features/round/i18n/hand.en.js';
import { zh as roundHandZh } from '../features/round/i18n/hand.zh.js';
import { en as errandEn } from '../features/errand/i18n/en.js';
import { zh as errandZh } from '../features/errand/i18n/zh.js';
import { en as wallEn } from '../features/wall/i18n/en.js';
import { zh as wallZh } from '../features/wall/i18n/zh.js';
import { en as registerEn } from '../features/camera/register/i18n/en.js';
import { zh as registerZh } from '../features/camera/register/i18n/zh.js';
import { en as shiftEn } from '../features/shift/i18n/en.js';
import { zh as shiftZh } from '../features/shift/i18n/zh.js';
import { en as coverEn } from '../features/camera/i18n/cover.en.js';
import { zh as coverZh } from '../features/camera/i18n/cover.zh.js';
import { en as mainEn } from './i18n/en.js';
import { zh as mainZh } from './i18n/zh.js';

/** Pages of their own have catalogs of their own beside these. */
const en = { ...mainEn, ...planEn, ...caEn, ...adminEn, ...auditEn, ...mineEn, ...fieldEn, ...fieldLaterEn, ...deskEn, ...figureEn, ...campaignEn, ...errandEn, ...emergencyEn, ...shiftEn, ...visitEn, ...playbackEn, ...roundEn, ...roundHandEn, ...publicEn, ...alarmEn, ...supervisionEn, ...wallEn, ...coverEn, ...registerEn };
const zh = { ...mainZh, ...planZh, ...caZh, ...adminZh, ...auditZh, ...mineZh, ...fieldZh, ...fieldLaterZh, ...deskZh, ...figureZh, ...campaignZh, ...errandZh, ...emergencyZh, ...shiftZh, ...visitZh, ...playbackZh, ...roundZh, ...roundHandZh, ...publicZh, ...alarmZh, ...supervisionZh, ...wallZh, ...coverZh, ...registerZh };

test('both catalogs have the same keys in the same order', () => {
  assert.deepEqual(Object.keys(en), Object.keys(zh));
});

test('a sentence takes the same values in both languages', () => {
  const values = (sentence) => [...sentence.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
  for (const key of Object.keys(zh)) assert.deepEqual(values(en[key]), values(zh[key]), key);
});

test('every key the page asks for is in the catalogs', () => {
  const src = new URL('..', import.meta.url);
  const files = readdirSync(src, { recursive: true }).filter((f) => f.endsWith('.js') && !f.includes('vendor') && !f.includes('.test.') && !f.includes('i18n'));
  const asked = files.flatMap((file) => [...readFileSync(new URL(file, src), 'utf8').matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((m) => m[1]));
  assert.deepEqual(asked.filter((key) => !(key in zh)), []);
});

test('values are put into the sentence, and unknown ones stay visible', () => {
  assert.equal(fill('{n} of {all}', { n: 3 }), '3 of {all}');
});

test('a word the server says and the catalog does not know is shown as it is', () => {
  assert.equal(createWords('zh').word('duty', 'grid-head'), '网格长');
  assert.equal(createWords('zh').word('duty', 'astronaut'), 'astronaut');
});

test('times are told in the zone of the site', () => {
  assert.match(createWords('en', 'Asia/Shanghai').time('2026-11-01T18:30:00Z'), /02\/11.*02:30/);
  assert.match(createWords('en', 'Asia/Shanghai').dayTime('2026-11-01T18:30:00Z'), /02\/11\/2026.*02:30/);
  assert.equal(createWords('en').time(null), '—');
});

test('lengths change from metres to kilometres at a thousand', () => {
  assert.equal(createWords('en').length(999), '999 m');
  assert.equal(createWords('en').length(1234), '1.23 km');
});

test('words are made anew for another language or zone, and for nothing else', () => {
  let chosen = { lang: /** @type {Lang} */ ('zh'), timeZone: 'Asia/Shanghai' };
  const words = createWordsOf(() => chosen);
  const first = words();
  assert.equal(words(), first);
  chosen = { lang: 'en', timeZone: 'Asia/Shanghai' };
  assert.equal(words().lang, 'en');
  chosen = { lang: 'en', timeZone: 'UTC' };
  assert.match(words().time('2026-11-01T18:30:00Z'), /01\/11.*18:30/);
});
