import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownAtOnce } from './stills.js';

/** @param {string} id @param {string} state @param {boolean} mustTurn */
const camera = (id, state, mustTurn = false) => /** @type {any} */ ({ properties: { id, state, mustTurn } });

test('the best four that send a picture and need not be turned are shown at once', () => {
  const all = [camera('1', 'offline'), camera('2', 'online'), camera('3', 'online', true), camera('4', 'online'), camera('5', 'online'), camera('6', 'registered'), camera('7', 'online'), camera('8', 'online')];
  assert.deepEqual(shownAtOnce(all).map(({ id }) => id), ['2', '4', '5', '7']);
  assert.deepEqual(shownAtOnce([]), []);
});
