import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyOf, draftOf, isChanged, kindOf, monthsOf, moved, toggled, weekdayOf, withSessions, withWeek, withoutWeek } from './calendar-state.js';

const SESSIONS = { monday: ['08:00-12:00'], tuesday: ['08:00-12:00'], wednesday: ['08:00-12:00'], thursday: ['08:00-12:00'], friday: ['08:00-12:00'] };
const KEPT = {
  code: 'usual', version: 1, area: '', name: '常用', since: '', inForce: true, zone: 'Asia/Shanghai',
  weeks: [{ from: '2000-01-01', sessions: SESSIONS }], days: [{ date: '2026-10-01', kind: 'holiday' }],
};

test('a day is what is said of it, else what its week says', () => {
  const draft = draftOf(KEPT);
  assert.deepEqual(['2026-10-01', '2026-10-02', '2026-10-03'].map((day) => kindOf(draft, day)), ['holiday', 'work', 'off']);
});

test('a click makes a working day a holiday, a day off one to make up, and takes either back', () => {
  const draft = toggled(toggled(draftOf(KEPT), '2026-10-02'), '2026-10-10');
  assert.deepEqual(bodyOf(draft).days.map(({ date, kind }) => `${date} ${kind}`), ['2026-10-01 holiday', '2026-10-02 holiday', '2026-10-10 make-up']);
  assert.equal(isChanged(draft, KEPT), true);
  assert.equal(isChanged(toggled(toggled(draft, '2026-10-02'), '2026-10-10'), KEPT), false);
});

test('other hours can hold from a day on and be taken away again', () => {
  const summer = withWeek(draftOf(KEPT), '2026-06-01');
  assert.deepEqual(summer.weeks.map(({ from }) => from), ['2000-01-01', '2026-06-01']);
  const off = withSessions(summer, { from: '2026-06-01', day: 'friday', text: ' ' });
  assert.equal(kindOf(off, '2026-06-05'), 'off');
  assert.equal(kindOf(off, '2026-05-29'), 'work');
  const more = withSessions(off, { from: '2026-06-01', day: 'sunday', text: '09:00-10:00， 11:00-12:00' });
  assert.deepEqual(more.weeks[1].sessions.sunday, ['09:00-10:00', '11:00-12:00']);
  assert.equal(withoutWeek(more, '2026-06-01').weeks.length, 1);
  assert.equal(withoutWeek(draftOf(KEPT), '2000-01-01').weeks.length, 1);
});

test('a year has all its days, each under its day of the week', () => {
  for (const [year, count] of [[2026, 365], [2028, 366]]) {
    const months = monthsOf(year);
    const days = months.flatMap(({ weeks }) => weeks.flat()).filter(Boolean);
    assert.equal(days.length, count);
    for (const { weeks } of months) for (const week of weeks) week.forEach((day, at) => day && assert.equal(weekdayOf(day), at));
  }
});

test('keys go by days and weeks and stay in the year', () => {
  assert.equal(moved('2026-10-01', 'ArrowRight'), '2026-10-02');
  assert.equal(moved('2026-10-01', 'ArrowUp'), '2026-09-24');
  assert.equal(moved('2026-10-01', 'Home'), '2026-09-28');
  assert.equal(moved('2026-10-01', 'End'), '2026-10-04');
  assert.equal(moved('2026-12-31', 'ArrowDown'), '2026-12-31');
  assert.equal(moved('2026-01-01', 'ArrowLeft'), '2026-01-01');
  assert.equal(moved('2026-05-05', 'a'), '2026-05-05');
});
