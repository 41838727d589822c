/** What the field page shows and when. Nothing here touches the document or the server. */

/** What can be done here with a task, in the order of the buttons; the first is the large one. */
export const ACTIONS = /** @type {const} */ (['take', 'confirm', 'report-back', 'ask-extension', 'deny', 'send-back', 'decline']);
/** These want a reason. */
export const REASONED = ['ask-extension', 'deny', 'send-back', 'decline'];
/** With these, photos tell more than words. */
export const PICTURED = ['take', 'confirm', 'deny', 'report-back'];
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/** @type {FieldState} */
export const FIRST = {
  account: '', roles: [], known: false, connected: true, tab: 'tasks', open: '', action: '', tasks: [], tasksAt: '', aheadMs: 0,
  rounds: [], categories: [], outbox: [], sending: false, problem: null, installable: false, keeps: true,
};

/** What the address shows. @param {string} hash @returns {Pick<FieldState, 'tab' | 'open' | 'action'>} */
export function shownBy(hash) {
  const [tab, id = '', action = ''] = hash.replace(/^#/, '').split('/').map(decoded);
  if (tab === 'task' && id) return { tab: 'tasks', open: id, action: ACTIONS.find((one) => one === action) ?? '' };
  if (tab === 'visits' && id) return { tab: 'visits', open: id, action };
  return { tab: tab === 'report' || tab === 'outbox' || tab === 'errands' || tab === 'phone' ? tab : 'tasks', open: '', action: '' };
}

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/**
 * The tasks in an answer.
 *
 * @param {any} answer
 * @returns {FieldTask[]}
 */
export function tasksIn(answer) {
  return (answer.tasks ?? []).flatMap((/** @type {any} */ own) => {
    const { geometry, properties } = own.incident ?? {};
    if (!properties || geometry?.type !== 'Point') return [];
    const [lon, lat] = geometry.coordinates;
    return [{
      id: properties.id, number: properties.number, category: properties.category, standing: properties.standing, priority: properties.priority,
      grid: properties.grid ?? null, names: own.names ?? {}, lon, lat, reportedAt: properties.reportedAt, dueAt: properties.dueAt ?? null, warnsAt: properties.stageWarnsAt ?? null, closedAt: null,
      overdue: properties.overdue === true, clock: properties.clock ?? null, version: properties.version, actions: actionsOf(own, properties.actions ?? []),
    }];
  });
}

/**
 * What follows from who is signed in and what they have to do.
 *
 * @param {SignedIn} who @param {any} answer null where they have nothing to do with this page @param {number} nowMs
 * @returns {Partial<FieldState>}
 */
export function told({ account, roles }, answer, nowMs) {
  const signed = { account, roles, known: true, connected: true, problem: null };
  if (!answer) return signed;
  return { ...signed, tasks: mine(tasksIn(answer)), tasksAt: answer.asOf, aheadMs: Date.parse(answer.asOf) - nowMs };
}

/**
 * What can be done: whoever has taken a task is not asked again whether they take it.
 *
 * @param {{ state: string }} own task of the caller @param {string[]} actions of the incident
 */
const actionsOf = (own, actions) => (own.state !== 'offered' ? actions.filter((action) => action !== 'take' && action !== 'decline') : actions);

/** Those that something can be done with, the most pressing first; once, also where two departments of the reader have it. @param {readonly FieldTask[]} tasks */
export const mine = (tasks) =>
  tasks.filter(({ id, actions }, i) => tasks.findIndex((one) => one.id === id) === i && actions.some((action) => ACTIONS.some((one) => one === action)))
    .sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') || a.id.localeCompare(b.id));

/**
 * How a task stands with its clock: which word, which shape, and how long.
 *
 * @param {FieldTask} task @param {number} nowMs
 * @returns {{ kind: 'none' | 'paused' | 'left' | 'soon' | 'overdue', ms: number }}
 */
export function clockOf({ dueAt, warnsAt, clock, overdue }, nowMs) {
  if (!dueAt) return { kind: 'none', ms: 0 };
  if (clock === 'paused' && !overdue) return { kind: 'paused', ms: 0 };
  const left = Date.parse(dueAt) - nowMs;
  if (left < 0) return { kind: 'overdue', ms: -left };
  return { kind: warnsAt && Date.parse(warnsAt) <= nowMs ? 'soon' : 'left', ms: left };
}

/** A length of time in its two largest parts, as words know it. @param {number} ms @returns {[string, { a: number, b: number }]} */
export function spanOf(ms) {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes >= DAY_MINUTES) return ['field.days', { a: Math.floor(minutes / DAY_MINUTES), b: Math.floor((minutes % DAY_MINUTES) / 60) }];
  if (minutes >= 60) return ['field.hours', { a: Math.floor(minutes / 60), b: minutes % 60 }];
  return ['field.minutes', { a: Math.max(1, minutes), b: 0 }];
}

/** What has not gone yet. @param {readonly OutboxItem[]} items */
export const leftOf = (items) => items.filter(({ state }) => state !== 'sent');

/** What waits of an incident, the last that was done. @param {readonly OutboxItem[]} items @param {string} incident */
export const pendingOf = (items, incident) => leftOf(items).filter((item) => item.kind === 'act' && item.incident === incident).at(-1) ?? null;

/** How many things wait on the phone. @param {FieldState} state */
export const waiting = ({ outbox }) => leftOf(outbox).length;
