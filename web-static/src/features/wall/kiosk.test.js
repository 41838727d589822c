import assert from 'node:assert/strict';
import { test } from 'node:test';
import { USUAL, askedOf, queryOf } from './kiosk.js';

const asked = (text) => askedOf(new URLSearchParams(text));

test('a link that says nothing opens the usual wall', () => {
  assert.deepEqual(asked('wall'), USUAL);
  assert.equal(String(queryOf(USUAL)), 'wall=');
});

test('what a link says comes back from the link that is made of it', () => {
  const all = {
    rotateSeconds: 0, distanceMm: 4500, screenMm: 1210, sound: false,
    views: [
      { name: '老城', place: { zoom: 15.25, lat: 28.91, lng: 112.61 }, figure: 'overdue', density: 'counts' },
      { name: '全区', place: null, figure: 'closing-rate', density: 'marks' },
    ],
  };
  assert.deepEqual(askedOf(queryOf(all)), all);
});

test('what makes no sense is as if it were not there', () => {
  assert.deepEqual(asked('figure=x&density=1&rotate=3&distance=-1&screen=abc&views=a~b|c|~1/2|x~99/0/0'), USUAL);
});

test('whoever asks for one figure alone sees it without turns', () => {
  assert.deepEqual(asked('figure=closing-rate').views, [{ name: '', place: null, figure: 'closing-rate', density: 'marks' }]);
});
