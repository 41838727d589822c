import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actBody, afterSent, blockerOf, changed, isDone, meaningOf, nextOf } from './outbox.js';
import { leftOf, pendingOf } from './state.js';

const act = (key, incident, more = {}) => ({ key, account: 'worker', kind: 'act', incident, action: 'report-back', version: 4, state: 'waiting', reason: '', ...more });
const report = (key, more = {}) => ({ ...act(key, ''), kind: 'report', ...more });

test('the oldest goes first, and nothing before what was done at the same incident earlier', () => {
  const items = [act('1', 'a', { state: 'refused' }), act('2', 'a'), act('3', 'b'), report('4')];
  assert.equal(nextOf(items, 'worker').key, '3');
  assert.equal(blockerOf(items, items[1]).key, '1');
  assert.equal(nextOf(changed(items, '1', { state: 'sent' }), 'worker').key, '2');
});

test('what somebody else has left on the phone is not sent as mine', () => {
  assert.equal(nextOf([act('1', 'a', { account: 'handler' })], 'worker'), null);
});

test('reports do not wait for one another', () => {
  assert.equal(nextOf([report('1', { state: 'refused' }), report('2')], 'worker').key, '2');
});

test('what follows at the same incident learns its new version', () => {
  const items = afterSent([act('1', 'a'), act('2', 'a'), act('3', 'b')], '1', { version: 5, sentAt: 't' });
  assert.deepEqual(items.map(({ state, version }) => [state, version]), [['sent', 4], ['waiting', 5], ['waiting', 4]]);
  assert.equal(leftOf(items).length, 2);
  assert.equal(pendingOf(items, 'a').key, '2');
  assert.equal(pendingOf(items, 'c'), null);
});

test('only the last that were sent are still shown', () => {
  let items = Array.from({ length: 30 }, (_, i) => report(String(100 + i)));
  for (const { key } of items) items = afterSent(items, key, { sentAt: 't' });
  assert.equal(items.length, 20);
  assert.equal(items[0].key, '110');
});

test('no network, too often and a server in trouble mean later; what is wrong is refused', () => {
  for (const status of [0, 429, 500, 503]) assert.equal(meaningOf({ status, code: '' }), 'later', String(status));
  assert.equal(meaningOf({ status: 401, code: '' }), 'sign-in');
  for (const status of [400, 403, 404, 409, 413, 422]) assert.equal(meaningOf({ status, code: '' }), 'refused', String(status));
});

test('an act whose answer was lost is known by its deed, and by nobody else’s', () => {
  const item = act('1', 'a');
  const deed = { version: 5, action: 'report-back', account: 'worker' };
  assert.equal(isDone(item, [deed]), true);
  assert.equal(isDone(item, [{ ...deed, account: 'handler' }]), false);
  assert.equal(isDone(item, [{ ...deed, version: 7 }]), false);
});

test('members that the server does not know are left out', () => {
  const item = act('k', 'a', { reason: '修好了' });
  assert.deepEqual(actBody(item, { photos: ['p'], notes: ['n'] }, new Set()), { reason: '修好了', photos: ['p'], notes: ['n'] });
  assert.deepEqual(actBody(item, { photos: ['p'], notes: [] }, new Set(['photos'])), { reason: '修好了' });
});
