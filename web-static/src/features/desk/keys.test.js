import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACTION_KEYS, keyed } from './keys.js';

const press = (key, more = {}) => ({ key, inField: false, onMap: false, onButton: false, ...more });

test('one key goes to the next, jumps, accepts', () => {
  assert.deepEqual(keyed(press('n'), []), { do: 'next' });
  assert.deepEqual(keyed(press('N'), []), { do: 'next' });
  assert.deepEqual(keyed(press('/'), []), { do: 'jump' });
  assert.deepEqual(keyed(press('j'), []), { do: 'jump' });
  assert.deepEqual(keyed(press('a'), ['accept']), { do: 'act', action: 'accept' });
  assert.deepEqual(keyed(press('2'), []), { do: 'filter-2' });
});

test('what is not legal now has no key', () => {
  assert.equal(keyed(press('a'), ['file']), null);
  assert.equal(keyed(press('%'), ['file']), null);
});

test('in a field only Esc is heard, on the map the arrows are its own', () => {
  assert.equal(keyed(press('n', { inField: true }), []), null);
  assert.deepEqual(keyed(press('Escape', { inField: true }), []), { do: 'let-go' });
  assert.equal(keyed(press('ArrowDown', { onMap: true }), []), null);
  assert.deepEqual(keyed(press('ArrowDown'), []), { do: 'next' });
});

test('no letter of an action is taken by a move, and those legal together differ', () => {
  const moves = ['N', 'P', 'J', 'H', 'M', 'I', 'L'];
  const letters = Object.values(ACTION_KEYS);
  assert.deepEqual(letters.filter((letter) => moves.includes(letter)), []);
  const together = [['accept', 'ask-on-site', 'reject'], ['confirm', 'deny'], ['file', 'reject', 'cancel'], ['dispatch', 'cancel', 'suspend'], ['report-back', 'send-back', 'ask-extension', 'suspend', 'refuse-extension', 'endorse-extension'], ['close', 'rework'], ['reopen', 'uphold-appeal', 'dismiss-appeal']];
  for (const legal of together) assert.equal(new Set(legal.map((action) => ACTION_KEYS[action])).size, legal.length);
});
