import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, bulkOf, countIn, FIRST_VIEW, instantAt, MOST_PICKED, pickedAfter, queryOf, rowsInSight, shownRows, viewOf, within } from './state.js';

const row = (id, more = {}) => ({ type: 'Feature', id, geometry: null, properties: { id, name: `机${id}`, grid: '1', state: 'online', directionCertainty: 'measured', findings: [], ...more } });

test('an address keeps the view, and what is no filter is left out', () => {
  const view = { ...FIRST_VIEW, q: '门', state: 'offline', findings: true, day: '2026-11-01', sort: 'name', descending: true, id: '4' };
  assert.deepEqual(viewOf(addressOf(view)), view);
  assert.deepEqual(viewOf('?state=broken&day=yesterday&sort=colour'), FIRST_VIEW);
  assert.equal(addressOf(FIRST_VIEW), '?');
});

test('a day is asked for as it ended, today as it is now', () => {
  const now = Date.parse('2026-11-20T04:00:00Z');
  assert.equal(instantAt('2026-11-01', 'Asia/Shanghai', now), '2026-11-01T15:59:59.000Z');
  assert.equal(instantAt('2026-11-20', 'Asia/Shanghai', now), '2026-11-20T04:00:00.000Z');
  assert.equal(queryOf(FIRST_VIEW, 'Asia/Shanghai', now).at, '');
});

test('rows are sorted by what is asked for, then by number, and findings come first', () => {
  const rows = [row('3', { name: '机10' }), row('1', { name: '机9', findings: ['county-differs'] }), row('2', { name: '机10', state: 'offline' })];
  const ids = (view) => shownRows(rows, { ...FIRST_VIEW, ...view }, 'zh').map(({ id }) => id);
  assert.deepEqual(ids({ sort: 'name' }), ['1', '2', '3']);
  assert.deepEqual(ids({ sort: 'state' }), ['1', '3', '2']);
  assert.deepEqual(ids({ sort: 'findings' }), ['1', '2', '3']);
  assert.deepEqual(ids({ sort: 'id', descending: true }), ['3', '2', '1']);
  assert.deepEqual(ids({ findings: true }), ['1']);
});

test('a range is ticked from the anchor in the order that is shown; at most so many', () => {
  const ids = ['d', 'b', 'a', 'c'];
  assert.deepEqual([...pickedAfter(new Set(), 'a', { ids, anchor: 'd', range: true })], ['d', 'b', 'a']);
  assert.deepEqual([...pickedAfter(new Set(['a']), 'a', { ids, anchor: '', range: false })], []);
  assert.deepEqual([...pickedAfter(new Set(), 'a', { ids, anchor: 'gone', range: true })], ['a']);
  assert.equal(within(Array.from({ length: 900 }, (_, i) => `${i}`)).size, MOST_PICKED);
});

test('of ten thousand rows only those in sight are drawn', () => {
  assert.deepEqual(rowsInSight({ top: 36_000, height: 360, row: 36, count: 10_000, spare: 5 }), [995, 1015]);
  assert.deepEqual(rowsInSight({ top: 0, height: 360, row: 36, count: 3, spare: 8 }), [0, 3]);
});

test('what is left blank for many stays as it is, and what cannot be is named', () => {
  assert.deepEqual(bulkOf({ state: 'offline', owner: ' ', keptDays: '', indoor: 'no', rangeMeters: '80', from: '2026-11-01T08:00' }, 'Asia/Shanghai'), { change: { state: 'offline', indoor: false, rangeMeters: 80, from: '2026-11-01T00:00:00.000Z' }, wrong: '' });
  assert.equal(bulkOf({ angleDegrees: '361' }, 'UTC').wrong, 'angleDegrees');
  assert.equal(bulkOf({ keptDays: '1.5' }, 'UTC').wrong, 'keptDays');
  assert.equal(bulkOf({ from: 'soon' }, 'UTC').wrong, 'from');
});

test('cameras on the edge of a box stand in it', () => {
  const at = (lon, lat) => ({ ...row('1'), geometry: { type: 'Point', coordinates: [lon, lat] } });
  assert.equal(countIn([at(1, 1), at(2, 3), at(2.01, 2), at(1.5, 0.99)], [1, 1, 2, 3]), 2);
});
