import { doorOf } from './rounds.js';

/** The outbox of a phone: what is sent when, and what follows from an answer. Nothing here touches the server or the disk. */

/** Sent ones that are still shown. */
const MOST_SENT = 20;
/** Answers that mean: not now. */
const LATER = [0, 408, 425, 429, 502, 503, 504];

/**
 * The next thing to send: the oldest of whoever is signed in, of which nothing earlier at the same incident is left.
 *
 * @param {readonly OutboxItem[]} items @param {string} account
 */
export const nextOf = (items, account) =>
  items.find((item) => item.state === 'waiting' && item.account === account && blockerOf(items, item) === null) ?? null;

/** What has to be sent before this, where there is such. @param {readonly OutboxItem[]} items @param {OutboxItem} item */
export const blockerOf = (items, item) =>
  items.find((one) => one.key < item.key && one.state !== 'sent' && subjectOf(one) !== null && subjectOf(one) === subjectOf(item)) ?? null;

/** What has to be sent of in its order: an incident, a door; of reports and duties nothing. @param {OutboxItem} item */
const subjectOf = (item) => (item.kind === 'act' ? `incident ${item.incident}` : doorOf(item));

/**
 * What an answer that is no success means for what was sent.
 *
 * @param {ProblemBody} problem
 * @returns {'later' | 'sign-in' | 'refused'}
 */
export const meaningOf = ({ status }) => (LATER.includes(status) || status >= 500 ? 'later' : status === 401 ? 'sign-in' : 'refused');

/**
 * Whether an act that seems to be refused is on record all the same: its answer was lost on the way.
 *
 * @param {OutboxItem} item @param {readonly Deed[]} deeds of its incident
 */
export const isDone = (item, deeds) =>
  deeds.some(({ version, action, account }) => version === item.version + 1 && action === item.action && account === item.account);

/**
 * After something was sent: what follows it at the same incident knows its new version, and the oldest that were sent go.
 *
 * @param {readonly OutboxItem[]} items @param {string} key @param {{ version?: number, number?: string, sentAt: string }} answer
 * @returns {OutboxItem[]}
 */
export function afterSent(items, key, { version, number, sentAt }) {
  const done = items.find((item) => item.key === key);
  const next = items.map((item) => {
    if (item.key === key) return { ...item, state: /** @type {const} */ ('sent'), sentAt, number: number ?? '', problem: null };
    const follows = version !== undefined && done && subjectOf(done) !== null && subjectOf(item) === subjectOf(done) && item.key > key && item.state !== 'sent';
    return follows ? { ...item, version } : item;
  });
  const sent = next.filter(({ state }) => state === 'sent');
  const old = new Set(sent.slice(0, Math.max(0, sent.length - MOST_SENT)).map((item) => item.key));
  return next.filter((item) => !old.has(item.key));
}

/**
 * One item changed.
 *
 * @param {readonly OutboxItem[]} items @param {string} key @param {Partial<OutboxItem>} change
 */
export const changed = (items, key, change) => items.map((item) => (item.key === key ? { ...item, ...change } : item));

/**
 * What goes with an act. That it is done once, its version sees to: see {@link isDone}. A member that the server does not
 * know is left out when it says so.
 *
 * @param {OutboxItem} item @param {{ photos: readonly string[], notes: readonly string[] }} files @param {ReadonlySet<string>} unknown
 */
export function actBody({ reason }, { photos, notes }, unknown) {
  /** @type {Record<string, unknown>} */
  const all = { ...(reason ? { reason } : {}), ...(photos.length > 0 ? { photos } : {}), ...(notes.length > 0 ? { notes } : {}) };
  return Object.fromEntries(Object.entries(all).filter(([name]) => !unknown.has(name)));
}
