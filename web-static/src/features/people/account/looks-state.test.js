import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL_LOOKS, isNarrowed, joined, lookQuery, readerWords, tellingRoles } from './looks-state.js';

test('days are asked for as instants of the town, and nothing where nothing was chosen', () => {
  assert.deepEqual(lookQuery(ALL_LOOKS, 'Asia/Shanghai'), {});
  assert.deepEqual(lookQuery({ ...ALL_LOOKS, kind: 'live', from: '2026-11-20', to: '2026-11-20' }, 'Asia/Shanghai'), {
    kind: 'live', from: '2026-11-19T16:00:00.000Z', to: '2026-11-20T16:00:00.000Z',
  });
});

test('an empty list is not put down to filters that nobody set', () => {
  assert.equal(isNarrowed(ALL_LOOKS), false);
  assert.equal(isNarrowed({ ...ALL_LOOKS, reader: 'op' }), true);
});

test('a screen is called by its name, also when it is no longer there, and people by their account', () => {
  assert.deepEqual(readerWords({ reader: 'wall-abc', wall: 'East hall' }), { key: 'looks.wall', values: { name: 'East hall' } });
  assert.deepEqual(readerWords({ reader: 'wall-abc', wall: null }), { key: 'looks.wall-gone', values: { id: 'abc' } });
  assert.deepEqual(readerWords({ reader: 'anonymous', wall: null }), { key: 'looks.anonymous', values: {} });
  assert.equal(readerWords({ reader: 'operator', wall: null }), null);
});

test('that a wall is a wall is not said twice', () => {
  assert.deepEqual(tellingRoles({ roles: ['operator', 'wall'] }), ['operator']);
});

test('a further page follows the first', () => {
  assert.deepEqual(joined({ looks: [1], next: 'a' }, { looks: [2], next: null }), { looks: [1, 2], next: null });
});
