/** Renumbering a community, as the page tells it. Pure. */

/**
 * The areas that grids of the plan hang from, in the order of the grids, by name where that is known.
 *
 * @param {Pick<PlanState, 'plan' | 'communities'>} state @returns {{ code: string, name: string }[]}
 */
export function communitiesOf({ plan, communities }) {
  const codes = new Set((plan?.grids.features ?? []).flatMap(({ properties: { parent } }) => parent ?? []));
  return [...codes].map((code) => ({ code, name: communities.find(({ properties }) => properties.code === code)?.properties.name ?? code }));
}

/** The community of the chosen grid, else the first one. @param {Pick<PlanState, 'plan' | 'communities' | 'selected'>} state */
export function communityOf(state) {
  const chosen = state.plan?.grids.features.find(({ id }) => id === state.selected);
  return chosen?.properties.parent ?? communitiesOf(state)[0]?.code ?? null;
}

/**
 * From which numbers to which, in the order of the new ones.
 *
 * @param {Pick<PlanPreview, 'made' | 'after'> | null} preview @returns {{ face: string, old: string, now: string, name: string }[]}
 */
export function numbersOf(preview) {
  return [...(preview?.made.features ?? []), ...(preview?.after?.features ?? [])]
    .map(({ properties: { face, from, code, name } }) => ({ face, old: from.map(short).join('、'), now: short(code), name }))
    .sort((a, b) => (a.now < b.now ? -1 : 1));
}

/** @param {string} code */
const short = (code) => code.slice(-3);
