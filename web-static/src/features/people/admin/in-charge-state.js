/** Who is in charge of which grid, as rows of a table. Nothing here touches the document or the server. */

/** The places in every grid that somebody has to fill. */
export const MAIN_DUTIES = ['grid-head', 'grid-worker'];

/**
 * Grids under their communities, in the order of their codes.
 *
 * @param {readonly AreaProps[]} communities @param {readonly AreaProps[]} grids
 * @param {{ text: string, emptyOnly: boolean }} asked
 * @returns {{ community: AreaProps, grids: GridInCharge[] }[]}
 */
export function groupsOf(communities, grids, { text, emptyOnly }) {
  const wanted = text.trim().toLowerCase();
  const rows = grids.map(rowOf).filter(({ area, empty }) => (!emptyOnly || empty) && matches(area, wanted, communities));
  return [...communities].sort(byCode)
    .map((community) => ({ community, grids: rows.filter(({ area }) => area.parent === community.code).sort((a, b) => byCode(a.area, b.area)) }))
    .filter((group) => group.grids.length > 0);
}

/** @param {AreaProps} area @returns {GridInCharge} */
export function rowOf(area) {
  const of = (/** @type {string} */ duty) => area.inCharge.filter((one) => one.duty === duty).map(({ staffCode }) => staffCode);
  const main = MAIN_DUTIES.map((duty) => ({ duty, staffCodes: of(duty) }));
  return { area, main, others: area.inCharge.filter(({ duty }) => !MAIN_DUTIES.includes(duty)), empty: main.some(({ staffCodes }) => staffCodes.length === 0) };
}

/** @param {AreaProps} area @param {string} wanted @param {readonly AreaProps[]} communities */
function matches(area, wanted, communities) {
  if (wanted === '') return true;
  const community = communities.find(({ code }) => code === area.parent);
  return [area.name, area.code, community?.name ?? '', ...area.inCharge.map(({ staffCode }) => staffCode)].some((text) => text.toLowerCase().includes(wanted));
}

/** @param {{ code: string }} a @param {{ code: string }} b */
const byCode = (a, b) => (a.code < b.code ? -1 : 1);
