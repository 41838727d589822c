/** How a whistle stands. Pure: nothing here touches the document or the server. */

/** @type {readonly WhistleLevel[]} */
export const LEVELS = ['estate', 'community', 'street'];

/** The most pressing first. @type {Record<WhistleKind, number>} */
const RANKS = { unheard: 0, calling: 1, coming: 2, reached: 3, ended: 4 };

/** @typedef {'ended' | 'unheard' | 'reached' | 'coming' | 'calling'} WhistleKind */

/**
 * Whether somebody comes, and how long is waited before the next level is called.
 *
 * @param {Pick<WhistleProps, 'endedAt' | 'unheardSince' | 'reached' | 'answered' | 'dueAt'>} whistle @param {number} nowMs in the town
 * @returns {{ kind: WhistleKind, ms: number }} ms: of one that calls what is left, of one that nobody hears since when
 */
export function standingOf({ endedAt, unheardSince, reached, answered, dueAt }, nowMs) {
  if (endedAt) return { kind: 'ended', ms: 0 };
  if (reached) return { kind: 'reached', ms: 0 };
  if (unheardSince) return { kind: 'unheard', ms: Math.max(0, nowMs - Date.parse(unheardSince)) };
  return answered ? { kind: 'coming', ms: 0 } : { kind: 'calling', ms: Math.max(0, Date.parse(dueAt) - nowMs) };
}

/**
 * The three levels with who was called of each; a level that was not called yet has no call.
 *
 * @param {Pick<WhistleProps, 'calls' | 'responders'>} whistle
 * @returns {{ level: WhistleLevel, call: WhistleCall | null, who: WhistleResponder[] }[]}
 */
export const ladderOf = ({ calls, responders }) =>
  LEVELS.map((level) => ({ level, call: calls.find((one) => one.level === level) ?? null, who: responders.filter((one) => one.level === level) }));

/** How somebody stands who was called. @param {WhistleResponder} one @returns {'there' | 'coming' | 'unable' | 'called'} */
export const replyOf = ({ thereSince, reply }) => (thereSince ? 'there' : (reply ?? 'called'));

/** The most pressing first, then the oldest. @param {readonly GeoFeature<WhistleProps>[]} whistles @param {number} nowMs */
export const inOrder = (whistles, nowMs) =>
  [...whistles].sort((a, b) => RANKS[standingOf(a.properties, nowMs).kind] - RANKS[standingOf(b.properties, nowMs).kind] || a.properties.blownAt.localeCompare(b.properties.blownAt));

/** A length of time as minutes and seconds, as a clock that runs down shows it. @param {number} ms */
export function clockText(ms) {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Whether the reader may say something for somebody who was called: for themselves, or, who leads, for others. @param {WhistleProps} whistle @param {WhistleResponder} one @param {boolean} leads */
export const mayAnswer = ({ actions, own }, { to }, leads) =>
  actions.includes('answer') && (leads || own.some((mine) => mine.kind === to.kind && mine.code === to.code));

/** So many who have said nothing are shown at once. */
const MOST_SILENT = 4;

/** Who is shown at once, those who have answered first, and who is folded away. @param {WhistleResponder[]} who @returns {[WhistleResponder[], WhistleResponder[]]} */
export function folded(who) {
  const answered = who.filter((one) => replyOf(one) !== 'called');
  const silent = who.filter((one) => replyOf(one) === 'called');
  // One more is as quickly shown as it is said that there is one.
  const most = silent.length === MOST_SILENT + 1 ? silent.length : MOST_SILENT;
  return [[...answered, ...silent.slice(0, most)], silent.slice(most)];
}
