import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dutyOf, formerName, handlerName, usualDue } from './joint.js';

const NOW = Date.parse('2026-11-22T08:00:00Z');
const duty = (/** @type {string} */ due, /** @type {string | null} */ doneAt = null) => dutyOf({ due, doneAt }, NOW);

test('a duty is open, pressing, late, or done in time or late', () => {
  assert.deepEqual(duty('2026-11-22T09:00:00Z'), { kind: 'left', ms: 3_600_000 });
  assert.equal(duty('2026-11-22T08:29:00Z').kind, 'soon');
  assert.deepEqual(duty('2026-11-22T07:59:00Z'), { kind: 'overdue', ms: 60_000 });
  assert.equal(duty('2026-11-22T07:00:00Z', '2026-11-22T06:59:00Z').kind, 'done');
  assert.deepEqual(duty('2026-11-22T07:00:00Z', '2026-11-22T07:02:00Z'), { kind: 'done-late', ms: 120_000 });
});

test('the deadline of the incident is proposed unless it is over', () => {
  assert.equal(usualDue('2026-11-22T10:00:00Z', NOW), Date.parse('2026-11-22T10:00:00Z'));
  assert.equal(usualDue('2026-11-22T07:00:00Z', NOW), NOW + 3_600_000);
  assert.equal(usualDue(null, NOW), NOW + 3_600_000);
});

test('who handles is told by name, and by code where no name is known', () => {
  const works = { to: { kind: 'department', code: 'works' }, names: { zh: '市政所', en: 'Works' }, leads: true, outAt: null };
  assert.equal(handlerName(works, 'zh'), '市政所');
  assert.equal(handlerName({ to: { kind: 'person', code: 'D0001' } }, 'en'), 'D0001');
  const joint = /** @type {any} */ ({ participants: [works] });
  assert.equal(formerName(joint, works.to, 'en'), 'Works');
  assert.equal(formerName(joint, { kind: 'person', code: 'D0001' }, 'en'), 'D0001');
  assert.equal(formerName(joint, null, 'en'), '');
});
