import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIRST_LAYERS, firstState } from './state.js';
import { formatAddress, parseAddress } from './url.js';

const otherwise = { lang: 'zh', theme: 'dark', tablesOpen: false };
const nothingSaid = { lang: null, theme: null };

test('an empty address is the page as it first opens, and the other way round', () => {
  const address = parseAddress('', '');
  assert.deepEqual(address.shown, { partition: 'tree', level: 'grid' });
  assert.deepEqual(address.layers, FIRST_LAYERS);
  assert.equal(formatAddress(firstState(address, otherwise), nothingSaid), '');
});

for (const text of [
  '?area=430702001001001#15.25/29.03712/111.69110',
  '?level=community&area=430702001001&tab=incidents',
  '?partition=police-beats&area=P07&layers=base.areas.cameras',
  '?area=430702001&of=tree&partition=police-beats',
  '?area=430702001001001&place=buildings/building-00564&tab=buildings',
]) {
  test(`what the page writes into the address it reads again: ${text}`, () => {
    const [query, hash] = text.split('#');
    const state = firstState(parseAddress(query, hash ? `#${hash}` : ''), otherwise);
    const [queryAgain, hashAgain] = formatAddress(state, nothingSaid).split('#');
    assert.deepEqual([...new URLSearchParams(queryAgain)].sort(), [...new URLSearchParams(query)].sort());
    assert.equal(hashAgain, hash);
  });
}

test('what makes no sense is as if it were not there', () => {
  const address = parseAddress('?level=planet&lang=xx&theme=pink&tab=z', '#99/1/1');
  assert.equal(address.shown.level, 'grid');
  assert.equal(address.lang, null);
  assert.equal(address.theme, null);
  assert.equal(address.view, null);
  assert.equal(address.tab, 'areas');
});

test('language and theme are in the address only when asked for', () => {
  const state = firstState(parseAddress('', ''), otherwise);
  assert.equal(formatAddress(state, { lang: 'en', theme: 'light' }), '?lang=en&theme=light');
});
