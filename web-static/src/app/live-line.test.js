import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openLine, waitBefore } from './live-line.js';

/** A line whose streams and timers the test holds in its hand. */
function aLine(after) {
  const told = [];
  const streams = [];
  const timers = [];
  const source = (url) => {
    const listeners = {};
    const stream = {
      url, closed: false, onerror: null, readyState: 1,
      addEventListener: (kind, listener) => (listeners[kind] = listener),
      close: () => (stream.closed = true),
      say: (kind, data) => listeners[kind]({ data: JSON.stringify(data) }),
    };
    streams.push(stream);
    return stream;
  };
  let forbidden = false;
  const stop = openLine(after, (message) => told.push(message), { source, later: (work, ms) => timers.push({ work, ms }), chance: () => 1, forbidden: async () => forbidden });
  const elapse = (ms) => timers.splice(0).forEach((timer) => (timer.ms === ms ? timer.work() : timers.push(timer)));
  const forbid = () => (forbidden = true);
  return { told, streams, elapse, stop, forbid };
}

test('a stream that is cut is opened again after the last number that came', () => {
  const { told, streams, elapse } = aLine(4);
  assert.equal(streams[0].url, '/api/live?after=4');
  streams[0].say('hello', { newest: 4 });
  streams[0].say('change', { number: 5, prev: 4 });
  streams[0].onerror();
  assert.equal(streams[0].closed, true);
  elapse(500);
  assert.equal(streams[1].url, '/api/live?after=5');
  streams[1].say('hello', { newest: 6 });
  streams[1].say('change', { number: 6, prev: 5 });
  assert.deepEqual(told.map((m) => m.number ?? m.kind), ['hello', 5, 'lost', 'hello', 6]);
});

test('a change that came before is not told twice, and what an old stream still says is not heard', () => {
  const { told, streams, elapse } = aLine(4);
  streams[0].say('change', { number: 4, prev: 3 });
  streams[0].onerror();
  elapse(500);
  streams[0].say('change', { number: 5, prev: 4 });
  assert.deepEqual(told.map((m) => m.kind), ['lost']);
});

test('a missing change makes the line ask again from where it was whole', () => {
  const { told, streams, elapse } = aLine(4);
  streams[0].say('change', { number: 6, prev: 5 });
  elapse(500);
  assert.equal(streams[1].url, '/api/live?after=4');
  assert.deepEqual(told.map((m) => m.kind), ['lost']);
});

test('after a reset the line goes on from the newest', () => {
  const { streams, elapse } = aLine(4);
  streams[0].say('reset', { newest: 40_000 });
  streams[0].onerror();
  elapse(500);
  assert.equal(streams[1].url, '/api/live?after=40000');
});

test('4 seconds without a word are a cut, a beat in between is a sign of life', () => {
  const { told, streams, elapse } = aLine(0);
  streams[0].say('beat', { newest: 0, at: 'now' });
  elapse(4000);
  assert.deepEqual(told.map((m) => m.kind), ['beat', 'lost']);
});

test('the first try comes within a second, and none waits longer than fifteen', () => {
  for (const chance of [0, 0.5, 1]) {
    assert.ok(waitBefore(1, chance) <= 1000);
    assert.ok(Math.max(...[1, 5, 50].map((n) => waitBefore(n, chance))) <= 15_000);
  }
  assert.notEqual(waitBefore(2, 0), waitBefore(2, 1));
});

test('the wait doubles with each failure up to ten seconds, and chance spreads the browsers', () => {
  assert.deepEqual([1, 2, 3, 9, 99].map((n) => waitBefore(n, 1)), [500, 1000, 2000, 10_000, 10_000]);
  assert.equal(waitBefore(3, 0), 1000);
});

test('a beat moves on where the line resumes, over what was not for this reader', () => {
  const { told, streams, elapse } = aLine(4);
  streams[0].say('beat', { newest: 90, upTo: 90, at: 'now' });
  streams[0].say('change', { number: 91, prev: 4 });
  streams[0].onerror();
  elapse(500);
  assert.equal(streams[1].url, '/api/live?after=91');
  streams[1].say('hello', { newest: 91 });
  streams[1].say('beat', { newest: 95, upTo: 95, at: 'now' });
  streams[1].onerror();
  elapse(500);
  assert.equal(streams[2].url, '/api/live?after=95');
  assert.deepEqual(told.map((m) => m.number ?? m.kind), ['beat', 91, 'lost', 'hello', 'beat', 'lost']);
});

test('a change after others that were not for this reader is no gap', () => {
  const { told, streams } = aLine(4);
  streams[0].say('change', { number: 7, prev: 4 });
  streams[0].say('change', { number: 12, prev: 7 });
  assert.deepEqual(told.map((m) => m.number), [7, 12]);
});

test('when the session has ended the line ends too and does not ask again', () => {
  const { told, streams, elapse } = aLine(4);
  streams[0].say('end', { reason: 'session-ended' });
  streams[0].onerror();
  elapse(500);
  elapse(4000);
  assert.deepEqual([told.map((m) => m.kind), streams.length, streams[0].closed], [['ended'], 1, true]);
});

test('a line that is refused asks why: without the right it ends, else it tries again later', async () => {
  for (const [right, kind, opened] of [[false, 'ended', 1], [true, 'lost', 2]]) {
    const { told, streams, elapse, forbid } = aLine(4);
    if (!right) forbid();
    streams[0].readyState = 2;
    await streams[0].onerror();
    elapse(500);
    assert.deepEqual([told.map((m) => m.kind), streams.length], [[kind], opened]);
  }
});

test('a line that was stopped while it waits does not open again', () => {
  const { streams, elapse, stop } = aLine(4);
  streams[0].onerror();
  stop();
  elapse(500);
  assert.equal(streams.length, 1);
});
