import { historyOf } from '../incident/steps.js';

/**
 * Everything that happened to an incident as one line of time, the oldest first: what was done, each further report, and at
 * the end when it is due, while that is still to come.
 *
 * @param {IncidentProps} incident @param {Deed[]} deeds @param {readonly IncidentReport[]} reports
 * @returns {TimeEntry[]}
 */
export function timelineOf(incident, deeds, reports) {
  /** @type {TimeEntry[]} */
  const done = historyOf(incident, deeds).map((entry) => ({ ...entry, kind: /** @type {const} */ ('deed'), afterMs: 0 }));
  const more = reports.filter(({ report }) => report > 1).map(({ reportedAt, channel, report }) => (
    { kind: /** @type {const} */ ('report'), action: 'reported', at: reportedAt, account: '', reason: '', version: 0, channel, report, afterMs: 0 }));
  const all = [...done.reverse(), ...more].sort((a, b) => a.at.localeCompare(b.at));
  if (incident.dueAt && !incident.closedAt) all.push({ kind: 'due', action: 'due', at: incident.dueAt, account: '', reason: '', version: 0, afterMs: 0 });
  return all.map((entry, i) => ({ ...entry, afterMs: i === 0 ? 0 : Math.max(0, Date.parse(entry.at) - Date.parse(all[i - 1].at)) }));
}
