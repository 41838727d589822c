import assert from 'node:assert/strict';
import { test } from 'node:test';
import { READERS } from './extras.js';

test('answers are read whether or not they say everything', () => {
  assert.deepEqual(READERS.photos({ photos: [{ photo: 'p1', takenAt: '2026-11-22T01:00:00Z' }] }), [{ id: 'p1', action: '', at: '2026-11-22T01:00:00Z' }]);
  assert.deepEqual(READERS.similar({ similar: [{ number: '20261122-0003', category: 'rubbish', metres: 12 }] }), [{ id: 'incident-20261122-0003', number: '20261122-0003', category: 'rubbish', meters: 12, since: null }]);
  assert.deepEqual(READERS.suggestions({ suggestions: [{ to: { kind: 'person', code: 'D001' }, open: 2 }] }), [{ to: { kind: 'person', code: 'D001' }, names: undefined, reasons: [], distanceMeters: null, open: 2 }]);
  assert.deepEqual(READERS.notes({ notes: [{ note: 'n1', lengthMillis: 3000, version: null }] }), [{ id: 'n1', version: 0, at: null, ms: 3000 }]);
  assert.deepEqual([READERS.photos({}), READERS.similar({}), READERS.suggestions({})], [[], [], []]);
});
