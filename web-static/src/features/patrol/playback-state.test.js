import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, barsOf, boxOf, indexAt, openAt, playedIncidents, playedPeople, spanOf, viewOf, wayOf, whereAt } from './playback-state.js';

const BEGIN = Date.parse('2026-11-20T01:00:00Z');
const time = (seconds) => new Date(BEGIN + seconds * 1000).toISOString();
const feature = (seconds, line, more = {}) => ({
  type: 'Feature', geometry: { type: 'LineString', coordinates: line },
  properties: { id: 't', staffCode: 'D1', from: time(seconds[0]), to: time(seconds.at(-1)), walkedMeters: 900, times: seconds.map(time), jumps: [], stops: [], gaps: [], ...more },
});
const person = (...features) => playedPeople({ day: '', from: '', to: '', staff: ['D1'] }, [{ staffCode: 'D1', name: '王*' }], features)[0];

test('a view stands in the address and what does not fit is as at first', () => {
  const view = viewOf('?day=2026-11-20&from=08:00&to=12:30&staff=D1,D2', '2026-11-22');
  assert.deepEqual(view, { day: '2026-11-20', from: '08:00', to: '12:30', staff: ['D1', 'D2'], streets: false });
  assert.deepEqual(viewOf(addressOf(view), '2026-11-22'), view);
  assert.equal(viewOf(addressOf({ ...view, streets: true }), '2026-11-22').streets, true);
  assert.deepEqual(viewOf('?day=x&from=25:00', '2026-11-22'), { day: '2026-11-22', from: '00:00', to: '23:59', staff: [], streets: false });
});

test('a time is told by the clocks of the place, and ends after it begins', () => {
  assert.deepEqual(spanOf({ day: '2026-11-20', from: '08:00', to: '09:00', staff: [] }, 'Asia/Shanghai'), { from: '2026-11-20T00:00:00.000Z', to: '2026-11-20T01:00:00.000Z' });
  assert.equal(spanOf({ day: '2026-11-20', from: '09:00', to: '09:00', staff: [] }, 'Asia/Shanghai'), null);
});

test('somebody is on the line between two fixes and looks where they go', () => {
  const walker = person(feature([0, 10, 20], [[112, 37], [112, 37.001], [112.001, 37.001]]));
  assert.deepEqual(whereAt(walker, BEGIN + 5000), { at: [112, 37.0005], heading: 0, silent: false, standing: false });
  assert.equal(whereAt(walker, BEGIN + 15_000)?.heading, Math.PI / 2);
  assert.deepEqual(whereAt(walker, BEGIN + 20_000)?.at, [112.001, 37.001]);
  assert.equal(whereAt(walker, BEGIN - 1), null);
  assert.equal(whereAt(walker, BEGIN + 20_001), null);
});

test('where a device was silent or leapt nobody is drawn on the way', () => {
  const walker = person(feature([0, 600, 605], [[112, 37], [112, 37.01], [112.9, 37.01]], { jumps: [2] }));
  assert.deepEqual(whereAt(walker, BEGIN + 300_000), { at: [112, 37], heading: null, silent: true, standing: false });
  assert.deepEqual(whereAt(walker, BEGIN + 602_000), { at: [112, 37.01], heading: null, silent: false, standing: false });
});

test('stops and silences are parts of a line of time and are summed', () => {
  const stop = { from: time(10), to: time(60), lon: 112, lat: 37 };
  const walker = person(feature([0, 100], [[112, 37], [112, 37.001]], { stops: [stop], gaps: [{ from: time(60), to: time(100) }] }));
  assert.deepEqual(barsOf(walker, { fromMs: BEGIN, toMs: BEGIN + 200_000 }), [{ kind: 'walk', from: 0, to: 0.5 }, { kind: 'stop', from: 0.05, to: 0.3 }, { kind: 'gap', from: 0.3, to: 0.5 }]);
  assert.equal(walker.silentMs, 40_000);
  assert.equal(walker.name, '王*');
  assert.equal(whereAt(walker, BEGIN + 30_000)?.standing, true);
});

test('incidents are open from their report until they are closed', () => {
  const all = playedIncidents([
    { geometry: { type: 'Point', coordinates: [112, 37] }, properties: { id: 'a', number: '1', priority: 'urgent', reportedAt: time(0), closedAt: time(50) } },
    { geometry: { type: 'Point', coordinates: [112, 37] }, properties: { id: 'b', number: '2', priority: 'normal', reportedAt: time(40), closedAt: null } },
  ]);
  assert.deepEqual([0, 45, 50].map((s) => openAt(all, BEGIN + s * 1000).map(({ id }) => id).join('')), ['a', 'ab', 'b']);
});

test('the last number not above one is found, and the box holds all', () => {
  assert.deepEqual([-1, 0, 4, 5, 99].map((n) => indexAt([0, 5, 9], n)), [0, 0, 0, 1, 2]);
  assert.deepEqual(boxOf([person(feature([0, 10], [[112, 37.5], [113, 37]]))]), [112, 37, 113, 37.5]);
  assert.equal(boxOf([person()]), null);
});

test('a way is summed up street by street, the longest first, and beside the streets apart', () => {
  const piece = (streetId, meters, nameZh) => ({ type: 'Feature', geometry: { type: 'LineString', coordinates: [[112, 37], [112.001, 37]] }, properties: { trackId: 't', staffCode: 'D1', streetId, meters, ...(nameZh ? { nameZh, nameEn: '' } : {}) } });
  const way = wayOf([piece('s1', 100, '人民路'), piece('s2', 250), piece(null, 40), piece('s1', 200, '人民路'), piece('s3', 10)]);
  assert.deepEqual(way.streets, [{ nameZh: '人民路', nameEn: '', meters: 300 }, { nameZh: '', nameEn: '', meters: 260 }]);
  assert.equal(way.streetMeters, 560);
  assert.equal(way.besideMeters, 40);
  assert.deepEqual(way.lines.map(({ onStreet }) => onStreet), [true, true, false, true, true]);
  assert.equal(playedPeople({ day: '', from: '', to: '', staff: ['D1'], streets: false }, [], [])[0].way, null);
});
