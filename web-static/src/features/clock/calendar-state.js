/** What is said of a calendar, as pure steps; days are written as they are in files, 2026-10-01. */

/** @type {readonly WeekdayName[]} */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const DAY_MILLIS = 86_400_000;

/** @param {WorkCalendarRow} calendar @returns {CalendarDraft} */
export const draftOf = ({ name, inForce, zone, weeks, days }) => ({
  name, inForce, zone, weeks, days: new Map(days.map((day) => [day.date, day])),
});

/** @param {CalendarDraft} draft */
export const bodyOf = ({ name, inForce, zone, weeks, days }) => ({
  name, inForce, zone, weeks, days: [...days.values()].sort((a, b) => a.date.localeCompare(b.date)),
});

/** @param {CalendarDraft} draft @param {WorkCalendarRow} kept */
export const isChanged = (draft, kept) => JSON.stringify(bodyOf(draft)) !== JSON.stringify(bodyOf(draftOf(kept)));

/** @param {string} date */
const millis = (date) => Date.parse(`${date}T00:00:00Z`);
/** @param {number} at */
const written = (at) => new Date(at).toISOString().slice(0, 10);

/** Which day of the week, 0 for Monday. @param {string} date */
export const weekdayOf = (date) => (new Date(millis(date)).getUTCDay() + 6) % 7;

/** The week that holds on a day. @param {CalendarDraft} draft @param {string} date */
function weekOf({ weeks }, date) {
  const begun = weeks.filter(({ from }) => from <= date);
  return begun.length > 0 ? begun[begun.length - 1] : weeks[0];
}

/** Whether a day is worked when nothing else is said of it. @param {CalendarDraft} draft @param {string} date */
const isWorkday = (draft, date) => (weekOf(draft, date).sessions[WEEKDAYS[weekdayOf(date)]] ?? []).length > 0;

/** What a day is. @param {CalendarDraft} draft @param {string} date @returns {'holiday' | 'make-up' | 'work' | 'off'} */
export const kindOf = (draft, date) => draft.days.get(date)?.kind ?? (isWorkday(draft, date) ? 'work' : 'off');

/**
 * The day made the other kind: a working day a holiday, a day off one to make up, and back.
 *
 * @param {CalendarDraft} draft @param {string} date @returns {CalendarDraft}
 */
export function toggled(draft, date) {
  const days = new Map(draft.days);
  if (!days.delete(date)) days.set(date, { date, kind: isWorkday(draft, date) ? 'holiday' : 'make-up' });
  return { ...draft, days };
}

/**
 * Other sessions of a day of a week; the text is sessions with blanks between them.
 *
 * @param {CalendarDraft} draft @param {{ from: string, day: WeekdayName, text: string }} change @returns {CalendarDraft}
 */
export function withSessions(draft, { from, day, text }) {
  const given = text.split(/[\s,，;；]+/).filter(Boolean);
  const weeks = draft.weeks.map((week) => {
    if (week.from !== from) return week;
    const sessions = { ...week.sessions, [day]: given };
    if (given.length === 0) delete sessions[day];
    return { ...week, sessions };
  });
  return { ...draft, weeks };
}

/** Another ordinary week from a day on, first like that before it. @param {CalendarDraft} draft @param {string} from @returns {CalendarDraft} */
export function withWeek(draft, from) {
  if (draft.weeks.some((week) => week.from === from)) return draft;
  const weeks = [...draft.weeks, { from, sessions: weekOf(draft, from).sessions }];
  return { ...draft, weeks: weeks.sort((a, b) => a.from.localeCompare(b.from)) };
}

/** @param {CalendarDraft} draft @param {string} from @returns {CalendarDraft} */
export const withoutWeek = (draft, from) =>
  (draft.weeks.length > 1 ? { ...draft, weeks: draft.weeks.filter((week) => week.from !== from) } : draft);

/**
 * The months of a year, each as weeks of seven places, Monday first; a place without a day is empty.
 *
 * @param {number} year @returns {{ month: number, weeks: string[][] }[]}
 */
export function monthsOf(year) {
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
    const end = written(Date.UTC(year, month, 1));
    /** @type {string[]} */
    const places = Array(weekdayOf(first)).fill('');
    for (let date = first; date < end; date = written(millis(date) + DAY_MILLIS)) places.push(date);
    while (places.length % 7 !== 0) places.push('');
    return { month, weeks: Array.from({ length: places.length / 7 }, (__, week) => places.slice(week * 7, week * 7 + 7)) };
  });
}

/** @type {Record<string, number>} */
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 };

/** Where a key leads from a day; the day itself where it leads nowhere, or out of the year. @param {string} date @param {string} key */
export function moved(date, key) {
  const by = STEPS[key] ?? (key === 'Home' ? -weekdayOf(date) : key === 'End' ? 6 - weekdayOf(date) : 0);
  const to = written(millis(date) + by * DAY_MILLIS);
  return to.slice(0, 4) === date.slice(0, 4) ? to : date;
}
