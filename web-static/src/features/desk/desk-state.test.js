import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIRST, formatDesk, listRead, lookedAt, parseDesk } from './desk-state.js';

test('nothing of the first list is new, and later only what was not there before', () => {
  const first = listRead(FIRST, ['a', 'b']);
  assert.deepEqual([first.came, first.fresh.size], [[], 0]);
  const then = listRead({ ...FIRST, ...first }, ['c', 'a', 'b']);
  assert.deepEqual([then.came, [...then.fresh]], [['c'], ['c']]);
  const again = listRead({ ...FIRST, ...then }, ['c', 'a']);
  assert.deepEqual([again.came, [...again.fresh]], [[], ['c']]);
  assert.equal(again.fresh, then.fresh, 'the same set where nothing changed');
});

test('who left and comes back is not new again, and who left is not counted', () => {
  const all = listRead({ ...FIRST, ...listRead(FIRST, ['a']) }, ['a', 'b']);
  const without = listRead({ ...FIRST, ...all }, ['a']);
  assert.equal(without.fresh.size, 0);
  assert.deepEqual(listRead({ ...FIRST, ...without }, ['a', 'b']).came, []);
});

test('what was looked at is no longer new', () => {
  const fresh = new Set(['a', 'b']);
  assert.deepEqual([...lookedAt(fresh, 'a')], ['b']);
  assert.equal(lookedAt(fresh, 'x'), fresh);
});

test('the address says what is chosen, and nothing that makes no sense', () => {
  assert.deepEqual(parseDesk('?incident=20261122-0007&show=overdue&area=430703001'), { incident: 'incident-20261122-0007', filter: 'overdue', area: '430703001' });
  assert.deepEqual(parseDesk('?incident=../x&show=everything&area=abc'), { incident: null, filter: 'all', area: null });
  assert.equal(formatDesk('?lang=en&incident=20261122-0001', { incident: 'incident-20261122-0007', filter: 'accept', area: '' }), '?lang=en&incident=20261122-0007&show=accept');
  assert.equal(formatDesk('', { incident: null, filter: 'all', area: '' }), '');
});
