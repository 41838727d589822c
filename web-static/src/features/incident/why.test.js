import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoursText, whyRows } from './why.js';

const ZONE = 'Asia/Shanghai';
const aClock = (changes) => ({
  stage: 'handle', current: true, zone: ZONE, started: '2026-11-02T01:00:00Z', state: 'running', pauses: [], extensions: [], counted: [], ...changes,
});
const span = (from, to) => ({ from, to, seconds: (Date.parse(to) - Date.parse(from)) / 1000 });

test('what counted is told day by day with its sum, pauses and extensions among it', () => {
  const rows = whyRows(aClock({
    due: '2026-11-03T02:00:00Z',
    pauses: [{ from: '2026-11-02T03:00:00Z', to: '2026-11-02T06:30:00Z' }],
    extensions: ['2026-11-02T07:00:00Z'],
    counted: [span('2026-11-02T01:00:00Z', '2026-11-02T03:00:00Z'), span('2026-11-02T06:30:00Z', '2026-11-02T10:00:00Z'), span('2026-11-03T00:00:00Z', '2026-11-03T02:00:00Z')],
  }));
  assert.deepEqual(rows.map(({ kind }) => kind), ['start', 'counted', 'pause', 'counted', 'extension', 'counted', 'due']);
  assert.deepEqual(rows.filter(({ kind }) => kind === 'counted').map(({ date, sum }) => `${date} ${hoursText(sum)}`), ['2026-11-02 2:00', '2026-11-02 5:30', '2026-11-03 7:30']);
});

test('two sessions of a day are one row, and what goes through the night is a row for each day', () => {
  const day = whyRows(aClock({ started: '2026-11-02T00:00:00Z', counted: [span('2026-11-02T00:00:00Z', '2026-11-02T04:00:00Z'), span('2026-11-02T06:00:00Z', '2026-11-02T07:00:00Z')] }));
  assert.deepEqual(day.filter(({ kind }) => kind === 'counted').map(({ parts }) => parts.map(({ words }) => words)), [['08:00–12:00', '14:00–15:00']]);
  const night = whyRows(aClock({ counted: [span('2026-11-02T14:00:00Z', '2026-11-02T17:00:00Z')] }));
  assert.deepEqual(night.filter(({ kind }) => kind === 'counted').map(({ date, seconds }) => [date, seconds]), [['2026-11-02', 7200], ['2026-11-03', 3600]]);
});

test('of many days the middle is left out, and still summed', () => {
  const rows = whyRows(aClock({ started: '2026-10-01T00:00:00Z', counted: [span('2026-10-01T00:00:00Z', '2026-11-20T00:00:00Z')] }));
  const fold = rows.find(({ kind }) => kind === 'fold');
  assert.ok(fold.days > 20);
  assert.equal(rows.filter(({ kind }) => kind === 'counted').length, 20);
  assert.equal(Math.round(rows[rows.length - 1].sum), 50 * 86_400);
});
