import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createExtras, READERS } from './extras.js';

test('answers are read whether or not they say everything', () => {
  assert.deepEqual(READERS.photos({ photos: [{ photo: 'p1', takenAt: '2026-11-22T01:00:00Z' }] }), [{ id: 'p1', action: '', at: '2026-11-22T01:00:00Z' }]);
  assert.deepEqual(READERS.similar({ similar: [{ number: '20261122-0003', category: 'rubbish', metres: 12 }] }), [{ id: 'incident-20261122-0003', number: '20261122-0003', category: 'rubbish', meters: 12, since: null }]);
  assert.deepEqual(READERS.suggestions({ suggestions: [{ to: { kind: 'person', code: 'D001' }, open: 2 }] }), [{ to: { kind: 'person', code: 'D001' }, names: undefined, reasons: [], distanceMeters: null, open: 2 }]);
  assert.deepEqual(READERS.notes({ notes: [{ note: 'n1', lengthMillis: 3000, version: null }] }), [{ id: 'n1', version: 0, at: null, ms: 3000 }]);
  assert.deepEqual([READERS.photos({}), READERS.similar({}), READERS.suggestions({})], [[], [], []]);
});

test('who is chosen twice in a hurry is sent once, and nobody else before the incident was read anew', async () => {
  /** @type {string[]} */
  const sent = [];
  /** @type {(() => void)[]} */
  const waiting = [];
  const later = () => new Promise((done) => waiting.push(() => done(undefined)));
  const api = { send: (/** @type {string} */ _, /** @type {string} */ path) => (sent.push(path), later()), get: () => later() };
  const words = () => ({ t: (/** @type {string} */ key) => key, word: () => '' });
  const extras = createExtras(/** @type {any} */ ({ api, say: () => {}, words }), () => {});
  extras.open('i');
  const incident = /** @type {any} */ ({ id: 'i', version: 3, number: '1' });
  const somebody = /** @type {any} */ ({ to: { kind: 'person', code: 'D001' } });
  const first = extras.doings.dispatch(incident, somebody, later);
  await extras.doings.dispatch(incident, somebody, later);
  assert.deepEqual([sent, extras.state().sending], [['/api/incidents/i/dispatch'], true]);
  waiting.at(-1)?.();
  await new Promise((done) => setTimeout(done, 0));
  assert.equal(extras.state().sending, true);
  waiting.at(-1)?.();
  await first;
  assert.equal(extras.state().sending, false);
});
