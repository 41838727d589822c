/** What is said of the open plan, as far as this page knows it. Pure. */

/** So much of a comment is told of its mark on the map. */
const LONGEST_LABEL = 80;

/** @type {TogetherState} */
export const FIRST_TOGETHER = { comments: [], locks: [], snapshots: [], pin: 'plan', at: null, between: ['', ''], replyTo: null, shown: null, busy: false, problem: null };

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
 * @param {Pick<TogetherState, 'pin' | 'at' | 'between' | 'replyTo'>} state @param {string} text @param {string | null} selected
 * @returns {{ text: string, face?: string, at?: Position, edge?: Position, between?: string[], replyTo?: number } | null}
 */
export function commentOf({ pin, at, between, replyTo }, text, selected) {
  const said = text.trim();
  if (!said) return null;
  if (replyTo !== null) return { text: said, replyTo };
  if (pin === 'plan') return { text: said };
  if (pin === 'face') return selected ? { text: said, face: selected } : null;
  if (pin === 'edge' && isPair(between)) return { text: said, between };
  if (!at) return null;
  return pin === 'edge' ? { text: said, edge: at } : { text: said, at };
}

/** Whether both grids beside a border are chosen. @param {readonly string[]} between */
export const isPair = ([one, other]) => one !== '' && other !== '' && one !== other;

/** What shows on the map where there is nothing to show. @type {object[]} */
const NOTHING = [];
const NOWHERE = { locks: NOTHING, 'lock-labels': NOTHING, 'comment-borders': NOTHING, comments: NOTHING };

/**
 * What belongs on the map: the same lists for as long as they are made of the same.
 *
 * @returns {(mine: TogetherState, plan: PlanData | null, words: Pick<Words, 'lang' | 't'>) => Record<string, object[]>}
 */
export function togetherSources() {
  /** @type {{ parts: unknown[], made: Record<string, object[]> }} */
  let last = { parts: [], made: NOWHERE };
  return (mine, plan, words) => {
    const parts = [mine.comments, mine.locks, mine.pin, mine.at, mine.shown, plan, words.lang];
    if (parts.some((part, i) => part !== last.parts[i])) last = { parts, made: plan ? made(mine, plan, words) : NOWHERE };
    return last.made;
  };
}

/** @param {TogetherState} mine @param {PlanData} plan @param {Pick<Words, 't'>} words */
function made({ comments, locks, pin, at, shown }, plan, words) {
  const grids = plan.grids.features.filter(({ id }) => locks.some(({ face }) => face === id));
  const { open, settled } = threadsOf(comments);
  // One that is settled is there only while it is looked at.
  const marked = [...open, ...settled.filter(({ comment }) => comment.id === shown)];
  const pins = marksOf(marked, shown, words);
  return {
    locks: grids.map(({ geometry }) => ({ type: 'Feature', geometry, properties: {} })),
    'lock-labels': grids.map(({ properties }) => point(properties.labelPoint, { text: words.t('plan.locked') })),
    'comment-borders': marked.flatMap(({ comment: { border } }) => (border && border.line.length > 1 ? [lineOf(border)] : [])),
    comments: (pin === 'at' || pin === 'edge') && at ? [...pins, point(at, { id: null, text: '+', label: words.t('plan.comment-place'), ofGrid: false, nth: 0, chosen: true, settled: false })] : pins,
  };
}

/**
 * What stands at one place stands side by side.
 *
 * @param {CommentThread[]} threads @param {number | null} shown @param {Pick<Words, 't'>} words
 */
function marksOf(threads, shown, words) {
  /** @type {Map<string, number>} */
  const here = new Map();
  return threads.flatMap(({ comment: { id, at, face, text, account, resolvedAt }, number }) => {
    if (!at) return [];
    const nth = here.get(String(at)) ?? 0;
    here.set(String(at), nth + 1);
    const label = words.t('plan.comment-mark', { n: number, who: account, text: text.slice(0, LONGEST_LABEL) });
    return [point(at, { id, text: String(number), label, ofGrid: face !== null, nth, chosen: id === shown, settled: resolvedAt !== null })];
  });
}

/** @param {NonNullable<PlanComment['border']>} border */
const lineOf = ({ line, state }) => ({ type: 'Feature', geometry: { type: 'LineString', coordinates: line }, properties: { moved: state === 'moved' } });

/** @param {Position} place @param {object} properties */
const point = (place, properties) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: place }, properties });
