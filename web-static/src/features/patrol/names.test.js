import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesIn, wantsNames } from './names.js';

const site = (...canRead) => ({ status: 'ready', data: { canRead } });

test('names are read for the open table of people alone, and by who may', () => {
  assert.equal(wantsNames({ site: site('people'), tab: 'people', tablesOpen: true }), true);
  assert.equal(wantsNames({ site: site('positions'), tab: 'people', tablesOpen: true }), false);
  assert.equal(wantsNames({ site: site('people'), tab: 'people', tablesOpen: false }), false);
  assert.equal(wantsNames({ site: site('people'), tab: 'tracks', tablesOpen: true }), false);
  assert.equal(wantsNames({ site: { status: 'loading' }, tab: 'people', tablesOpen: true }), false);
});

test('of whom nothing is known there is no name', () => {
  const people = [{ properties: { code: 'D1', name: '王*' } }, { properties: { code: 'D2', name: '' } }];
  assert.deepEqual([...namesIn(people)], [['D1', '王*']]);
});
