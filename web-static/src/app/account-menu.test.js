import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWallScreen, toldRoles } from './account-menu.js';

test('a paired screen is a wall and nobody; a visitor and who holds more are not', () => {
  assert.equal(isWallScreen({ roles: ['wall'] }), true);
  assert.equal(isWallScreen({ roles: ['resident', 'wall'] }), false);
  assert.equal(isWallScreen({ roles: [] }), false);
});

test('the most telling role comes first, and what goes without saying is left out', () => {
  assert.deepEqual(toldRoles(['member', 'worker', 'administrator']), ['administrator', 'worker']);
});
