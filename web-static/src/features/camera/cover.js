/** Sums and orders of what cameras see of grids. */

/** @type {Record<CoverOrder, (a: CoverGrid, b: CoverGrid, by: CoverBy) => number>} */
const ORDERS = {
  grid: (a, b) => (a.grid < b.grid ? -1 : 1),
  share: (a, b, by) => a[by].share - b[by].share,
  households: (a, b, by) => unseenHouseholds(b, by) - unseenHouseholds(a, by),
  blindSpots: (a, b) => b.largestBlindSquareMeters - a.largestBlindSquareMeters,
  lost: (a, b) => (b.sinceRedraw?.lost ?? 0) - (a.sinceRedraw?.lost ?? 0),
};

/** @type {CoverOrder[]} */
export const COVER_ORDERS = ['grid', 'share', 'households', 'blindSpots', 'lost'];

/** Households that are not seen, by the ground around their houses. @param {CoverGrid} grid @param {CoverBy} by */
export const unseenHouseholds = (grid, by) => Math.max(0, grid.households - grid[by].households);

/** Grids where somebody should look first, first; of equals by their codes. @param {CoverShown} shown */
export const coverRows = ({ grids, by, order }) => [...grids].sort((a, b) => ORDERS[order](a, b, by) || ORDERS.grid(a, b, by));

/** A share in percent: a hundred only when nothing is missing, nought only when all is. @param {number} share from 0 to 1 */
export function percentOf(share) {
  if (share <= 0 || share >= 1) return share <= 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}

/** All grids together. @param {CoverGrid[]} grids @param {CoverBy} by */
export function coverTotal(grids, by) {
  const sum = (/** @type {(grid: CoverGrid) => number} */ of) => grids.reduce((before, grid) => before + of(grid), 0);
  const squareMeters = sum((grid) => grid.squareMeters);
  return {
    share: squareMeters === 0 ? 0 : sum((grid) => grid[by].squareMeters) / squareMeters,
    households: sum((grid) => grid.households),
    seenHouseholds: Math.round(sum((grid) => grid[by].households)),
    blindSpots: sum((grid) => grid.blindSpots),
  };
}

/** Those squares that a list can name: with a reason to look there. @param {UnseenData} data @param {number} most */
export const worthLooking = ({ features }, most) => features.filter(({ properties }) => properties.score > 0).slice(0, most);

/** Which of eight directions a camera looks to, from north on. @param {number} azimuthDegrees */
export const directionOf = (azimuthDegrees) => ((Math.round(azimuthDegrees / 45) % 8) + 8) % 8;

/** The middle of an area's box, to go there on a map. @param {any} geometry @returns {[number, number]} */
export function middleOf(geometry) {
  if (geometry.type === 'Point') return geometry.coordinates;
  const corners = geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates.flatMap((/** @type {any} */ polygon) => polygon[0]);
  const middle = (/** @type {0 | 1} */ i) => {
    const all = corners.map((/** @type {number[]} */ corner) => corner[i]);
    return (Math.min(...all) + Math.max(...all)) / 2;
  };
  return [middle(0), middle(1)];
}
