/** What is said of the open plan, as far as this page knows it. Pure. */

/** @type {TogetherState} */
export const FIRST_TOGETHER = { comments: [], locks: [], snapshots: [], pin: 'plan', at: null, replyTo: null, busy: false, problem: null };

/**
 * Comments with their answers, those that are open apart from those that are settled. Each has the number that it has on
 * the map, which stays the same whatever is settled.
 *
 * @param {readonly PlanComment[]} comments
 * @returns {{ open: CommentThread[], settled: CommentThread[] }}
 */
export function threadsOf(comments) {
  const threads = comments.filter(({ replyTo }) => replyTo === null)
    .map((comment, i) => ({ comment, number: i + 1, replies: comments.filter(({ replyTo }) => replyTo === comment.id) }));
  return { open: threads.filter(({ comment }) => !comment.resolvedAt), settled: threads.filter(({ comment }) => comment.resolvedAt) };
}

/**
 * What is sent of a comment that is being written; null where something is wanting.
 *
 * @param {Pick<TogetherState, 'pin' | 'at' | 'replyTo'>} state @param {string} text @param {string | null} selected
 * @returns {{ text: string, face?: string, at?: Position, replyTo?: number } | null}
 */
export function commentOf({ pin, at, replyTo }, text, selected) {
  const said = text.trim();
  if (!said) return null;
  if (replyTo !== null) return { text: said, replyTo };
  if (pin === 'plan') return { text: said };
  if (pin === 'face') return selected ? { text: said, face: selected } : null;
  return at ? { text: said, at } : null;
}

/** What shows on the map where there is nothing to show. @type {object[]} */
const NOTHING = [];

/**
 * What belongs on the map: the same lists for as long as they are made of the same.
 *
 * @returns {(mine: TogetherState, plan: PlanData | null, locked: string) => Record<string, object[]>}
 */
export function togetherSources() {
  /** @type {{ parts: unknown[], made: Record<string, object[]> }} */
  let last = { parts: [], made: { locks: NOTHING, 'lock-labels': NOTHING, comments: NOTHING } };
  return (mine, plan, locked) => {
    const parts = [mine.comments, mine.locks, mine.pin, mine.at, plan, locked];
    if (parts.some((part, i) => part !== last.parts[i])) last = { parts, made: plan ? made(mine, plan, locked) : { locks: NOTHING, 'lock-labels': NOTHING, comments: NOTHING } };
    return last.made;
  };
}

/** @param {TogetherState} mine @param {PlanData} plan @param {string} locked */
function made({ comments, locks, pin, at }, plan, locked) {
  const grids = plan.grids.features.filter(({ id }) => locks.some(({ face }) => face === id));
  const pins = threadsOf(comments).open.flatMap(({ comment, number }) => (comment.at ? [point(comment.at, { text: String(number), front: false, ofGrid: comment.face !== null })] : []));
  return {
    locks: grids.map(({ geometry }) => ({ type: 'Feature', geometry, properties: {} })),
    'lock-labels': grids.map(({ properties }) => point(properties.labelPoint, { text: locked })),
    comments: pin === 'at' && at ? [...pins, point(at, { text: '+', front: true, ofGrid: false })] : pins,
  };
}

/** @param {Position} place @param {object} properties */
const point = (place, properties) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: place }, properties });
