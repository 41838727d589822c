import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LAYERS, LIMITS, freshness, strength } from './fresh.js';

test('a layer lags before it is old, and was not heard of before the first time', () => {
  assert.equal(freshness('people', null, 9).standing, 'waiting');
  assert.equal(freshness('people', 1000, 5999).standing, 'fresh');
  assert.equal(freshness('people', 1000, 6000).standing, 'lags');
  assert.equal(freshness('people', 1000, 31_000).standing, 'old');
});

test('what comes by the stream is told to lag within five seconds', () => {
  for (const layer of /** @type {const} */ (['incidents', 'whistles', 'people'])) assert.ok(LIMITS[layer].lag <= 5000, layer);
});

test('the older a layer, the greyer it is, and it never goes', () => {
  for (const layer of LAYERS) {
    const { lag, old } = LIMITS[layer];
    const at = (age) => strength(freshness(layer, 0, age), layer);
    assert.equal(at(lag - 1), 1);
    assert.ok(at(lag) < 1 && at(lag) > at((lag + old) / 2) && at((lag + old) / 2) > at(old));
    assert.equal(at(old), at(old * 9));
    assert.ok(at(old) >= 0.3);
  }
});
