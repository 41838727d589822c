import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOf, saysCamera } from './camera-id.js';
import { bodyOf, changeOf, draftOf, isDirty, movedBy, newDraft, openedTo, previewOf, reachingTo, rebased, redone, sessionOf, stepped, turnedTo, undone, withLens, withMoreLenses, withoutLens, wrongField } from './draft.js';
import { differences, historyOf } from './diff.js';

const draft = { ...newDraft([112.6, 28.2]), id: '43011200001320000001', name: '东门' };
const rowOf = (one, more = {}) => ({ type: 'Feature', id: one.id, geometry: { type: 'Point', coordinates: [one.lon, one.lat] }, properties: { ...one, revision: 3, ...more } });

test('directions go round, angles and ranges stay within what can be', () => {
  assert.equal(turnedTo(draft, 0, -10).lenses[0].azimuthDegrees, 350);
  assert.equal(turnedTo(draft, 0, 359.97).lenses[0].azimuthDegrees, 0);
  assert.equal(openedTo(draft, 0, 400).lenses[0].angleDegrees, 360);
  assert.equal(reachingTo(draft, 0, -5).lenses[0].rangeMeters, 1);
  assert.equal(reachingTo(withLens(draft, 0, { nearMeters: 20 }), 0, 15).lenses[0].nearMeters, null);
});

test('whoever turns a camera of unknown direction says where it looks, as an estimate', () => {
  assert.equal(turnedTo({ ...draft, directionCertainty: 'unknown' }, 0, 90).directionCertainty, 'estimated');
  assert.equal(turnedTo({ ...draft, directionCertainty: 'measured' }, 0, 90).directionCertainty, 'measured');
});

test('a metre is a metre to the east and to the north', () => {
  assert.ok(Math.abs(differences(rowOf(draft), rowOf(movedBy(draft, 30, 40)))[0].to - 50) < 0.05);
});

test('two people who change different numbers of one lens both keep theirs', () => {
  const mine = withLens(draft, 0, { rangeMeters: 90 });
  const theirs = { ...withLens(draft, 0, { azimuthDegrees: 200, rangeMeters: 70 }), keptDays: 60 };
  const session = rebased(sessionOf(mine, { stored: draft, revision: 2 }), rowOf(theirs));
  assert.deepEqual(session.draft.lenses[0], { ...draft.lenses[0], azimuthDegrees: 200, rangeMeters: 90 });
  assert.deepEqual([session.draft.keptDays, session.revision], [60, 3]);
});

test('one step is what is done with one handle; it is undone and done again', () => {
  let session = sessionOf(draft, { stored: draft, revision: 3 });
  assert.equal(isDirty(session), false);
  for (const azimuth of [10, 20, 30]) session = stepped(session, turnedTo(session.draft, 0, azimuth), 'drag-turn');
  session = stepped(session, openedTo(session.draft, 0, 90), 'drag-left');
  assert.equal(session.past.length, 2);
  session = undone(session);
  assert.deepEqual([session.draft.lenses[0].azimuthDegrees, session.draft.lenses[0].angleDegrees], [30, 60]);
  session = undone(session);
  assert.equal(isDirty(session), false);
  assert.equal(undone(session), session);
  session = redone(redone(session));
  assert.equal(session.draft.lenses[0].angleDegrees, 90);
  assert.equal(redone(session), session);
});

test('the chosen lens is there still when another was taken away', () => {
  const two = withMoreLenses(draft);
  assert.deepEqual(two.lenses.map(({ azimuthDegrees }) => azimuthDegrees), [0, 90]);
  const session = stepped({ ...sessionOf(two), lens: 1 }, withoutLens(two, 1), '');
  assert.equal(session.lens, 0);
  assert.equal(withoutLens(draft, 0), draft);
});

test('only what is different is sent, a place always whole', () => {
  assert.deepEqual(changeOf(draft, { ...draft, lon: 112.7, owner: '分局' }), { lon: 112.7, lat: 28.2, owner: '分局' });
  assert.deepEqual(changeOf(draft, JSON.parse(JSON.stringify(draft))), {});
  assert.equal(bodyOf({ ...draft, id: '430112-00-00132-0000001' }).id, '43011200001320000001');
  assert.equal(previewOf(newDraft([1, 2])).id.length, 20);
});

test('what one wanted goes on top of what somebody else stored', () => {
  const mine = { ...sessionOf({ ...draft, name: '西门' }, { stored: draft, revision: 2 }) };
  const theirs = rowOf({ ...draft, owner: '分局', name: '北门' });
  const after = rebased(mine, theirs);
  assert.deepEqual([after.draft.name, after.draft.owner, after.revision], ['西门', '分局', 3]);
  assert.deepEqual(changeOf(draftOf(theirs), after.draft), { name: '西门' });
});

test('the first field that cannot be stored is named', () => {
  assert.equal(wrongField(draft, true), '');
  assert.equal(wrongField({ ...draft, id: '12' }, true), 'id');
  assert.equal(wrongField({ ...draft, name: ' ' }, false), 'name');
  assert.equal(wrongField({ ...draft, keptDays: 1.5 }, false), 'keptDays');
  assert.equal(wrongField(withLens(draft, 0, { nearMeters: 60 }), false), 'nearMeters');
});

test('a history says of each version what it changed of the one before', () => {
  const second = turnedTo({ ...draft, state: 'online' }, 0, 45);
  const [newest, oldest] = historyOf([rowOf(draft), rowOf(second)]);
  assert.deepEqual(newest.changes, [{ field: 'state', from: 'registered', to: 'online' }, { field: 'azimuthDegrees', from: 0, to: 45, lens: 1 }]);
  assert.equal(oldest.changes, null);
});

test('the parts of a number are told as far as it is written', () => {
  assert.deepEqual(partsOf('43011200-00-13').map(({ digits }) => digits), ['43011200', '00', '13', '', '']);
  assert.equal(saysCamera('4301120000111'), false);
  assert.equal(saysCamera('4301120000132'), true);
  assert.equal(saysCamera('43'), true);
});
