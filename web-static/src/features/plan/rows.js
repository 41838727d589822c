/** More rows than these nobody reads, and drawing them with each step would take its time. */
const MOST_ROWS = 120;
const MOST_STEPS = 40;

/**
 * The grids for the table: all of a community; of a large plan those that are at hand, then those that are new or out of
 * range, then others.
 *
 * @param {readonly GeoFeature<PlanFace>[]} grids @param {readonly string[]} atHand ids
 */
export function rowsOf(grids, atHand) {
  if (grids.length <= MOST_ROWS) return { rows: grids, left: 0 };
  const rank = (/** @type {GeoFeature<PlanFace>} */ { id, properties }) =>
    atHand.includes(id) ? 0 : properties.born ? 1 : ['above', 'below'].includes(properties.sizeRule.verdict) ? 2 : 3;
  const rows = [0, 1, 2, 3].flatMap((wanted) => grids.filter((grid) => rank(grid) === wanted)).slice(0, MOST_ROWS);
  return { rows, left: grids.length - rows.length };
}

/**
 * The steps for the list: those around where the plan is now, with their numbers.
 *
 * @param {readonly PlanEdit[]} edits @param {readonly PlanEdit[]} ahead
 */
export function stepsOf(edits, ahead) {
  const all = [...edits, ...ahead].map((edit, i) => ({ edit, n: i + 1 }));
  const from = Math.max(0, edits.length - MOST_STEPS);
  return { steps: all.slice(from, edits.length + MOST_STEPS), earlier: from };
}
