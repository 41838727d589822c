import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOT_LIVE, heardLive, renewalOf, standing, toWholeStep, townTime, withIncident } from './live-state.js';

const AT = '2026-11-21T08:00:00.000Z';
const live = heardLive(NOT_LIVE, { kind: 'beat', newest: 1, at: AT }, 1000);
const lost = heardLive(live, { kind: 'lost' }, 2000);

test('a page that hears beats is live, one that is cut is on its way back, one that heard nothing for long says so', () => {
  assert.equal(standing(NOT_LIVE, 99_000), 'off');
  assert.equal(standing(live, 15_000), 'live');
  assert.equal(standing(lost, 15_000), 'again');
  assert.equal(standing(live, 16_001), 'old');
  assert.equal(standing(lost, 16_001), 'again');
  assert.equal(standing(heardLive(live, { kind: 'ended' }, 2000), 16_001), 'ended');
});

test('the time of the town goes on between beats at the speed of its clock, and stands still when nothing is heard', () => {
  assert.equal(townTime(NOT_LIVE, 0, 1), null);
  assert.equal(townTime(live, 4000, 10), '2026-11-21T08:00:30.000Z');
  assert.equal(townTime(lost, 4000, 10), AT);
});

test('a change keeps the time of the last beat', () => {
  assert.deepEqual(heardLive(live, { kind: 'change', number: 2 }, 3000), live);
});

const change = (type, subject = 's') => ({ kind: 'change', type, subject });

test('what is read anew follows from the word a change begins with', () => {
  assert.deepEqual(renewalOf([change('grid-area-changed')]), { areas: true, incidents: false, incidentIds: [], cameras: false, tracks: false, places: false });
  assert.deepEqual(renewalOf([change('camera-cameras-loaded'), change('patrol-tracks-loaded')]), { areas: false, incidents: false, incidentIds: [], cameras: true, tracks: true, places: false });
  assert.equal(renewalOf([change('place-places-loaded')]).places, true);
  assert.deepEqual(renewalOf([{ kind: 'reset', newest: 9 }]), { areas: true, incidents: true, incidentIds: [], cameras: true, tracks: true, places: true });
});

test('a few incidents are read one by one, many or loaded ones as a list', () => {
  assert.deepEqual(renewalOf([change('incident-moved', 'a'), change('incident-moved', 'a'), change('incident-reported', 'b')]).incidentIds, ['a', 'b']);
  const many = renewalOf('abcdef'.split('').map((id) => change('incident-moved', id)));
  assert.deepEqual([many.incidents, many.incidentIds], [true, []]);
  assert.equal(renewalOf([change('incident-incidents-loaded', 'incidents')]).incidents, true);
});

test('an incident comes into the list, is replaced there, and leaves it when it is closed', () => {
  const incident = (id, closedAt = null, state = 'file') => ({ properties: { id, closedAt, state } });
  const rows = { scope: '', features: [incident('a'), incident('b')], next: null };
  const ids = (list) => list.features.map((f) => f.properties.id);
  assert.deepEqual(ids(withIncident(rows, incident('c'), false)), ['c', 'a', 'b']);
  assert.deepEqual(ids(withIncident(rows, incident('b', null, 'handle'), false)), ['b', 'a']);
  assert.deepEqual(ids(withIncident(rows, incident('b', AT), false)), ['a']);
  assert.deepEqual(ids(withIncident(rows, incident('b', AT), true)), ['b', 'a']);
});

test('what is drawn at a pace is drawn at whole seconds, and not twice when a timer comes early', () => {
  assert.deepEqual([0, 250, 1700, 1999.5].map((now) => toWholeStep(now, 1000)), [1000, 750, 300, 1000.5]);
});
