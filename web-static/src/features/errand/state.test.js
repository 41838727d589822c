import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, countOf, emptyOrder, isLate, lacking, localOf, noteOf, noted, orderBody, retimed, sent, stepOf, viewOf } from './state.js';

const NOW = Date.parse('2026-11-02T01:00:00Z');

test('an order lacks what was not said, and is sent with a place or with a grid', () => {
  const empty = emptyOrder('k', NOW);
  assert.deepEqual(lacking(empty, false, NOW), ['kind', 'place', 'name', 'phone']);
  const whole = { ...empty, kind: 'medicine', name: ' 张三 ', phone: '13800001111' };
  assert.deepEqual(lacking(whole, true, NOW), []);
  assert.deepEqual(lacking({ ...whole, until: localOf(NOW - 1) }, true, NOW), ['window']);
  assert.deepEqual(lacking({ ...whole, phone: 'x' }, true, NOW), ['phone']);
  const sent = orderBody(whole, null, '990101001001001');
  assert.equal(sent.name, '张三');
  assert.equal(sent.from, '2026-11-02T01:00:00.000Z');
  assert.equal('lon' in sent, false);
  assert.deepEqual(orderBody(whole, { lon: 112.123456789, lat: 28 }, '').lon, 112.1234568);
});

test('the numbers of a group are those of its states', () => {
  const rows = [{ grid: '1', name: 'a', ordered: 5, done: 2, states: { ordered: 1, disputed: 1, done: 1, confirmed: 1, accepted: 1 } }];
  assert.deepEqual(['waiting', 'running', 'done', 'lost', 'all'].map((group) => countOf(rows, group)), [2, 1, 2, 0, 5]);
});

test('the address keeps the view', () => {
  assert.deepEqual(viewOf('?show=nonsense&grid=x'), { grid: '', show: 'waiting', errand: '' });
  assert.equal(addressOf({ grid: '12', show: 'all' }, '?lang=en&grid=9'), '?lang=en&grid=12&show=all');
  assert.deepEqual(['ordered', 'accepted', 'done', 'confirmed', 'disputed', 'returned'].map(stepOf), [1, 3, 4, 5, 3, 0]);
});

test('what has lapsed or was not done is dispatched late', () => {
  const until = '2026-11-02T02:00:00Z';
  assert.deepEqual(['ordered', 'lapsed', 'disputed'].map((state) => isLate({ state, until }, NOW)), [false, true, true]);
  assert.equal(isLate({ state: 'ordered', until }, Date.parse(until)), true);
});

test('what was written before the town was read stays, and only untouched times move', () => {
  const first = emptyOrder('k', NOW);
  const written = { ...first, name: '张三', phone: '13800001111', wish: '药', until: localOf(NOW + 86_400_000) };
  const later = NOW + 3 * 3_600_000;
  assert.deepEqual(retimed(written, first, later), { ...written, from: localOf(later) });
  assert.deepEqual(retimed(first, first, later), emptyOrder('k', later));
});

test('words and file are kept by the errand until they are sent', () => {
  const file = new File(['x'], 'x.jpg');
  const notes = noted(noted(noted({}, 1, { words: '好了' }), 1, { file }), 2, { words: '别的' });
  assert.deepEqual(noteOf(notes, 1), { words: '好了', file });
  assert.deepEqual(noteOf(sent(notes, 1), 1), { words: '', file: null });
  assert.equal(noteOf(sent(notes, 1), 2).words, '别的');
});
