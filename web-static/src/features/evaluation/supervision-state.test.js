import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, daysUntil, nextOpen, percentOf, said, viewOf, waitOf } from './supervision-state.js';

test('an address brings the same view again and keeps what else stood in it', () => {
  const view = viewOf('?part=samples&sample=7&count=solved&lang=en');
  assert.deepEqual(view, { part: 'samples', sample: '7', count: 'solved', incident: '' });
  assert.equal(addressOf({ ...view, count: 'drawn' }, '?part=samples&sample=7&count=solved&lang=en'), '?part=samples&sample=7&lang=en');
  assert.deepEqual(viewOf('?part=x&sample=y&count=z'), { part: 'pending', sample: '', count: 'drawn', incident: '' });
});

test('what waits is told in hours on the first day and in days from then on', () => {
  const now = Date.parse('2026-11-02T00:00:00Z');
  assert.deepEqual(waitOf('2026-11-01T00:30:00Z', now), { n: 23, unit: 'hours' });
  assert.deepEqual(waitOf('2026-11-01T00:00:00Z', now), { n: 1, unit: 'days' });
  assert.deepEqual(waitOf('2026-11-03T00:00:00Z', now), { n: 0, unit: 'hours' });
});

test('a share of nothing is none', () => {
  assert.equal(percentOf({ numerator: 0, denominator: 0 }), null);
  assert.equal(percentOf({ numerator: 1, denominator: 4 }), 25);
});

test('the next one to assess is found behind the last, then from the beginning', () => {
  const member = (/** @type {string} */ incidentId, /** @type {boolean} */ done) => /** @type {any} */ ({ incidentId, assessment: done ? {} : null, incident: {} });
  assert.equal(nextOpen([member('a', false), member('b', true), member('c', false)], 'b'), 'c');
  assert.equal(nextOpen([member('a', false), member('b', true), member('c', true)], 'b'), 'a');
  assert.equal(nextOpen([member('a', true)], 'a'), '');
  assert.equal(nextOpen([{ ...member('a', false), incident: null }], ''), '');
});

test('days are those of the site', () => {
  assert.deepEqual(daysUntil('2026-11-02T17:00:00Z', 30, 'Asia/Shanghai'), { from: '2026-10-05', to: '2026-11-03' });
  assert.deepEqual(said({ area: '', size: '3' }), { size: '3' });
});
