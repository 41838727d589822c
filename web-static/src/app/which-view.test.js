import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWall, mayBeWall, wallWait } from './which-view.js';
import { parseAddress } from './url.js';

const state = (account, roles) => ({ site: { status: 'ready', data: { account, roles } } });
const VISITOR = state('anonymous', ['resident', 'wall']);
const at = (search, hash = '') => parseAddress(search, hash);

test('whoever comes to the demonstration, and a screen that was paired, see the wall', () => {
  assert.ok(isWall(at(''), VISITOR, 1440));
  assert.ok(isWall(at(''), state('device-7', ['wall']), 1440));
  assert.ok(isWall(at('?lang=en&theme=light'), VISITOR, 1440));
});

test('whoever is signed in sees the map, and the wall when they ask for it', () => {
  assert.ok(!isWall(at(''), state('operator', ['operator']), 1440));
  assert.ok(isWall(at('?wall&theme=dark'), state('operator', ['operator']), 400));
});

test('an address that names something, or the map, opens the map, and a phone does', () => {
  for (const search of ['?map', '?area=990101', '?tables=1', '?ask=cameras']) assert.ok(!isWall(at(search), VISITOR, 1440), search);
  assert.ok(!isWall(at('', '#15/28.9/112.6'), VISITOR, 1440));
  assert.ok(!isWall(at(''), VISITOR, 390));
});

test('where nobody may look without an account there is no wall for them', () => {
  assert.ok(!isWall(at(''), state('anonymous', ['resident']), 1440));
  assert.ok(mayBeWall(at(''), 1440));
});

test('a wall that did not reach its server tries again within ten seconds, not all at once', () => {
  assert.deepEqual([wallWait(0), wallWait(1)], [2000, 10_000]);
});
