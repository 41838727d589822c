import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, changeOf, chartOf, fieldworkOf, FIRST, into, queryOf, ranked, resultOf, roundUp, stepped, viewOf } from './state.js';

test('a view is in the address and comes back from it, and nothing is said of what is usual', () => {
  const view = { ...FIRST, period: 'quarter', day: '2026-10-01', area: '990101001', by: 'grid', figure: 'overdue' };
  assert.deepEqual(viewOf(addressOf(view)), view);
  assert.equal(addressOf(FIRST), '?');
  assert.equal(viewOf('?period=century&figure=x').period, 'month');
  assert.equal(viewOf('?figure=x').figure, 'closing-rate');
});

test('the server is asked for cases, not for how they are shown', () => {
  assert.deepEqual(queryOf({ ...FIRST, area: '99', partition: 'beat', list: 'x' }), { period: 'month', area: '99' });
  assert.deepEqual(queryOf({ ...FIRST, partition: 'beat', overlay: 'B-1' }), { period: 'month', partition: 'beat', overlay: 'B-1' });
});

test('one goes down from area to area, and below a grid to categories', () => {
  const group = (key, level) => ({ key, level, nameZh: null, nameEn: null, grade: null, figures: {} });
  assert.deepEqual(into({ ...FIRST, by: 'street' }, group('990101001', 'street')), { ...FIRST, area: '990101001', by: 'children' });
  assert.equal(into(FIRST, group('990101001001001', 'grid')).by, 'category');
  const beat = into({ ...FIRST, by: 'partition:beat' }, group('B-1', null));
  assert.deepEqual([beat.partition, beat.overlay, beat.by], ['beat', 'B-1', 'children']);
  assert.equal(into({ ...FIRST, by: 'person', department: 'x' }, group('p', null)).department, '');
  assert.equal(into({ ...FIRST, by: 'channel' }, group('phone', null)).channel, 'phone');
});

test('a period steps to the one beside it', () => {
  assert.equal(stepped({ kind: 'quarter', day: '2026-10-01', lastDay: '2026-12-31' }, -1), '2026-09-30');
  assert.equal(stepped({ kind: 'quarter', day: '2026-10-01', lastDay: '2026-12-31' }, 1), '2027-01-01');
});

test('a change has a way and a sense, and what is of nothing has none', () => {
  const share = (percent) => ({ numerator: 1, denominator: percent === null ? 0 : 2, percent });
  assert.deepEqual(changeOf('closing-rate', share(93.72), share(90)), { by: 3.72, way: 'up', sense: 'better' });
  assert.deepEqual(changeOf('rework-rate', share(6), share(5)), { by: 1, way: 'up', sense: 'worse' });
  assert.equal(changeOf('closing-rate', share(null), share(5)), null);
  assert.deepEqual(changeOf('received', { numerator: 5 }, { numerator: 7 }), { by: -2, way: 'down', sense: 'plain' });
  assert.deepEqual(changeOf('closing-rate', share(5), share(5)), { by: 0, way: 'same', sense: 'plain' });
  assert.equal(resultOf({ numerator: 90, denominator: 2, mean: 45 }), 45);
});

test('groups stand in the order of a figure, those of nothing after all others', () => {
  const of = (key, percent) => ({ key, level: null, nameZh: null, nameEn: null, grade: null, figures: { 'closing-rate': { numerator: 1, denominator: 1, percent, list: '', before: { numerator: 0 }, lastYear: { numerator: 0 } } } });
  const groups = [of('a', 50), of('-', 99), of('b', null), of('c', 80)];
  assert.deepEqual(ranked(groups, 'closing-rate', false).map(({ key }) => key), ['c', 'a', 'b', '-']);
  assert.deepEqual(ranked(groups, 'closing-rate', true).map(({ key }) => key), ['a', 'c', 'b', '-']);
});

test('a chart of shares ends at 100 and does not hide where it begins', () => {
  assert.deepEqual([chartOf([93, 97, null], true).bottom, chartOf([93, 97, null], true).top], [90, 100]);
  assert.equal(chartOf([20, 97], true).bottom, 0);
  assert.deepEqual([chartOf([130, 20], false).top, chartOf([null], false).top], [200, 1]);
  assert.equal(chartOf([100, 100], true).bottom, 90);
  assert.equal(roundUp(0), 1);
});

test('patrols and visits are asked for as the figures are, but not where these are narrowed to some cases', () => {
  assert.deepEqual(fieldworkOf({ ...FIRST, area: '99', by: 'category', list: 'x' }), { period: 'month', area: '99' });
  assert.equal(fieldworkOf({ ...FIRST, category: 'noise' }), null);
  assert.equal(fieldworkOf({ ...FIRST, overlay: '1', partition: 'beat' }), null);
});
