/**
 * What a change of the plan did to its grids: as the server says it, else by looking at what it said before and after.
 *
 * @param {PlanData | null} before @param {PlanData} after @returns {PlanChanges}
 */
export function changesBetween(before, after) {
  const now = new Set(after.grids.features.map(({ id }) => id));
  const gone = (before?.grids.features ?? []).map(({ id }) => id).filter((id) => !now.has(id));
  const known = new Set((before?.grids.features ?? []).map(({ id }) => id));
  const said = after.changed;
  if (said) return { changed: [...now].filter((id) => said.includes(id) || !known.has(id)), gone };
  const old = new Map((before?.grids.features ?? []).map((grid) => [grid.id, lookOf(grid)]));
  return { changed: after.grids.features.filter((grid) => old.get(grid.id) !== lookOf(grid)).map(({ id }) => id), gone };
}

/** @param {GeoFeature<PlanFace>} grid */
const lookOf = ({ geometry, properties }) => JSON.stringify([geometry, properties]);
