import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatRef, parseRef, refOfHit, samePlace } from './ref.js';

test('a hit of the search leads to the place it is', () => {
  assert.deepEqual(refOfHit({ kind: 'building', id: 'building-1' }), { kind: 'buildings', id: 'building-1' });
  assert.deepEqual(refOfHit({ kind: 'point-of-interest', id: 'ground-7' }), { kind: 'grounds', id: 'ground-7' });
  assert.equal(refOfHit({ kind: 'area', id: '990101' }), null);
});

test('a place comes back from the address it is written in, and nonsense is none', () => {
  const ref = { kind: 'estates', id: 'estate-0121' };
  assert.ok(samePlace(parseRef(formatRef(ref)), ref));
  for (const text of [null, '', 'estates', 'castles/1', 'estates/', 'estates/1/2']) assert.equal(parseRef(text), null, String(text));
});
