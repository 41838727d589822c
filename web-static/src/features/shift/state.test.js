import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, barOf, byDay, changeHref, dayBegins, hoursOf, hrefOf, maySign, mondayOf, openGaps, plusDays, rowsOf, swapsOf, tableOf, viewOf } from './state.js';

const CHINA = 'Asia/Shanghai';
const duty = (staff, from, to, post = 'operator') => ({ id: 1, area: '990101', post, staff, name: null, phone: null, masked: false, from, to, generated: true });

test('a week begins on its Monday, also seen from its Sunday', () => {
  assert.equal(mondayOf('2026-11-02'), '2026-11-02');
  assert.equal(mondayOf('2026-11-08'), '2026-11-02');
  assert.equal(plusDays('2026-12-31', 1), '2027-01-01');
  assert.equal(dayBegins('2026-11-02', CHINA), '2026-11-01T16:00:00.000Z');
});

test('what the address says is shown, and what it cannot say is not', () => {
  assert.deepEqual(viewOf('?area=990101001&week=2026-11-05', '2026-11-09'), { part: 'roster', area: '990101001', sheet: '', week: '2026-11-02' });
  assert.deepEqual(viewOf('?area=x&week=2026-99-99&part=none', '2026-11-09'), { part: 'roster', area: '', sheet: '', week: '2026-11-09' });
  assert.equal(addressOf({ part: 'roster', area: '990101', week: '2026-11-09', sheet: '7' }, '?lang=en&area=1', '2026-11-09'), '?lang=en&area=990101');
});

test('a bar is cut where the week begins and ends, and is none outside', () => {
  assert.deepEqual(barOf({ from: '1970-01-01T00:00:00Z', to: '1970-01-01T00:00:05Z' }, 0, 10_000), { left: 0, width: 50 });
  assert.deepEqual(barOf({ from: '1969-12-31T00:00:00Z', to: '1971-01-01T00:00:00Z' }, 0, 10_000), { left: 0, width: 100 });
  assert.equal(barOf({ from: '1970-01-01T00:00:10Z', to: '1970-01-01T00:00:20Z' }, 0, 10_000), null);
});

test('each person has one row, the posts in the order in which they are called', () => {
  const rows = rowsOf([duty('b', '2026-11-02T00:00:00Z', '2026-11-02T08:00:00Z', 'leader'), duty('a', '2026-11-02T00:00:00Z', '2026-11-02T08:00:00Z'), duty('b', '2026-11-03T00:00:00Z', '2026-11-03T08:00:00Z', 'leader')]);
  assert.deepEqual(rows.map(({ staff, entries }) => [staff, entries.length]), [['a', 1], ['b', 2]]);
});

test('only what is still to come of a gap counts', () => {
  const now = Date.parse('2026-11-02T06:00:00Z');
  const gaps = openGaps([{ from: '2026-11-02T00:00:00Z', to: '2026-11-02T05:00:00Z' }, { from: '2026-11-02T05:00:00Z', to: '2026-11-02T08:30:00Z' }], now);
  assert.equal(hoursOf(gaps), 2.5);
});

test('a night belongs to both of its days', () => {
  const days = byDay([duty('a', '2026-11-02T12:00:00Z', '2026-11-03T00:00:00Z')], '2026-11-02', CHINA);
  assert.deepEqual(days.map(({ entries }) => entries.length), [1, 1, 0, 0, 0, 0, 0]);
});

test('a table tells local times, and one changes places with somebody else only', () => {
  const one = duty('a', '2026-11-02T12:00:00Z', '2026-11-03T00:00:00Z');
  assert.deepEqual(tableOf([one], (post) => post, CHINA), [['operator', '', 'a', '', '2026-11-02 20:00', '2026-11-03 08:00']]);
  assert.deepEqual(swapsOf([one, duty('b', '2026-11-02T12:00:00Z', '2026-11-02T13:00:00Z'), duty('c', '2026-11-01T00:00:00Z', '2026-11-01T01:00:00Z')], one, Date.parse('2026-11-02T00:00:00Z')).map(({ staff }) => staff), ['b']);
});

test('who began a sheet signs first, and somebody else after them', () => {
  const sheet = (state) => ({ state, account: 'ann', signatures: [] });
  assert.equal(maySign(sheet('draft'), 'ann'), 'outgoing');
  assert.equal(maySign(sheet('draft'), 'ben'), null);
  assert.equal(maySign(sheet('waiting'), 'ann'), null);
  assert.equal(maySign(sheet('waiting'), 'ben'), 'incoming');
  assert.equal(maySign(sheet('signed'), 'ben'), null);
});

test('what stands on a sheet, and what changed, leads to where it is seen', () => {
  assert.equal(hrefOf('open', { subject: 'incident-20261102-0001', area: '' }), '/?incident=20261102-0001');
  assert.equal(hrefOf('camera', { subject: '3402', area: '990101001001001' }), '/?area=990101001001001&tab=cameras&tables=1');
  assert.equal(changeHref({ kind: 'whistle', subject: '7', incident: 'incident-20261102-0001' }), '/?incident=20261102-0001');
  assert.equal(changeHref({ kind: 'boundary', subject: '7', incident: null }), '/plan/?plan=7');
});
