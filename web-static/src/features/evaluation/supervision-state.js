import { localOf } from '../../app/when.js';

/** What the supervisors' page shows. Nothing here touches the document or the server. */

/** Roles that read what reporters and supervisors say. */
export const READERS = ['supervisor', 'operator', 'administrator'];
/** Roles that appraise. */
export const APPRAISERS = ['supervisor', 'administrator'];
export const PARTS = /** @type {const} */ (['pending', 'samples', 'terms']);
export const COUNTS = ['drawn', 'assessed', 'real', 'solved', 'in-time', 'passed', 'reached', 'satisfied'];
export const CALLBACKS = ['satisfied', 'fairly-satisfied', 'unsatisfied', 'unreached'];

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** What the address shows. @param {string} search @returns {SupervisionView} */
export function viewOf(search) {
  const asked = new URLSearchParams(search);
  const count = asked.get('count') ?? '';
  const sample = asked.get('sample') ?? '';
  return {
    part: PARTS.find((part) => part === asked.get('part')) ?? 'pending',
    sample: /^[0-9]{1,18}$/.test(sample) ? sample : '',
    count: COUNTS.includes(count) ? count : 'drawn',
    incident: asked.get('incident') ?? '',
  };
}

/** The address of a view. What else stood in it (language, theme) stays. @param {SupervisionView} view @param {string} search */
export function addressOf(view, search) {
  const all = new URLSearchParams(search);
  for (const [name, value] of Object.entries(view)) {
    if (value === '' || value === 'pending' || value === 'drawn') all.delete(name);
    else all.set(name, value);
  }
  return `?${all}`;
}

/** How long something waits, in the largest unit that says something. @param {string} since @param {number} nowMs @returns {{ n: number, unit: 'days' | 'hours' }} */
export function waitOf(since, nowMs) {
  const waited = Math.max(0, nowMs - Date.parse(since));
  return waited >= DAY_MS ? { n: Math.floor(waited / DAY_MS), unit: 'days' } : { n: Math.floor(waited / HOUR_MS), unit: 'hours' };
}

/** A share in per cent; null where it is of nothing. @param {{ numerator: number, denominator: number }} line */
export const percentOf = ({ numerator, denominator }) => (denominator === 0 ? null : (numerator * 100) / denominator);

/** The next that nobody has assessed, after one and then from the beginning; empty where all are. @param {readonly SampleMember[]} members @param {string} after */
export function nextOpen(members, after) {
  const at = members.findIndex(({ incidentId }) => incidentId === after);
  const round = [...members.slice(at + 1), ...members.slice(0, at + 1)];
  return round.find(({ assessment, incident }) => !assessment && incident)?.incidentId ?? '';
}

/** The days before one, the day itself as the last, by the clocks of a place. @param {string} instant @param {number} days @param {string} zone */
export function daysUntil(instant, days, zone) {
  const to = localOf(Date.parse(instant), zone).slice(0, 10);
  return { from: new Date(Date.parse(to) - (days - 1) * DAY_MS).toISOString().slice(0, 10), to };
}

/** What is left of a form: what was left empty is left out. @param {Record<string, string>} given */
export const said = (given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
