import { isClosed } from '../incident/mark.js';

/** Which incidents wait for the desk, and in which order. Pure: nothing here touches the document or the server. */

/** @type {readonly DeskFilter[]} */
export const FILTERS = ['all', 'accept', 'overdue', 'warned', 'no-place'];
/** @type {Record<string, number>} */
const PRIORITIES = { urgent: 0, important: 1, ordinary: 2 };
/** Of the time between filing and due, so much is gone when it is nearly due. */
const WARNED_SHARE = 0.8;

/**
 * By when something has to happen: that the stage it is in ends. Null where no clock runs.
 *
 * @param {IncidentProps} incident @param {number | null} acceptMs how long accepting may take, for where no stage is told; null
 *   where that is not known either
 * @returns {{ of: string, from: number | null, at: number } | null} instants in milliseconds; from: null where it is not told
 */
export function deadlineOf({ state, standing, reportedAt, filedAt, dueAt, clock, stage, stageDueAt }, acceptMs) {
  if (stageDueAt && standing !== 'suspended') {
    const begins = stage === 'accept' ? reportedAt : stage === 'handle' ? filedAt : null;
    return { of: stage ?? 'handle', from: begins ? Date.parse(begins) : null, at: Date.parse(stageDueAt) };
  }
  if (stageDueAt !== undefined) return null;
  if (dueAt) return clock === 'paused' || standing === 'suspended' ? null : { of: 'handle', from: Date.parse(filedAt ?? reportedAt), at: Date.parse(dueAt) };
  if (state !== 'collect' || acceptMs === null) return null;
  const from = Date.parse(reportedAt);
  return { of: 'accept', from, at: from + acceptMs };
}

/**
 * How an incident stands to its clock.
 *
 * @param {IncidentProps} incident @param {{ nowMs: number, acceptMs: number | null }} at
 * @returns {DeskPressure} ms: what is left, or how much it is late
 */
export function pressureOf(incident, { nowMs, acceptMs }) {
  const deadline = deadlineOf(incident, acceptMs);
  const late = incident.stageOverdue ?? incident.overdue;
  // A clock that stands still after its time was over stays overdue.
  if (!deadline) return { kind: late ? 'overdue' : incident.dueAt ? 'paused' : 'none', of: 'handle', ms: 0 };
  const left = deadline.at - nowMs;
  if (left < 0 || late) return { kind: 'overdue', of: deadline.of, ms: Math.max(0, -left) };
  const gone = deadline.from === null ? 0 : (nowMs - deadline.from) / (deadline.at - deadline.from);
  return { kind: gone >= WARNED_SHARE ? 'warned' : 'left', of: deadline.of, ms: left };
}

/** Whether an incident belongs to what a filter asks for. @param {DeskRow} row @param {DeskFilter} filter */
export function belongs({ incident, pressure }, filter) {
  if (filter === 'accept') return incident.actions.includes('accept');
  if (filter === 'no-place') return !incident.grid;
  return filter === 'all' || pressure.kind === filter;
}

/**
 * The open incidents, the most pressing first: by priority, then by the time that is left, then the longest known. Those
 * whose clock stands still come last of their priority.
 *
 * @param {GeoFeature<IncidentProps>[]} features @param {{ nowMs: number, acceptMs: number | null }} at
 * @returns {DeskRow[]}
 */
export function queueOf(features, at) {
  return features
    .filter(({ properties }) => !isClosed(properties))
    .map(({ properties }) => ({ incident: properties, pressure: pressureOf(properties, at), at: deadlineOf(properties, at.acceptMs)?.at ?? Infinity }))
    .sort((a, b) => rank(a) - rank(b) || (a.at === b.at ? 0 : a.at - b.at) || a.incident.reportedAt.localeCompare(b.incident.reportedAt) || a.incident.id.localeCompare(b.incident.id));
}

/** @param {DeskRow} row */
const rank = ({ incident }) => PRIORITIES[incident.priority] ?? 3;

/**
 * Those of an area: codes of grids begin with those of the areas they lie in.
 *
 * @param {DeskRow[]} rows @param {string} area code; empty for everywhere
 */
export const within = (rows, area) => (area === '' ? rows : rows.filter(({ incident }) => incident.grid?.startsWith(area)));

/** How many each filter would show. @param {DeskRow[]} rows @returns {Record<DeskFilter, number>} */
export const countsOf = (rows) =>
  /** @type {Record<DeskFilter, number>} */ (Object.fromEntries(FILTERS.map((filter) => [filter, rows.filter((row) => belongs(row, filter)).length])));

/**
 * The one after, or before, what is chosen; after the last comes the first. What has left the queue is followed by what
 * took its place.
 *
 * @param {DeskRow[]} rows @param {string | null} id of what is chosen @param {{ by: 1 | -1, lastAt: number }} how lastAt: where
 *   it stood when it was seen last
 * @returns {string | null}
 */
export function stepFrom(rows, id, { by, lastAt }) {
  if (rows.length === 0) return null;
  const at = rows.findIndex(({ incident }) => incident.id === id);
  if (id === null) return rows[by > 0 ? 0 : rows.length - 1].incident.id;
  const next = at >= 0 ? at + by : by > 0 ? lastAt : lastAt - 1;
  return rows[(next + rows.length) % rows.length].incident.id;
}

/**
 * Which incident a number that somebody types means: the whole number, or the end of one that is in the queue, or the
 * sequence of today.
 *
 * @param {string} typed @param {readonly IncidentProps[]} open @param {string} today as numbers have it: 20261122
 * @returns {{ id: string } | { many: string[] } | null} null where it is no number
 */
export function meant(typed, open, today) {
  const number = typed.trim().replace(/^(#|no\.?|incident-)/i, '').replace(/[\s–—]+/g, '-');
  if (/^\d{8}-\d{1,6}$/.test(number)) return { id: `incident-${padded(number)}` };
  if (!/^\d{1,6}$/.test(number)) return null;
  const ends = open.filter((incident) => sequenceOf(incident.number) === Number(number));
  if (ends.length === 1) return { id: ends[0].id };
  const ofToday = `${today}-${number.padStart(4, '0')}`;
  if (ends.length === 0 || ends.some((incident) => incident.number === ofToday)) return { id: `incident-${ofToday}` };
  return { many: ends.map((incident) => incident.number) };
}

/** @param {string} number */
const padded = (number) => `${number.slice(0, 9)}${number.slice(9).padStart(4, '0')}`;

/** @param {string} number */
const sequenceOf = (number) => Number(number.slice(number.lastIndexOf('-') + 1));

/** Of the limits of stages, how long accepting may take whatever the category; null where no clock of the day tells. @param {StageLimitRow[]} limits */
export function acceptMsOf(limits) {
  const usual = limits.find(({ stage, category, condition }) => stage === 'accept' && !category && !condition);
  const found = /^(\d+) urgent (minute|hour)s?$/.exec(usual?.limit.words ?? '');
  return found ? Number(found[1]) * (found[2] === 'hour' ? 3_600_000 : 60_000) : null;
}
