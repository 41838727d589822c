import assert from 'node:assert/strict';
import { test } from 'node:test';
import { langOf } from './reader.js';

test('what the reader chose before comes first', () => {
  assert.equal(langOf('en', ['zh-CN']), 'en');
  assert.equal(langOf('zh', ['en-GB']), 'zh');
});

test('else the first language of the browser that the page speaks, else Chinese', () => {
  assert.equal(langOf(null, ['en-GB', 'zh-CN']), 'en');
  assert.equal(langOf(null, ['fr-FR', 'zh-TW', 'en']), 'zh');
  assert.equal(langOf(null, ['fr-FR']), 'zh');
  assert.equal(langOf('fr', []), 'zh');
});
