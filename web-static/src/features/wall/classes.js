/** A figure of areas as classes that are coloured. Nothing here touches the document or the server. */

/** Of counts: from how many on; the steps widen with the most that there is. */
const COUNTS = [[1, 2, 3, 4], [1, 2, 4, 6], [1, 3, 6, 10], [1, 5, 10, 20], [1, 10, 25, 50], [1, 25, 50, 100], [1, 100, 250, 500]];
/** Of rates, in per cent. */
const RATES = [60, 75, 85, 95];
/** Of mean lengths, in hours. */
const HOURS = [4, 12, 24, 48];

/** Figures of which less is better: their first class is the calm one. */
const LOWER = new Set(['open', 'overdue', 'handling-minutes']);

/** What the page counts itself, of what is on the map this moment. */
export const LIVE = new Set(['open', 'overdue', 'people']);

/** @param {string} figure */
export const isRate = (figure) => figure.endsWith('-rate');

/**
 * Of each area what a figure comes to.
 *
 * @param {string} figure @param {{ incidents: readonly IncidentProps[], people: Iterable<Person>, areas: readonly WallArea[] }} from
 * @returns {Map<string, WallValue>}
 */
export function valuesOf(figure, { incidents, people, areas }) {
  if (figure === 'people') return counted([...people].filter(({ state }) => state !== 'stale').map(({ grid }) => grid));
  if (figure === 'open' || figure === 'overdue') {
    return counted(incidents.filter((one) => figure === 'open' || one.overdue || one.stageOverdue).map(({ grid }) => grid));
  }
  /** @type {Map<string, WallValue>} */
  const values = new Map();
  for (const { code, values: of } of areas) {
    const value = told(figure, of[figure]);
    if (value) values.set(code, value);
  }
  return values;
}

/** A figure as a value with what it is of; null where it is of nothing. @param {string} figure @param {readonly number[] | undefined} parts @returns {WallValue | null} */
export function told(figure, parts) {
  if (!parts) return null;
  const [numerator, denominator] = parts;
  if (denominator === undefined) return { value: numerator, numerator, denominator: null };
  if (denominator === 0) return null;
  return { value: figure === 'handling-minutes' ? numerator / denominator / 60 : (100 * numerator) / denominator, numerator, denominator };
}

/** @param {(string | null)[]} codes @returns {Map<string, WallValue>} */
function counted(codes) {
  /** @type {Map<string, WallValue>} */
  const values = new Map();
  for (const code of codes) {
    if (!code) continue;
    const value = (values.get(code)?.value ?? 0) + 1;
    values.set(code, { value, numerator: value, denominator: null });
  }
  return values;
}

/**
 * From where on each of the five classes begins but the first.
 *
 * @param {string} figure @param {Iterable<WallValue>} values @returns {readonly number[]}
 */
export function limitsOf(figure, values) {
  if (isRate(figure)) return RATES;
  if (figure === 'handling-minutes') return HOURS;
  const most = Math.max(0, ...[...values].map(({ value }) => value));
  return COUNTS.find((limits) => most < 2 * limits[3]) ?? COUNTS[COUNTS.length - 1];
}

/**
 * The class of a value, from 0 to 4: what wants attention has a high one.
 *
 * @param {string} figure @param {number} value @param {readonly number[]} limits
 */
export function classOf(figure, value, limits) {
  const at = limits.filter((limit) => value >= limit).length;
  return isRate(figure) ? 4 - at : at;
}

/** The classes of areas by their codes; what changed since before, so that only that is drawn. @param {ReadonlyMap<string, number>} before @param {ReadonlyMap<string, number>} now @returns {[string, number | null][]} */
export function changed(before, now) {
  /** @type {[string, number | null][]} */
  const all = [...now].filter(([code, at]) => before.get(code) !== at);
  for (const code of before.keys()) if (!now.has(code)) all.push([code, null]);
  return all;
}

/** Areas by a figure, those that want attention first. @param {string} figure @param {ReadonlyMap<string, WallValue>} values @returns {[string, WallValue][]} */
export function ranking(figure, values) {
  const falling = LOWER.has(figure) || !isRate(figure);
  return [...values].sort(([a, x], [b, y]) => (falling ? y.value - x.value : x.value - y.value) || a.localeCompare(b));
}
