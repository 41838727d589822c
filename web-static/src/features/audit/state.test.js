import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EVERYTHING, grouped, queryOf, shareOf } from './state.js';

test('a filter without anything asks for nothing', () => {
  assert.deepEqual(queryOf(EVERYTHING, 'Asia/Shanghai'), {});
});

test('days are whole days of the calendar of the site', () => {
  assert.deepEqual(queryOf({ ...EVERYTHING, account: 'liaison', from: '2026-11-20', to: '2026-11-20' }, 'Asia/Shanghai'), {
    account: 'liaison',
    from: '2026-11-19T16:00:00.000Z',
    to: '2026-11-20T16:00:00.000Z',
  });
});

test('a verification that has not begun is not done, and none is done more than whole', () => {
  assert.equal(shareOf({ checked: 0, total: 0 }), 0);
  assert.equal(shareOf({ checked: 5, total: 20 }), 0.25);
  assert.equal(shareOf({ checked: 21, total: 20 }), 1);
});

test('a long number is told in groups', () => {
  assert.equal(grouped('0123456789abcdef01'), '01234567 89abcdef 01');
});
