import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysOf, limitParts } from './spans.js';

test('spans are parts of the days of the zone they lie in', () => {
  const counted = [
    { from: '2026-03-02T03:30:00Z', to: '2026-03-02T04:00:00Z', seconds: 1_800 },
    { from: '2026-03-02T06:00:00Z', to: '2026-03-02T06:30:00Z', seconds: 1_800 },
  ];
  assert.deepEqual(daysOf(counted, 'Asia/Shanghai'), [
    { date: '2026-03-02', parts: [{ from: 11.5, to: 12, words: '11:30–12:00' }, { from: 14, to: 14.5, words: '14:00–14:30' }] },
  ]);
});

test('one over several nights is a part of each day', () => {
  const days = daysOf([{ from: '2026-03-02T15:00:00Z', to: '2026-03-04T16:00:00Z', seconds: 0 }], 'Asia/Shanghai');
  assert.deepEqual(days.map(({ date, parts }) => `${date} ${parts[0].words}`), ['2026-03-02 23:00–24:00', '2026-03-03 00:00–24:00', '2026-03-04 00:00–24:00']);
});

test('a limit is read as a number and its unit', () => {
  assert.deepEqual(limitParts('1 working day'), { number: '1', unit: 'working day' });
  assert.deepEqual(limitParts('15 urgent minutes'), { number: '15', unit: 'urgent minute' });
});
