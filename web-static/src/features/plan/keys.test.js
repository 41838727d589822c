import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyed } from './keys.js';
import { beginWork } from './work.js';

const press = (key, more) => ({ key, ctrl: false, shift: false, inField: false, onButton: false, ...more });
const state = (more) => ({ plan: { state: 'draft', actions: ['submit'] }, work: null, preview: null, problem: null, conflict: null, busy: false, ...more });
const work = beginWork('split', '1');

test('a step is undone and redone with the keys everybody knows', () => {
  assert.deepEqual(keyed(press('z', { ctrl: true }), state()), { do: 'undo' });
  assert.deepEqual(keyed(press('Z', { ctrl: true, shift: true }), state()), { do: 'redo' });
  assert.deepEqual(keyed(press('y', { ctrl: true }), state()), { do: 'redo' });
});

test('in a field the keys belong to the field, except the one that gives up', () => {
  assert.equal(keyed(press('z', { ctrl: true, inField: true }), state()), null);
  assert.equal(keyed(press('s', { inField: true }), state()), null);
  assert.deepEqual(keyed(press('Escape', { inField: true }), state({ work })), { do: 'give-up' });
});

test('Enter confirms what is shown, and ends what is drawn; on a button it is the button\'s', () => {
  assert.deepEqual(keyed(press('Enter'), state({ work, preview: {} })), { do: 'confirm' });
  assert.deepEqual(keyed(press('Enter'), state({ work })), { do: 'finish' });
  assert.equal(keyed(press('Enter', { onButton: true }), state({ work, preview: {} })), null);
});

test('a letter begins its tool, but not in a plan that is no draft any more', () => {
  assert.deepEqual(keyed(press('m'), state()), { do: 'tool', tool: 'merge' });
  assert.equal(keyed(press('m'), state({ plan: { state: 'published', actions: [] } })), null);
  assert.equal(keyed(press('m'), state({ conflict: {} })), null);
});

test('one key goes to where something was refused', () => {
  assert.deepEqual(keyed(press('g'), state({ problem: {} })), { do: 'to-place' });
  assert.equal(keyed(press('g'), state()), null);
});
