import { isClosed } from '../incident/mark.js';

/** Which incidents wait for the desk, and in which order. Pure: nothing here touches the document or the server. */

/** @type {readonly DeskFilter[]} */
export const FILTERS = ['all', 'accept', 'overdue', 'warned', 'no-place'];
/** @type {Record<string, number>} */
const PRIORITIES = { urgent: 0, important: 1, ordinary: 2 };

/**
 * By when something has to happen: that the stage it is in ends. Null where no clock runs.
 *
 * @param {IncidentProps} incident
 * @returns {{ of: string, at: number } | null} at: in milliseconds
 */
export const deadlineOf = ({ standing, stage, stageDueAt }) =>
  (!stageDueAt || standing === 'suspended' ? null : { of: stage ?? 'handle', at: Date.parse(stageDueAt) });

/**
 * How an incident stands to its clock: it is nearly due once the clock of its stage has warned.
 *
 * @param {IncidentProps} incident @param {number} nowMs
 * @returns {DeskPressure} ms: what is left, or how much it is late
 */
export function pressureOf(incident, nowMs) {
  const deadline = deadlineOf(incident);
  // A clock that stands still after its time was over stays overdue.
  if (!deadline) return { kind: incident.stageOverdue ? 'overdue' : incident.dueAt ? 'paused' : 'none', of: 'handle', ms: 0 };
  const left = deadline.at - nowMs;
  if (left < 0 || incident.stageOverdue) return { kind: 'overdue', of: deadline.of, ms: Math.max(0, -left) };
  const warned = incident.stageWarnsAt !== null && Date.parse(incident.stageWarnsAt) <= nowMs;
  return { kind: warned ? 'warned' : 'left', of: deadline.of, ms: left };
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
 * @param {GeoFeature<IncidentProps>[]} features @param {number} nowMs
 * @returns {DeskRow[]}
 */
export function queueOf(features, nowMs) {
  return features
    .filter(({ properties }) => !isClosed(properties))
    .map(({ properties }) => ({ incident: properties, pressure: pressureOf(properties, nowMs), at: deadlineOf(properties)?.at ?? Infinity }))
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
