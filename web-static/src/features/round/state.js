import { instantOf } from '../../app/when.js';

/** What the page of patrols shows. Nothing here touches the document or the server. */

/** Roles that see how patrols went, and that make plans of them. */
export const READERS = ['operator', 'supervisor', 'administrator'];
export const PARTS = /** @type {const} */ (['runs', 'plans', 'unwalked', 'figures']);
export const RESULTS = /** @type {const} */ (['done', 'partly', 'missed', 'unknown', 'running', 'due']);
/** Days of the spans of figures. */
export const SPANS = [7, 30, 90];
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DIGITS = /^[0-9]{1,18}$/;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const USUAL_DAYS = 7;

/** What the address shows. @param {string} search @param {string} today @returns {RoundView} */
export function viewOf(search, today) {
  const asked = new URLSearchParams(search);
  const text = (/** @type {string} */ name) => asked.get(name) ?? '';
  return {
    part: PARTS.find((one) => one === text('part')) ?? 'runs',
    day: DAY.test(text('day')) ? text('day') : today,
    run: DIGITS.test(text('run')) ? text('run') : '',
    plan: text('plan') === 'new' || DIGITS.test(text('plan')) ? text('plan') : '',
    days: /^[0-9]{1,3}$/.test(text('days')) ? Math.min(400, Number(text('days'))) : USUAL_DAYS,
    by: text('by') === 'grid' ? 'grid' : 'person',
    span: SPANS.find((one) => String(one) === text('span')) ?? SPANS[1],
  };
}

/** The address of a view; what else stood in it stays. @param {RoundView} view @param {string} search @param {string} today */
export function addressOf(view, search, today) {
  const all = new URLSearchParams(search);
  const usual = viewOf('', today);
  for (const name of /** @type {(keyof RoundView)[]} */ (Object.keys(view))) {
    if (view[name] === usual[name]) all.delete(name);
    else all.set(name, String(view[name]));
  }
  return `?${all}`;
}

/** From the begin of a day to its end. @param {string} day @param {string} zone @returns {{ from: string, to: string }} */
export function dayOf(day, zone) {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return { from: instantOf(`${day}T00:00`, zone) ?? '', to: instantOf(`${next}T00:00`, zone) ?? '' };
}

/** The day so many days later. @param {string} day @param {number} days */
export const dayAfter = (day, days) => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/**
 * The time that a picture of patrols spans: whole hours about all of them within the day, and never less than six.
 *
 * @param {readonly RoundRun[]} runs @param {{ from: string, to: string }} day @returns {{ fromMs: number, toMs: number }}
 */
export function frameOf(runs, day) {
  const [low, high] = [Date.parse(day.from), Date.parse(day.to)];
  const spans = runs.flatMap((run) => run.spans.map(([from, to]) => [Math.max(low, Date.parse(from)), Math.min(high, Date.parse(to))])).filter(([from, to]) => from < to);
  if (spans.length === 0) return { fromMs: low, toMs: high };
  const hour = (/** @type {number} */ ms, /** @type {(n: number) => number} */ round) => low + round((ms - low) / HOUR_MS) * HOUR_MS;
  const fromMs = Math.max(low, hour(Math.min(...spans.map(([from]) => from)), Math.floor) - HOUR_MS);
  const toMs = Math.min(high, hour(Math.max(...spans.map(([, to]) => to)), Math.ceil) + HOUR_MS);
  const lacking = 6 * HOUR_MS - (toMs - fromMs);
  return lacking > 0 ? { fromMs: Math.max(low, fromMs - lacking), toMs: Math.min(high, Math.max(toMs, low + 6 * HOUR_MS)) } : { fromMs, toMs };
}

/** Where a time lies in a picture that is 1,000 wide; null outside it. @param {readonly [string, string]} span @param {{ fromMs: number, toMs: number }} frame @returns {{ x: number, width: number } | null} */
export function barOf([from, to], { fromMs, toMs }) {
  const [begin, end] = [Math.max(fromMs, Date.parse(from)), Math.min(toMs, Date.parse(to))];
  if (begin >= end) return null;
  const scale = 1000 / (toMs - fromMs);
  return { x: (begin - fromMs) * scale, width: Math.max(1.5, (end - begin) * scale) };
}

/** Hours to be written below a picture: not more than a dozen of them. @param {{ fromMs: number, toMs: number }} frame @returns {{ ms: number, x: number }[]} */
export function hoursOf({ fromMs, toMs }) {
  const step = Math.max(1, Math.ceil((toMs - fromMs) / HOUR_MS / 12)) * HOUR_MS;
  const hours = [];
  for (let ms = fromMs; ms <= toMs; ms += step) hours.push({ ms, x: ((ms - fromMs) / (toMs - fromMs)) * 1000 });
  return hours;
}

/** Patrols person by person, in the order of their first. @param {readonly RoundRun[]} runs @returns {{ staffCode: string, name: string | null, runs: RoundRun[] }[]} */
export function byPerson(runs) {
  /** @type {Map<string, { staffCode: string, name: string | null, runs: RoundRun[] }>} */
  const people = new Map();
  for (const run of runs) {
    if (!people.has(run.staffCode)) people.set(run.staffCode, { staffCode: run.staffCode, name: run.name, runs: [] });
    people.get(run.staffCode)?.runs.push(run);
  }
  return [...people.values()];
}

/** How many of some patrols went how. @param {readonly RoundRun[]} runs @returns {Record<RoundResult, number>} */
export function countsOf(runs) {
  const counts = { due: 0, running: 0, done: 0, partly: 0, missed: 0, unknown: 0 };
  for (const { result } of runs) counts[result] += 1;
  return counts;
}

/** Share in whole per cent; null of nothing. @param {number} part @param {number} whole */
export const percentOf = (part, whole) => (whole > 0 ? Math.floor((part * 100) / whole) : null);

/** In which of five shades a grid is drawn: 0 walked lately, 4 the longest or never on record. @param {number | null} days @param {number} most the days asked for */
export function shadeOf(days, most) {
  if (days === null) return 4;
  const wanted = Math.max(1, most);
  if (days < wanted) return 0;
  return days < 2 * wanted ? 2 : 3;
}

/** A plan as the form begins with it. @param {RoundPlan | null} plan @returns {RoundDraft} */
export const draftOf = (plan) => ({
  name: plan?.name ?? '', people: plan?.people.map(({ code }) => code) ?? [], grids: plan?.grids.map(({ code }) => code) ?? [], streets: plan?.streets ?? [],
  days: plan?.days ?? [1, 2, 3, 4, 5], from: plan?.from ?? '08:00', to: plan?.to ?? '12:00', times: plan?.times ?? 1, per: plan?.per ?? 'day',
  minutes: plan?.minutes ?? 20, streetPercent: plan?.streetPercent ?? 50, nearMeters: plan?.nearMeters ?? 15,
});

/** @typedef {Pick<RoundPlan, 'name' | 'streets' | 'days' | 'from' | 'to' | 'times' | 'per' | 'minutes' | 'streetPercent' | 'nearMeters'> & { people: string[], grids: string[] }} RoundDraft */
