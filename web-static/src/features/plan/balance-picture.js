import { classesOf, classOf, shadeOf } from './balance-state.js';

/** What shows on the map where there is nothing to show: always the same list, so that nothing is drawn anew. @type {object[]} */
const NOTHING = [];

/**
 * What the figures add to the map: shades by the chosen figure, the lines that are proposed.
 *
 * @returns {(mine: BalanceState, plan: PlanState) => Record<string, object[]>}
 */
export function balanceSources() {
  const shades = once(shadesOf);
  const lines = once(linesOf);
  const labels = once(labelsOf);
  return ({ figure, balance, proposed }, { plan, preview, compare }) => {
    const on = plan && balance && figure !== 'rule' && !preview && !compare;
    const proposals = proposed?.lines && !preview ? proposed.lines : null;
    return {
      shades: on ? shades(figure, balance.grids, plan.grids.features) : NOTHING,
      proposals: proposals ? lines(proposals) : NOTHING,
      'proposal-labels': proposals ? labels(proposals) : NOTHING,
    };
  };
}

/**
 * A function that gives the very list it gave last time while it is asked the same.
 *
 * @template {unknown[]} P @param {(...parts: P) => object[]} make @returns {(...parts: P) => object[]}
 */
function once(make) {
  /** @type {{ parts: unknown[], made: object[] } | null} */
  let last = null;
  return (...parts) => {
    if (!last || parts.some((part, i) => part !== last?.parts[i])) last = { parts, made: make(...parts) };
    return last.made;
  };
}

/** @param {Exclude<BalanceFigure, 'rule'>} figure @param {GridBalance[]} grids @param {GeoFeature<PlanFace>[]} faces */
function shadesOf(figure, grids, faces) {
  const values = new Map(grids.map((grid) => [grid.face, grid[figure]]));
  const classes = classesOf([...values.values()]);
  return faces.map(({ id, geometry }) => feature(geometry, { shade: shadeOf(classOf(classes, values.get(String(id)) ?? 0), classes.length) }));
}

/** @param {Proposal[]} proposals */
const linesOf = (proposals) => proposals.map(({ geometry }, i) => feature(geometry, { n: i + 1 }));

/** A number in the middle of each line. @param {Proposal[]} proposals */
const labelsOf = (proposals) => proposals.map(({ geometry: { coordinates } }, i) =>
  feature({ type: 'Point', coordinates: coordinates[Math.floor(coordinates.length / 2)] }, { text: String(i + 1) }));

/** @param {any} geometry @param {object} properties */
const feature = (geometry, properties) => ({ type: 'Feature', geometry, properties });
