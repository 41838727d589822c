import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterSent, blockerOf, nextOf } from './outbox.js';
import { doorOf, leftAt, standing, withSaid } from './rounds.js';
import { answered, mayVisit, nearestFirst, nextDoor, recheckOf, unknownOf, visitBody, waitingAt } from './walk.js';

const door = (number, unit, version = 0) => ({ name: String(number), number, done: version > 0, unit, grid: 'g', version, building: unit, door: String(number), answers: null, hazards: 0 });
const campaign = { kind: 'campaign', id: 'c7', number: 7, doors: [door(1, 'a'), door(2, 'a', 1), door(3, 'a'), door(4, 'b')] };
const visit = (key, number, more = {}) => ({ key, account: 'worker', kind: 'visit', campaign: 7, door: number, version: 0, state: 'waiting', answers: { 1: 'no' }, ...more });

test('what waits on the phone counts as done, what was refused does not hide', () => {
  const outbox = [visit('1', 1), visit('2', 3, { state: 'refused' }), visit('3', 4, { state: 'sent' })];
  assert.deepEqual(standing(campaign, outbox).map((one) => one.standing), ['waiting', 'done', 'refused', 'open']);
  assert.equal(leftAt(campaign, outbox), 1);
});

test('a door where somebody was stays, though it is no longer due', () => {
  const before = [campaign, { ...campaign, id: 'c8', number: 8 }];
  const outbox = [visit('1', 1, { state: 'sent' }), visit('2', 4), visit('3', 2, { campaign: 8, state: 'sent' })];
  const read = withSaid([{ ...campaign, doors: [door(3, 'a'), door(4, 'b', 9)] }], before, outbox);
  assert.deepEqual(read.map(({ id, doors }) => [id, doors.map(({ number, version }) => [number, version])]), [['c7', [[3, 0], [4, 9], [1, 0]]], ['c8', [[2, 1]]]]);
});

test('the next door is one of the same building, first behind, then before', () => {
  assert.equal(nextDoor(campaign, '1', [])?.number, 3);
  assert.equal(nextDoor(campaign, '3', [])?.number, 1);
  assert.equal(nextDoor(campaign, '3', [visit('1', 1)]), null);
});

test('two answers at one door go one after the other, each as of the one before', () => {
  const items = [visit('1', 1), visit('2', 1, { version: 1 }), visit('3', 4)];
  assert.equal(blockerOf(items, items[1])?.key, '1');
  assert.equal(nextOf(items, 'worker')?.key, '1');
  const after = afterSent(items, '1', { version: 5, sentAt: '2026-11-22T08:00:00Z' });
  assert.deepEqual(after.map(({ version, state }) => [version, state]), [[0, 'sent'], [5, 'waiting'], [0, 'waiting']]);
  assert.equal(waitingAt(after, 'c7', '1')?.key, '2');
  assert.equal(waitingAt(after, 'c8', '1'), null);
});

test('a door knows what was said there once it has gone', () => {
  const [now, other] = answered([campaign, { ...campaign, id: 'c8' }], visit('1', 4), { version: 3, hazards: 1, answers: { 1: 'yes' } });
  assert.deepEqual(now.doors[3], { ...door(4, 'b', 3), answers: { 1: 'yes' }, hazards: 1 });
  assert.equal(other.doors[3].version, 0);
});

test('an answer that means a hazard says when somebody looks again', () => {
  const question = { text: '', kind: 'yes-no', hazardOn: 'yes', recheckDays: 3 };
  assert.equal(recheckOf(question, 'yes'), 3);
  assert.equal(recheckOf(question, 'no'), null);
  assert.equal(recheckOf({ ...question, hazardOn: null }, undefined), null);
});

test('whoever handles for a department does not go from door to door', () => {
  assert.deepEqual([['worker'], ['handler'], ['administrator']].map(mayVisit), [true, false, true]);
});

const home = (key, place, more = {}) => ({ key, account: 'worker', kind: 'home', version: 2, state: 'waiting', answers: { 1: 'yes' }, madeAt: '2026-11-22T08:00:00.000Z', visit: { rule: 3, place, outcome: 'met', nextTry: '', note: '', hazard: null, corrects: false }, ...more });

test('a visit waits at its door by its rule, one after the other', () => {
  const items = [home('1', 'h-1'), home('2', 'h-1'), home('3', 'h-2'), visit('4', 1)];
  assert.equal(doorOf(items[0]), 'v3/h-1');
  assert.equal(doorOf({ kind: 'report' }), null);
  assert.equal(blockerOf(items, items[1])?.key, '1');
  assert.equal(waitingAt(items, 'v3', 'h-1')?.key, '2');
  const round = { kind: 'visit', id: 'v3', doors: [{ ...door(1, 'a'), name: 'h-1' }, { ...door(2, 'a'), name: 'h-3' }] };
  assert.deepEqual(standing(round, items).map((one) => one.standing), ['waiting', 'open']);
  assert.equal(answered([round], items[0], { version: 3 })[0].doors[0].done, true);
  assert.equal(answered([round], items[0], { version: 3, done: false })[0].doors[0].done, false);
});

test('a visit is sent with what its outcome wants and no more', () => {
  assert.deepEqual(visitBody(home('k', 'h-1'), 5_000), { rule: 3, key: 'k', version: 2, outcome: 'met', madeAt: '2026-11-22T08:00:05.000Z', answers: { 1: 'yes' }, note: '', corrects: false });
  const visit = { rule: 3, place: 'h', outcome: 'nobody-home', nextTry: '2026-11-24', note: 'x', hazard: { category: 'fire-lane', condition: '', description: '' }, corrects: true };
  const body = visitBody(home('k', 'h', { visit }), -60_000);
  assert.deepEqual([body.answers, body.nextTry, body.madeAt, body.hazard.category], [{}, '2026-11-24', '2026-11-22T07:59:00.000Z', 'fire-lane']);
  assert.equal('nextTry' in visitBody(home('k', 'h', { visit: { ...visit, outcome: 'moved' } }), 0), false);
});

test('the nearest building comes first, and one without a place last', () => {
  const groups = ['far', 'none', 'near'].map((building) => ({ building, doors: [{ at: { far: [112.7, 28.9], near: [112.61, 28.9] }[building] }] }));
  assert.deepEqual(nearestFirst(groups, { lon: 112.6, lat: 28.9 }).map(({ building }) => building), ['near', 'far', 'none']);
  assert.deepEqual(nearestFirst(groups, null), groups);
});

test('words need not be known, the rest has to be', () => {
  assert.deepEqual(unknownOf([{ kind: 'yes-no' }, { kind: 'text' }, { kind: 'choice' }], { 1: 'no' }), [3]);
});
