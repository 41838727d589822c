import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOnlyHere, soundName, wordsOf } from './phone-app-state.js';

test('an address of the machine itself is told from one that phones reach', () => {
  assert.deepEqual(['http://127.0.0.1:8080/gps/osmand', 'http://localhost/x', 'https://[::1]/x', 'http://a.localhost/'].map(isOnlyHere), [true, true, true, true]);
  assert.deepEqual(['https://grid.example/gps/osmand', 'http://192.168.1.7:8080/x', 'https://localhost.example/'].map(isOnlyHere), [false, false, false]);
});

test('what became of the last that a phone sent is told once, and unknown reasons as one', () => {
  assert.deepEqual(wordsOf(null), { refused: [], flagged: [] });
  const heard = { at: '2026-11-22T08:00:00Z', accepted: 0, duplicates: 0, refused: ['axes-swapped', 'point-unreadable', 'time-ahead', 'not-a-location'], flagged: ['jump', 'new-word'] };
  assert.deepEqual(wordsOf(heard), { refused: ['other', 'time-ahead'], flagged: ['jump'] });
});

test('a name has no more than fits', () => {
  assert.equal(soundName('  my phone '), 'my phone');
  assert.equal(soundName('x'.repeat(99)).length, 80);
});
