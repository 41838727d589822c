import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSoon, leftOf } from './mine.js';
import { planeOf, trackPath } from './sheet-map.js';
import { addressOf, barOf, byPerson, countsOf, dayAfter, dayOf, draftOf, frameOf, hoursOf, percentOf, shadeOf, viewOf } from './state.js';

const DAY = dayOf('2026-11-02', 'Asia/Shanghai');
const run = (more) => ({ id: 1, staffCode: 'W1', name: null, spans: [['2026-11-02T00:00:00Z', '2026-11-02T04:00:00Z']], from: '2026-11-02T00:00:00Z', to: '2026-11-02T04:00:00Z', result: 'done', grids: [], ...more });

test('an address comes back as the view it was made of, and keeps what else stood in it', () => {
  const view = { ...viewOf('', '2026-11-02'), part: 'figures', by: 'grid', span: 7 };
  const address = addressOf(view, '?lang=en', '2026-11-02');
  assert.match(address, /lang=en/);
  assert.deepEqual(viewOf(address, '2026-11-02'), view);
  assert.equal(viewOf('?part=other&day=x&run=a&days=9999', '2026-11-02').part, 'runs');
});

test('a day has the hours of its zone', () => {
  assert.deepEqual(DAY, { from: '2026-11-01T16:00:00.000Z', to: '2026-11-02T16:00:00.000Z' });
  assert.equal(dayAfter('2026-02-28', 1), '2026-03-01');
});

test('a picture spans all patrols with an hour about them, and never less than six', () => {
  const frame = frameOf([run({})], DAY);
  assert.equal(new Date(frame.fromMs).toISOString(), '2026-11-01T23:00:00.000Z');
  assert.equal(new Date(frame.toMs).toISOString(), '2026-11-02T05:00:00.000Z');
  const short = frameOf([run({ spans: [['2026-11-01T16:10:00Z', '2026-11-01T16:20:00Z']] })], DAY);
  assert.ok(short.toMs - short.fromMs >= 6 * 3_600_000);
  assert.deepEqual(frameOf([], DAY), { fromMs: Date.parse(DAY.from), toMs: Date.parse(DAY.to) });
  assert.deepEqual(barOf(['2026-11-02T00:00:00Z', '2026-11-02T03:00:00Z'], frame).x, 1000 / 6);
  assert.equal(barOf(['2026-11-03T00:00:00Z', '2026-11-03T03:00:00Z'], frame), null);
  assert.ok(hoursOf({ fromMs: 0, toMs: 24 * 3_600_000 }).length <= 13);
});

test('patrols are put together by person and counted by result', () => {
  const people = byPerson([run({}), run({ staffCode: 'W2', result: 'missed' }), run({})]);
  assert.deepEqual(people.map(({ staffCode, runs }) => [staffCode, runs.length]), [['W1', 2], ['W2', 1]]);
  assert.deepEqual(countsOf(people.flatMap(({ runs }) => runs)), { due: 0, running: 0, done: 2, partly: 0, missed: 1, unknown: 0 });
});

test('shares are of something, and whole only when all is done', () => {
  assert.equal(percentOf(0, 0), null);
  assert.equal(percentOf(999, 1000), 99);
  assert.equal(percentOf(7, 7), 100);
});

test('a grid is the darker the longer nobody walked there', () => {
  assert.deepEqual([shadeOf(6, 7), shadeOf(7, 7), shadeOf(14, 7), shadeOf(null, 7), shadeOf(0, 0)], [0, 2, 3, 4, 0]);
});

test('a new plan begins with usual terms, another with its own', () => {
  assert.deepEqual(draftOf(null).days, [1, 2, 3, 4, 5]);
  assert.deepEqual(draftOf({ name: 'x', people: [{ code: 'W1', name: 'n' }], grids: [{ code: 'g', name: 'n' }], streets: [], days: [7], from: '20:00', to: '02:00', times: 2, per: 'week', minutes: 1, streetPercent: 2, nearMeters: 25 }), { name: 'x', people: ['W1'], grids: ['g'], streets: [], days: [7], from: '20:00', to: '02:00', times: 2, per: 'week', minutes: 1, streetPercent: 2, nearMeters: 25 });
});

test('on the map a track is drawn in the time of the patrol, and no silence is bridged', () => {
  const grid = { geometry: { type: 'Polygon', coordinates: [[[112, 28], [112.01, 28], [112.01, 28.01], [112, 28.01], [112, 28]]] }, properties: { kind: 'grid' } };
  const on = planeOf([grid]);
  const at = (second) => new Date(Date.parse('2026-11-02T00:00:00Z') + second * 1000).toISOString();
  const track = { geometry: { type: 'LineString', coordinates: [[112, 28], [112.001, 28], [112.002, 28], [112.003, 28]] }, properties: { times: [at(-10), at(0), at(60), at(200)], jumps: [] } };
  assert.match(trackPath(track, run({}), on), /^M[^LM]*L[^LM]*M[^LM]*$/);
  assert.equal(planeOf([]), null);
});

test('on a phone what is left of a patrol is said grid by grid', () => {
  const t = (key, values = {}) => `${key}:${Object.values(values).join(',')}`;
  assert.equal(leftOf(run({ result: 'running', grids: [{ name: 'a', met: true }, { name: 'b', met: false, lackingSeconds: 61 }, { name: 'c', met: false, lackingSeconds: 1 }] }), t), 'left:left-time:b,2 · left-way:c');
  assert.equal(leftOf(run({}), t), 'nothing-left:');
  assert.ok(isSoon(run({ result: 'running' }), Date.parse('2026-11-02T03:30:00Z')));
  assert.ok(!isSoon(run({ result: 'running' }), Date.parse('2026-11-02T02:30:00Z')));
});
