import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterSent, blockerOf, nextOf } from './outbox.js';
import { answered, leftAt, mayVisit, nextDoor, recheckOf, standing, waitingAt } from './visits.js';

const door = (number, unit, version = 0) => ({ number, unit, grid: 'g', version, building: unit, door: String(number), answers: null, hazards: 0 });
const campaign = { id: 7, doors: [door(1, 'a'), door(2, 'a', 1), door(3, 'a'), door(4, 'b')] };
const visit = (key, number, more = {}) => ({ key, account: 'worker', kind: 'visit', campaign: 7, door: number, version: 0, state: 'waiting', answers: { 1: 'no' }, ...more });

test('what waits on the phone counts as done, what was refused does not hide', () => {
  const outbox = [visit('1', 1), visit('2', 3, { state: 'refused' }), visit('3', 4, { state: 'sent' })];
  assert.deepEqual(standing(campaign, outbox).map((one) => one.standing), ['waiting', 'done', 'refused', 'open']);
  assert.equal(leftAt(campaign, outbox), 1);
});

test('the next door is one of the same building, first behind, then before', () => {
  assert.equal(nextDoor(campaign, 1, [])?.number, 3);
  assert.equal(nextDoor(campaign, 3, [])?.number, 1);
  assert.equal(nextDoor(campaign, 3, [visit('1', 1)]), null);
});

test('two answers at one door go one after the other, each as of the one before', () => {
  const items = [visit('1', 1), visit('2', 1, { version: 1 }), visit('3', 4)];
  assert.equal(blockerOf(items, items[1])?.key, '1');
  assert.equal(nextOf(items, 'worker')?.key, '1');
  const after = afterSent(items, '1', { version: 5, sentAt: '2026-11-22T08:00:00Z' });
  assert.deepEqual(after.map(({ version, state }) => [version, state]), [[0, 'sent'], [5, 'waiting'], [0, 'waiting']]);
  assert.equal(waitingAt(after, 7, 1)?.key, '2');
  assert.equal(waitingAt(after, 8, 1), null);
});

test('a door knows what was said there once it has gone', () => {
  const [now, other] = answered([campaign, { ...campaign, id: 8 }], visit('1', 4, { answers: { 1: 'yes' } }), { version: 3, hazards: 1 });
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
