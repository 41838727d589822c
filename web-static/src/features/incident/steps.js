/** How far an incident is and how it stands to its clock. Pure: nothing here touches the document or the server. */

/** The six steps of the life cycle (六步闭环). */
export const STEPS = /** @type {const} */ (['collect', 'file', 'dispatch', 'handle', 'verify', 'evaluate']);
const MINUTE_MS = 60_000;

/**
 * Each step with how it stands. A rejected incident leaves out the steps between; a closed one is still to be evaluated.
 *
 * @param {Pick<IncidentProps, 'state' | 'filedAt'>} incident
 * @returns {{ step: string, standing: 'done' | 'now' | 'next' | 'later' | 'left-out' }[]}
 */
export function stepsOf({ state, filedAt }) {
  const now = STEPS.findIndex((step) => step === state);
  const last = STEPS.length - 1;
  const rejected = now === last && !filedAt;
  return STEPS.map((step, i) => {
    if (i === now) return { step, standing: rejected ? 'done' : 'now' };
    if (i < now) return { step, standing: rejected && i > 0 ? 'left-out' : 'done' };
    return { step, standing: i === now + 1 ? 'next' : 'later' };
  });
}

/**
 * How an incident stands to its due time: while it is open, to that of the stage it is in; once it has ended, to that of its
 * handling. Some stages have none.
 *
 * @param {Pick<IncidentProps, 'dueAt' | 'closedAt'> & Partial<Pick<IncidentProps, 'clock' | 'overdue' | 'standing' | 'stageDueAt' | 'stageOverdue'>>} incident
 * @param {number} nowMs in the town
 * @returns {{ kind: 'none' | 'left' | 'paused' | 'overdue' | 'closed-in-time' | 'closed-late' | 'closed', ms: number }} ms: how
 *   long it still has, or how much it is late; never negative
 */
export function dueOf({ dueAt, closedAt, clock, overdue, standing, stageDueAt, stageOverdue }, nowMs) {
  if (closedAt) {
    if (!dueAt) return { kind: 'closed', ms: 0 };
    const left = Date.parse(dueAt) - Date.parse(closedAt);
    // A clock that stood still while the result was checked is in time, however late that was.
    return { kind: overdue ?? left < 0 ? 'closed-late' : 'closed-in-time', ms: Math.abs(left) };
  }
  const until = stageDueAt === undefined ? dueAt : stageDueAt;
  if (!until) return { kind: 'none', ms: 0 };
  const left = Date.parse(until) - nowMs;
  const stands = clock === 'paused' && (standing === undefined || standing === 'suspended');
  if (stands && !(stageOverdue ?? overdue)) return { kind: 'paused', ms: 0 };
  return { kind: left < 0 ? 'overdue' : 'left', ms: Math.abs(left) };
}

/**
 * A length of time in its two largest parts: two hours and five minutes, three days and one hour.
 *
 * @param {number} ms @returns {{ key: string, values: { a: number, b: number } }}
 */
export function spanOf(ms) {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes >= 1440) return inTwo('days', Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60));
  if (minutes >= 60) return inTwo('hours', Math.floor(minutes / 60), minutes % 60);
  if (minutes >= 5) return { key: 'minutes', values: { a: minutes, b: 0 } };
  return { key: 'seconds', values: { a: minutes, b: Math.floor((ms % MINUTE_MS) / 1000) } };
}

/** The same in words. @param {number} ms @param {Words} words */
export function spanText(ms, words) {
  const { key, values } = spanOf(ms);
  return words.t(`span.${key}`, values);
}

/** The smaller part is left out where it is nothing. @param {'days' | 'hours'} key @param {number} a @param {number} b */
const inTwo = (key, a, b) => ({ key: b === 0 ? `whole-${key}` : key, values: { a, b } });

/**
 * What happened to an incident, the newest first. Those loaded from elsewhere have no deeds of their own: what their times
 * tell is put in.
 *
 * @param {IncidentProps} incident @param {Deed[]} deeds
 * @returns {HistoryEntry[]}
 */
export function historyOf(incident, deeds) {
  /** @type {HistoryEntry[]} */
  const told = [{ action: 'reported', at: incident.reportedAt, account: '', reason: '', version: 0 }];
  const has = (/** @type {string[]} */ ...actions) => deeds.some((deed) => actions.includes(deed.action));
  if (incident.filedAt && !has('file')) told.push({ action: 'file', at: incident.filedAt, account: '', reason: '', version: 0 });
  if (incident.closedAt && !has('close', 'reject', 'cancel')) told.push({ action: 'close', at: incident.closedAt, account: '', reason: '', version: 0 });
  return [...told, ...deeds].sort((a, b) => b.at.localeCompare(a.at) || b.version - a.version);
}

/**
 * What others did since a version.
 *
 * @param {Deed[]} deeds @param {number} version
 */
export const deedsSince = (deeds, version) => deeds.filter((deed) => deed.version > version);
