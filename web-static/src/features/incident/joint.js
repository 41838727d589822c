/** How joint handling stands. Pure: nothing here touches the document or the server. */

/** So near its deadline a duty is pressing. */
const SOON_MS = 30 * 60_000;

/**
 * How a duty stands to its deadline.
 *
 * @param {Pick<JointDuty, 'due' | 'doneAt'>} duty @param {number} nowMs in the town
 * @returns {{ kind: 'done' | 'done-late' | 'left' | 'soon' | 'overdue', ms: number }} ms: how long it still has, or how much it is late
 */
export function dutyOf({ due, doneAt }, nowMs) {
  const left = Date.parse(due) - (doneAt ? Date.parse(doneAt) : nowMs);
  if (doneAt) return { kind: left < 0 ? 'done-late' : 'done', ms: Math.abs(left) };
  if (left < 0) return { kind: 'overdue', ms: -left };
  return { kind: left < SOON_MS ? 'soon' : 'left', ms: left };
}

/** The deadline that is proposed: that of the incident, while it is to come; else in an hour. @param {string | null} dueAt @param {number} nowMs */
export const usualDue = (dueAt, nowMs) => (dueAt && Date.parse(dueAt) > nowMs ? Date.parse(dueAt) : nowMs + 3_600_000);

/** What somebody who handles is called. @param {{ to: HandlerRef, names?: Record<Lang, string> }} one @param {Lang} lang */
export const handlerName = ({ to, names }, lang) => names?.[lang] || to.code;

/** What a duty is told by: its handler of before is one of those who took part. @param {JointState} joint @param {HandlerRef | null} from @param {Lang} lang */
export function formerName({ participants }, from, lang) {
  const found = from && participants.find(({ to }) => to.kind === from.kind && to.code === from.code);
  return found ? handlerName(found, lang) : (from?.code ?? '');
}
