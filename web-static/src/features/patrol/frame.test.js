import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterFrame, afterFrames } from './frame.js';

/** The bytes that the server's PositionFrameTest holds its frames to. */
const bytes = (hex) => Uint8Array.from(hex.match(/../g).map((pair) => parseInt(pair, 16)));
const WHOLE = bytes('0100908c99a3b3680202280444311e393930313031303031303031303031d0f2fbb108e0c4e493020a');
const MOVED = bytes('0101c0f69aa3b36802020ad00f0000');
const GONE = bytes('0101e0929ca3b368020210');

test('a frame of all tells everybody whole', () => {
  const { atMs, people } = afterFrame(new Map(), WHOLE);
  assert.equal(new Date(atMs).toISOString(), '2026-11-02T03:00:05.000Z');
  assert.deepEqual([...people], [[1, {
    staffCode: 'D1', grid: '990101001001001', lon: 1126137000, lat: 289182000, lng: 112.6137, latitude: 28.9182,
    saidMs: Date.parse('2026-11-02T03:00:00Z'), state: 'standing', generated: true,
  }]]);
});

test('a frame of changes tells the difference', () => {
  const known = afterFrame(new Map(), WHOLE).people;
  const person = afterFrame(known, MOVED).people.get(1);
  assert.equal(person.lng, 112.6138);
  assert.equal(person.latitude, 28.9182);
  assert.equal(person.state, 'walking');
  assert.equal(person.staffCode, 'D1');
  assert.equal(known.get(1).lng, 112.6137, 'what was known before stays as it was');
});

test('some frames together say what they say one after the other', () => {
  const known = afterFrame(new Map(), WHOLE).people;
  assert.deepEqual(afterFrames(new Map(), [WHOLE, MOVED]), afterFrame(known, MOVED).people);
  assert.equal(afterFrames(known, [MOVED, GONE]).size, 0);
  assert.equal(afterFrames(known, [GONE, WHOLE]).get(1).lng, 112.6137);
  assert.equal(known.get(1).lng, 112.6137, 'what was known before stays as it was');
});

test('whoever is gone is no longer known', () => {
  assert.equal(afterFrame(afterFrame(new Map(), WHOLE).people, GONE).people.size, 0);
});

test('bytes that are no frame are refused', () => {
  assert.throws(() => afterFrame(new Map(), bytes('0200')), /format 2/);
  assert.throws(() => afterFrame(new Map(), WHOLE.subarray(0, 20)), /too early/);
});
