const DAY_MS = 86_400_000;

/**
 * Reads what a published plan replaced: the grids of the day before, and for each new grid whose its middle was.
 *
 * @param {PlanStore} store @param {PlanRequests} requests
 */
export async function compare(store, requests) {
  const { plan } = store.state();
  if (!plan?.effectiveFrom) return;
  const yesterday = new Date(Date.parse(plan.effectiveFrom) - DAY_MS).toISOString();
  const born = plan.grids.features.filter((grid) => grid.properties.born);
  const [before, ...owners] = await Promise.all([
    requests.gridsAt(plan.area, yesterday),
    ...born.flatMap(({ properties }) => [requests.owner(properties.labelPoint, yesterday), requests.owner(properties.labelPoint)]),
  ]);
  const codes = new Set((plan.retired ?? []).map(({ code }) => code));
  store.dispatch({
    kind: 'compare',
    compare: {
      side: 'now', before: before.features, retired: before.features.filter((grid) => codes.has(grid.properties.code)),
      owners: born.map(({ properties }, i) => ({ place: properties.labelPoint, before: gridCode(owners[2 * i]), now: gridCode(owners[2 * i + 1]) })),
    },
  });
}

/** @param {any} answer */
const gridCode = (answer) => answer.chain?.find((/** @type {{ level: string }} */ link) => link.level === 'grid')?.code ?? '—';
