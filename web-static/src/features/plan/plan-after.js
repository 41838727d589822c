/**
 * The whole plan after a change: what the page had, and what the answer says is other.
 *
 * @template {PlanData} T
 * @param {PlanData} before @param {T} answer @returns {T}
 */
export function planAfter(before, answer) {
  const { since } = answer;
  if (!since) return answer;
  const other = new Map(answer.grids.features.map((grid) => [grid.id, grid]));
  const gone = new Set(since.gone);
  const stays = before.grids.features.filter(({ id }) => !gone.has(id));
  const known = new Set(stays.map(({ id }) => id));
  const features = [
    ...stays.map((grid) => other.get(grid.id) ?? grid),
    ...answer.grids.features.filter(({ id }) => !known.has(id)),
  ];
  return {
    ...answer, grids: { ...answer.grids, features: features.sort(westToEast) },
    edits: [...before.edits.slice(0, since.edits), ...answer.edits],
  };
}

/** The order in which new grids are numbered. @param {GeoFeature<PlanFace>} a @param {GeoFeature<PlanFace>} b */
function westToEast({ properties: { labelPoint: a } }, { properties: { labelPoint: b } }) {
  return a[0] - b[0] || b[1] - a[1];
}
