import { daysOf } from '../clock/spans.js';

/** Why a stage is due when it is, as rows of what counted and what did not. Pure. */

/** More days than this are folded: a year of them tells nothing. */
const MOST_DAYS = 31;
const FIRST_DAYS = 10;
const SECONDS_OF_HOUR = 3600;
const RANK = { start: 0, counted: 1, pause: 2, extension: 3, due: 4, stop: 5, fold: 6 };

/**
 * A row: a day or what counted of it, a pause, an extension, the start, the end.
 *
 * @typedef {object} WhyRow
 * @property {'start' | 'counted' | 'pause' | 'extension' | 'due' | 'stop' | 'fold'} kind
 * @property {string} at from when
 * @property {string} [to] of a pause that is over
 * @property {string} [date] of what was counted
 * @property {{ from: number, to: number, words: string }[]} [parts] hours of that day
 * @property {number} [seconds] counted in this row
 * @property {number} [sum] counted up to and with it
 * @property {number} [days] left out here
 */

/**
 * @param {StageReasonRow} clock
 * @returns {WhyRow[]} in the order in which it came
 */
export function whyRows(clock) {
  const rows = [...counted(clock), ...events(clock)].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || RANK[a.kind] - RANK[b.kind]);
  let sum = 0;
  const summed = joined(rows).map((row) => {
    sum += row.seconds ?? 0;
    return row.kind === 'counted' ? { ...row, sum } : row;
  });
  return folded(summed);
}

/** @param {StageReasonRow} clock @returns {WhyRow[]} */
function counted({ counted: spans, zone }) {
  return spans.flatMap((span) => {
    const days = daysOf([span], zone);
    const hours = days.flatMap(({ parts }) => parts).reduce((all, { from, to }) => all + to - from, 0);
    let passed = 0;
    return days.map(({ date, parts }) => {
      const own = parts.reduce((all, { from, to }) => all + to - from, 0);
      const at = new Date(Date.parse(span.from) + passed * SECONDS_OF_HOUR * 1000).toISOString();
      passed += own;
      return { kind: /** @type {const} */ ('counted'), at, date, parts, seconds: (span.seconds * own) / hours };
    });
  });
}

/** @param {StageReasonRow} clock @returns {WhyRow[]} */
function events({ started, pauses, extensions, due, stopped }) {
  /** @type {WhyRow[]} */
  const rows = [{ kind: 'start', at: started }];
  for (const { from, to } of pauses) rows.push({ kind: 'pause', at: from, to });
  for (const at of extensions) rows.push({ kind: 'extension', at });
  if (due) rows.push({ kind: 'due', at: due });
  if (stopped) rows.push({ kind: 'stop', at: stopped });
  return rows;
}

/** What was counted of one day without a break in between is one row. @param {WhyRow[]} rows */
function joined(rows) {
  /** @type {WhyRow[]} */
  const all = [];
  for (const row of rows) {
    const last = all[all.length - 1];
    if (row.kind === 'counted' && last?.kind === 'counted' && last.date === row.date) {
      all[all.length - 1] = { ...last, parts: [...(last.parts ?? []), ...(row.parts ?? [])], seconds: (last.seconds ?? 0) + (row.seconds ?? 0) };
    } else all.push(row);
  }
  return all;
}

/** Leaves out days in the middle of many. @param {WhyRow[]} rows */
function folded(rows) {
  const days = rows.filter(({ kind }) => kind === 'counted');
  if (days.length <= MOST_DAYS) return rows;
  const out = new Set(days.slice(FIRST_DAYS, -FIRST_DAYS));
  const first = rows.findIndex((row) => out.has(row));
  const kept = rows.filter((row) => !out.has(row));
  kept.splice(first, 0, { kind: 'fold', at: rows[first].at, days: out.size });
  return kept;
}

/** Hours and minutes, which are the same in every language. @param {number} seconds */
export function hoursText(seconds) {
  const minutes = Math.round(Math.abs(seconds) / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
