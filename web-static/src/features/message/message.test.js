import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callable, isLost, nameOf, partsOf, reachOf, stepsOf, toCall } from './message.js';

const addressee = (code, step, told, ...states) => ({ to: { kind: 'person', code }, names: null, step, told, phone: '1', phoneMasked: false, messages: states.map((state) => ({ state })) });
const notification = (state, createdAt, addressees = []) => ({ state, createdAt, addressees });

test('of the messages to somebody the one that came furthest counts', () => {
  assert.equal(reachOf(addressee('a', 1, true, 'sent', 'delivered', 'failed')), 'delivered');
  assert.equal(reachOf(addressee('a', 1, true, 'failed', 'unclear')), 'unclear');
  assert.equal(reachOf(addressee('a', 1, false)), null);
  assert.deepEqual(['failed', 'unclear', 'sent'].map(isLost), [true, true, false]);
});

test('who is to be called has waited longest first, and who was told last is called first', () => {
  const all = [notification('call-now', '2026-11-22T02:00:00Z'), notification('waiting', '2026-11-22T00:00:00Z'), notification('call-now', '2026-11-22T01:00:00Z')];
  assert.deepEqual(toCall(all).map(({ createdAt }) => createdAt.slice(11, 13)), ['01', '02']);
  const group = { ...addressee('群', 1, true), to: { kind: 'group', code: '群' } };
  const one = notification('call-now', '', [addressee('worker', 1, true), group, addressee('head', 2, true), addressee('cadre', 3, false)]);
  assert.deepEqual(callable(one).map(({ to }) => to.code), ['head', 'worker']);
});

test('those told stand step by step', () => {
  const steps = stepsOf(notification('waiting', '', [addressee('b', 2, false), addressee('a', 1, true), addressee('c', 1, true)]));
  assert.deepEqual(steps.map((step) => step.map(({ to }) => to.code)), [['a', 'c'], ['b']]);
  assert.equal(nameOf({ to: { kind: 'person', code: 's1' }, names: { zh: '张三', en: 'Zhang' } }, 'zh'), '张三');
  assert.equal(nameOf({ to: { kind: 'person', code: 's1' }, names: null }, 'zh'), 's1');
});

test('blanks of a text stand apart from it', () => {
  assert.deepEqual(partsOf('在{grid}，{x'), [{ blank: false, text: '在' }, { blank: true, text: 'grid' }, { blank: false, text: '，{x' }]);
});
