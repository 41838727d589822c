import { instantOf, localOf } from '../../app/when.js';

/** What the page of shifts shows. Nothing here touches the document or the server. */

/** Roles that say who is on duty, and write the log. */
export const KEEPERS = ['operator', 'supervisor', 'administrator'];
export const POSTS = ['operator', 'leader', 'grid-worker', 'maintenance'];
export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
export const PARTS = /** @type {const} */ (['roster', 'log', 'handover', 'changes']);

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const WEEK = 7;

/** The Monday of the week of a day. @param {string} day such as 2026-11-02 */
export function mondayOf(day) {
  const at = Date.parse(`${day}T00:00:00Z`);
  return dayOf(at - ((new Date(at).getUTCDay() + WEEK - 1) % WEEK) * DAY_MS);
}

/** @param {number} ms */
const dayOf = (ms) => new Date(ms).toISOString().slice(0, 10);

/** A day so many days later. @param {string} day @param {number} count */
export const plusDays = (day, count) => dayOf(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS);

/** The day that the clocks of a zone show. @param {number} ms @param {string} zone */
export const today = (ms, zone) => localOf(ms, zone).slice(0, 10);

/** The first instant of a day in a zone. @param {string} day @param {string} zone */
export const dayBegins = (day, zone) => /** @type {string} */ (instantOf(`${day}T00:00`, zone));

/** What the address shows. @param {string} search @param {string} thisWeek the Monday of it @returns {ShiftView} */
export function viewOf(search, thisWeek) {
  const asked = new URLSearchParams(search);
  const area = asked.get('area') ?? '';
  const week = asked.get('week') ?? '';
  return {
    part: PARTS.find((part) => part === asked.get('part')) ?? PARTS[0],
    area: /^[0-9]{6,20}$/.test(area) ? area : '',
    sheet: /^([0-9]{1,18}|new)$/.test(asked.get('sheet') ?? '') ? (asked.get('sheet') ?? '') : '',
    week: /^\d{4}-\d{2}-\d{2}$/.test(week) && !Number.isNaN(Date.parse(week)) ? mondayOf(week) : thisWeek,
  };
}

/** The address of a view; what else stood in it stays. @param {ShiftView} view @param {string} search @param {string} thisWeek */
export function addressOf({ part, area, week, sheet }, search, thisWeek) {
  const all = new URLSearchParams(search);
  const set = (/** @type {string} */ name, /** @type {string} */ value, /** @type {string} */ usual) => (value === usual ? all.delete(name) : all.set(name, value));
  set('part', part, PARTS[0]);
  set('area', area, '');
  set('week', week, thisWeek);
  set('sheet', part === 'handover' ? sheet : '', '');
  return `?${all}`;
}

/** Where a time lies within a week, in percent of its width; null where it does not. @param {DutySpan} span @param {number} fromMs @param {number} toMs */
export function barOf({ from, to }, fromMs, toMs) {
  const begins = Math.max(Date.parse(from), fromMs);
  const ends = Math.min(Date.parse(to), toMs);
  if (ends <= begins) return null;
  const percent = (/** @type {number} */ ms) => Math.round(((ms / (toMs - fromMs)) * 100 + Number.EPSILON) * 1000) / 1000;
  return { left: percent(begins - fromMs), width: percent(ends - begins) };
}

/** Who is on duty in some time, each with their times; in the order of their posts. @param {readonly DutyEntry[]} entries */
export function rowsOf(entries) {
  /** @type {Map<string, { staff: string, name: string | null, phone: string | null, post: string, entries: DutyEntry[] }>} */
  const rows = new Map();
  for (const entry of entries) {
    const { staff, name, phone, post } = entry;
    const row = rows.get(staff) ?? { staff, name, phone, post, entries: [] };
    row.entries.push(entry);
    rows.set(staff, row);
  }
  return [...rows.values()].sort((one, other) => POSTS.indexOf(one.post) - POSTS.indexOf(other.post) || one.staff.localeCompare(other.staff));
}

/** How many hours some times last together. @param {readonly DutySpan[]} spans */
export const hoursOf = (spans) => Math.round((spans.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0) / HOUR_MS) * 10) / 10;

/** The gaps that are not over yet: what has been missed cannot be mended any more. @param {readonly DutySpan[]} gaps @param {number} nowMs @returns {DutySpan[]} */
export const openGaps = (gaps, nowMs) =>
  gaps.filter(({ to }) => Date.parse(to) > nowMs).map(({ from, to }) => ({ from: Date.parse(from) < nowMs ? new Date(nowMs).toISOString() : from, to }));

/** The entries that begin, or go on, on each day of a week. @param {readonly DutyEntry[]} entries @param {string} week @param {string} zone */
export const byDay = (entries, week, zone) =>
  DAYS.map((name, i) => {
    const day = plusDays(week, i);
    const [from, to] = [Date.parse(dayBegins(day, zone)), Date.parse(dayBegins(plusDays(day, 1), zone))];
    return { day, name, entries: entries.filter((one) => Date.parse(one.from) < to && Date.parse(one.to) > from) };
  });

/** A roster as rows of a table. @param {readonly DutyEntry[]} entries @param {(post: string) => string} postName @param {string} zone */
export const tableOf = (entries, postName, zone) =>
  entries.map(({ post, staff, name, phone, from, to }) => [postName(post), name ?? '', staff, phone ?? '', localOf(Date.parse(from), zone).slice(0, 16).replace('T', ' '), localOf(Date.parse(to), zone).slice(0, 16).replace('T', ' ')]);

/** Those with whom somebody can change places: other people's times that are not over. @param {readonly DutyEntry[]} entries @param {DutyEntry} one @param {number} nowMs */
export const swapsOf = (entries, one, nowMs) => entries.filter(({ staff, to }) => staff !== one.staff && Date.parse(to) > nowMs);

export const HANDOVER_KINDS = ['open', 'overdue', 'whistle', 'duty', 'camera', 'shelf'];
export const CHANGE_KINDS = ['reported', 'filed', 'closed', 'overdue', 'whistle', 'whistle-ended', 'boundary', 'shelved'];

/** As which side somebody may sign now; null where they may not. @param {Pick<HandoverBrief, 'state' | 'account' | 'signatures'>} sheet @param {string} account @returns {'outgoing' | 'incoming' | null} */
export function maySign({ state, account: outgoing }, account) {
  if (state === 'draft') return outgoing === account ? 'outgoing' : null;
  return state === 'waiting' && outgoing !== account ? 'incoming' : null;
}

/** Where a thing on a sheet is seen. @param {string} kind @param {Pick<HandoverItemInfo, 'subject' | 'area'>} one */
export const hrefOf = (kind, { subject, area }) => (kind === 'camera' ? `/?area=${area}&tab=cameras&tables=1` : kind === 'shelf' ? '/desk/' : `/?incident=${subject.replace('incident-', '')}`);

/** Where a change is seen. @param {Pick<ChangeRow, 'kind' | 'subject' | 'incident'>} one */
export const changeHref = ({ kind, subject, incident }) => (kind === 'boundary' ? `/plan/?plan=${subject}` : kind === 'shelved' ? '/desk/' : `/?incident=${(incident ?? subject).replace('incident-', '')}`);
