import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIRST_TURN, HOLD_MS, alerted, declaredAlerts, emergencies, stepped, turned } from './views.js';

const by = (nowMs, more = {}) => ({ count: 3, seconds: 30, nowMs, ...more });

test('views take turns, the first comes after the last', () => {
  const second = turned(FIRST_TURN, by(30_000));
  assert.equal(second.at, 1);
  assert.equal(turned(second, by(59_999)), second);
  assert.equal(turned(turned(second, by(60_000)), by(90_000)).at, 0);
});

test('nothing turns while it is paused, where there is one view, or where turning is off', () => {
  assert.equal(turned({ ...FIRST_TURN, paused: true }, by(99_000)).at, 0);
  assert.equal(turned(FIRST_TURN, by(99_000, { count: 1 })).at, 0);
  assert.equal(turned(FIRST_TURN, by(99_000, { seconds: 0 })).at, 0);
});

const urgent = (id) => ({ geometry: { coordinates: [1, 2] }, properties: { id, priority: 'urgent', closedAt: null } });

test('an emergency takes the picture, holds it, and gives it back to the view that was shown', () => {
  const turn = alerted({ ...FIRST_TURN, at: 2, since: 1000 }, emergencies([], [urgent('a')]), { nowMs: 5000, first: false });
  assert.deepEqual([turn.alert.id, turn.at], ['a', 2]);
  assert.equal(turned(turn, by(5000 + HOLD_MS - 1)).alert.id, 'a');
  const after = turned(turn, by(5000 + HOLD_MS));
  assert.deepEqual([after.alert, after.at, after.since], [null, 2, 5000 + HOLD_MS]);
});

test('each emergency interrupts once, and what there was at the opening does not', () => {
  const known = alerted(FIRST_TURN, emergencies([], [urgent('a')]), { nowMs: 0, first: true });
  assert.equal(known.alert, null);
  assert.equal(alerted(known, emergencies([], [urgent('a')]), { nowMs: 9, first: false }), known);
  assert.equal(alerted(known, emergencies([], [urgent('a'), urgent('b')]), { nowMs: 9, first: false }).alert.id, 'b');
});

test('a whistle that climbs interrupts again, one that ended does not', () => {
  const whistle = (level, endedAt = null) => ({ geometry: { coordinates: [1, 2] }, properties: { id: 7, level, endedAt, unheardSince: null, incident: { id: 'a' } } });
  let turn = alerted(FIRST_TURN, emergencies([whistle('estate')], []), { nowMs: 0, first: false });
  turn = { ...turn, alert: null };
  assert.equal(alerted(turn, emergencies([whistle('community')], []), { nowMs: 9, first: false }).alert.kind, 'whistle');
  assert.deepEqual(emergencies([whistle('street', '2026-01-01T00:00:00Z')], []), []);
});

test('what was told does not grow without end', () => {
  let turn = FIRST_TURN;
  for (let i = 0; i < 999; i++) turn = alerted(turn, emergencies([], [urgent(`i${i}`)]), { nowMs: i, first: false });
  assert.equal(turn.told.length, 200);
});

test('a step by hand ends the hold of an emergency', () => {
  assert.deepEqual(stepped({ ...FIRST_TURN, alert: { key: 'x' } }, { by: -1, count: 3, nowMs: 5 }), { ...FIRST_TURN, at: 2, since: 5, alert: null });
});

test('an emergency that was declared interrupts where its first grid with a place is', () => {
  const one = { id: 3, grids: [{ at: null }, { at: { coordinates: [5, 6] } }] };
  assert.deepEqual(declaredAlerts([one, { id: 4, grids: [] }]), [{ key: 'declared-3', kind: 'declared', id: '3', at: [5, 6], priority: 'emergency' }]);
  const turn = alerted(FIRST_TURN, declaredAlerts([one]), { nowMs: 5000, first: false });
  assert.equal(turn.alert.kind, 'declared');
  assert.equal(alerted({ ...turn, alert: null }, declaredAlerts([one]), { nowMs: 6000, first: false }).alert, null);
});
