/** What is shown of figures, and how they compare. Nothing here touches the document or the server. */

export const PERIODS = ['day', 'week', 'month', 'quarter', 'year'];
export const COUNTS = ['received', 'filed', 'due', 'closed', 'on-time', 'suspended', 'overdue', 'excused'];
export const SHARES = [
  'closing-rate', 'on-time-rate', 'response-rate', 'handling-rate', 'own-level-rate', 'first-check-rate',
  'urgent-closing-rate', 'urgent-on-time-rate', 'rework-rate', 'send-back-rate', 'repeat-rate', 'unfounded-rate', 'satisfaction', 'sample-pass-rate', 'handling-minutes',
];
/** Of which less is better. */
const LOWER = ['overdue', 'rework-rate', 'send-back-rate', 'repeat-rate', 'unfounded-rate', 'handling-minutes'];

/** @type {Readonly<FigureView>} */
export const FIRST = {
  period: 'month', day: '', area: '', partition: '', overlay: '', category: '', channel: '', priority: '', department: '', person: '',
  by: 'children', figure: 'closing-rate', list: '',
};

/** What narrows the cases, in the order in which it is told. */
export const NARROWING = /** @type {const} */ (['overlay', 'department', 'person', 'category', 'channel', 'priority']);

/** @param {string} search @returns {FigureView} */
export function viewOf(search) {
  const asked = new URLSearchParams(search);
  const view = /** @type {Record<string, string>} */ ({ ...FIRST });
  for (const key of Object.keys(FIRST)) view[key] = asked.get(key) ?? view[key];
  if (!PERIODS.includes(view.period)) view.period = FIRST.period;
  if (![...COUNTS, ...SHARES].includes(view.figure)) view.figure = FIRST.figure;
  return /** @type {FigureView} */ (/** @type {unknown} */ (view));
}

/** The address of a view; what is as at first is left out. @param {FigureView} view */
export function addressOf(view) {
  const said = Object.entries(view).filter(([key, value]) => value !== /** @type {Record<string, string>} */ (/** @type {unknown} */ (FIRST))[key]);
  return said.length === 0 ? '?' : '?' + new URLSearchParams(said);
}

/** What of a view is only shown. */
const SHOWN = ['figure', 'list', 'by'];

/** What the server is asked for a view. @param {FigureView} view @returns {Record<string, string>} */
export function queryOf(view) {
  return Object.fromEntries(Object.entries(view).filter(([key, value]) => value !== '' && !SHOWN.includes(key) && (key !== 'partition' || view.overlay !== '')));
}

/** What is asked of patrols and visits; nothing where the view is narrowed to some incidents. @param {FigureView} view @returns {Record<string, string> | null} */
export function fieldworkOf(view) {
  if (NARROWING.some((key) => view[key] !== '')) return null;
  return Object.fromEntries(Object.entries(queryOf(view)).filter(([key]) => ['period', 'day', 'area'].includes(key)));
}

/** The day of a period some periods away. @param {FigurePeriod} period @param {-1 | 1} step */
export function stepped({ day, lastDay }, step) {
  const at = new Date(`${step < 0 ? day : lastDay}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + step);
  return at.toISOString().slice(0, 10);
}

/**
 * One step down: into a group.
 *
 * @param {FigureView} view @param {FigureGroup} group @returns {FigureView}
 */
export function into(view, { key, level }) {
  if (level !== null || view.by === 'children') return { ...view, area: key, by: level === 'grid' || key === '-' ? 'category' : 'children' };
  if (view.by.startsWith('partition:')) return { ...view, partition: view.by.slice('partition:'.length), overlay: key, by: 'children' };
  if (view.by === 'department' || view.by === 'person') return { ...view, department: '', person: '', [view.by]: key, by: 'children' };
  return { ...view, [view.by]: key, by: 'children' };
}

/** What a figure comes to; null where it is of nothing. @param {FigureCount} value */
export const resultOf = (value) => (value.denominator === undefined ? value.numerator : value.percent !== undefined ? value.percent : (value.mean ?? null));

/**
 * How a figure has changed: in points of a per cent, minutes or cases. Null where either is of nothing.
 *
 * @param {string} figure @param {FigureCount} now @param {FigureCount} then
 * @returns {{ by: number, way: 'up' | 'down' | 'same', sense: 'better' | 'worse' | 'plain' } | null}
 */
export function changeOf(figure, now, then) {
  const [a, b] = [resultOf(now), resultOf(then)];
  if (a === null || b === null) return null;
  const by = Math.round((a - b) * 100) / 100;
  const way = by > 0 ? 'up' : by < 0 ? 'down' : 'same';
  const judged = SHARES.includes(figure) || figure === 'overdue';
  return { by, way, sense: way === 'same' || !judged ? 'plain' : (way === 'up') === LOWER.includes(figure) ? 'worse' : 'better' };
}

/** Groups by a figure, the best last or first; those of nothing and of nowhere at the end. @param {FigureGroup[]} groups @param {string} figure @param {boolean} rising */
export function ranked(groups, figure, rising) {
  const height = (/** @type {FigureGroup} */ group) => resultOf(group.figures[figure]);
  return [...groups].sort((one, other) => {
    const [a, b] = [height(one), height(other)];
    if ((one.key === '-') !== (other.key === '-')) return one.key === '-' ? 1 : -1;
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
    return rising ? a - b : b - a;
  });
}

/**
 * Points of a chart in a box, the values from the least to the most shown; what is of nothing leaves a gap.
 *
 * @param {(number | null)[]} values @param {boolean} share
 */
export function chartOf(values, share) {
  const known = /** @type {number[]} */ (values.filter((value) => value !== null));
  const most = known.length === 0 ? 1 : Math.max(...known);
  const least = known.length === 0 ? 0 : Math.min(...known);
  const top = share ? 100 : roundUp(most);
  const bottom = share && least >= 50 ? Math.floor(least / 10) * 10 : 0;
  return {
    top, bottom: bottom === top ? top - 10 : bottom,
    points: values.map((value, i) => ({ value, x: values.length === 1 ? 0.5 : i / (values.length - 1) })),
  };
}

/** The next number that is easy to read. @param {number} value */
export function roundUp(value) {
  if (value <= 0) return 1;
  const unit = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((times) => times * unit >= value) ?? 10) * unit;
}
