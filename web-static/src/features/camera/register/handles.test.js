import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newDraft, withLens } from './draft.js';
import { bearing, dragged, handleAt, handlesOf, HIT_PIXELS, keyed, metersPerPixel } from './handles.js';

const draft = withLens(newDraft([112.6, 28.2]), 0, { azimuthDegrees: 90, angleDegrees: 60, rangeMeters: 100 });
const on = { at: [400, 300], scale: 0.5, most: 300 };
const at = (kind, more = {}) => handlesOf({ ...draft.lenses[0], ...more }, on).find((one) => one.kind === kind);
const drag = (kind, from, to) => dragged(draft, 0, { kind, at: on.at, from, to, scale: on.scale }).lenses[0];

test('handles lie on the sector: east is to the right', () => {
  assert.deepEqual([Math.round(at('range').x), Math.round(at('range').y)], [600, 300]);
  assert.ok(at('turn').x > at('range').x);
  assert.ok(at('left').y < 300 && at('right').y > 300);
});

test('no handle covers another, however small the sector or narrow the angle, and none leaves the map', () => {
  for (const [rangeMeters, angleDegrees] of [[1, 60], [5_000, 60], [100, 1], [100, 360], [5, 4]]) {
    const all = handlesOf({ ...draft.lenses[0], rangeMeters, angleDegrees }, on);
    for (const one of all) assert.ok(Math.hypot(one.x - 400, one.y - 300) <= 340, `${one.kind} of ${rangeMeters} m`);
    for (const one of all.filter(({ kind }) => !['left', 'right'].includes(kind))) assert.equal(handleAt(all, [one.x, one.y]), one.kind, `${rangeMeters} m, ${angleDegrees}°`);
  }
});

test('a finger of 44 pixels finds a handle, and nothing beside it', () => {
  const all = handlesOf(draft.lenses[0], on);
  assert.ok(HIT_PIXELS * 2 >= 44);
  assert.equal(handleAt(all, [at('turn').x, at('turn').y + 21]), 'turn');
  assert.equal(handleAt(all, [50, 50]), null);
});

test('dragging is relative to where it began: nothing jumps', () => {
  assert.deepEqual(drag('turn', [634, 300], [634, 300]), draft.lenses[0]);
  assert.equal(drag('turn', [630, 300], [400, 530]).azimuthDegrees, 180);
  assert.equal(drag('range', [600, 300], [620, 300]).rangeMeters, 110);
  assert.ok(drag('right', [573, 400], [500, 473]).angleDegrees > 60);
  assert.ok(drag('left', [573, 200], [600, 300]).angleDegrees < 60);
  const moved = dragged(draft, 0, { kind: 'body', at: on.at, from: [400, 300], to: [400, 280], scale: 0.5 });
  assert.ok(Math.abs((moved.lat - draft.lat) * 111_195 - 10) < 0.02);
});

test('turning past north goes the short way', () => {
  assert.equal(dragged(withLens(draft, 0, { azimuthDegrees: 350 }), 0, { kind: 'turn', at: [0, 0], from: [-17.4, -98.5], to: [17.4, -98.5], scale: 1 }).lenses[0].azimuthDegrees, 10);
  assert.equal(Math.round(bearing([0, 0], [10, 0])), 90);
});

test('keys turn, reach, open and move', () => {
  const press = (key, more = {}) => keyed(draft, 0, { key, shift: false, alt: false, ...more });
  assert.equal(press('ArrowRight').draft.lenses[0].azimuthDegrees, 91);
  assert.equal(press('ArrowLeft', { shift: true }).draft.lenses[0].azimuthDegrees, 80);
  assert.equal(press('+').draft.lenses[0].rangeMeters, 101);
  assert.equal(press('[').draft.lenses[0].angleDegrees, 59);
  assert.ok(press('ArrowUp', { alt: true }).draft.lat > draft.lat);
  assert.equal(press('x'), null);
  assert.equal(press('Enter'), null);
});

test('a pixel is so many metres', () => {
  assert.ok(Math.abs(metersPerPixel(0, 17) - 0.5965) < 0.001);
});
