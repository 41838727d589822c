import { problemOf } from '../../app/problem.js';
import { boxOf } from '../../map/box.js';
import { followed } from '../../map/follow.js';
import { createLifeActions } from './life-actions.js';
import { bordersOf } from './picture.js';
import { lineAcross } from './state.js';

const DAY_MS = 86_400_000;

/**
 * What the planner can do: each asks the server and tells the state what came of it.
 *
 * @param {PlanStore} store @param {ReturnType<typeof import('./requests.js').createPlanRequests>} requests
 * @param {() => Words} words
 * @returns {PlanActions}
 */
export function createPlanActions(store, requests, words) {
  const busily = createBusily(store, requests);
  const open = (/** @type {string} */ id) => busily(async () => store.dispatch({ kind: 'plan', plan: await requests.plan(id), said: '' }));
  const splitting = createSplitting(store, requests, { busily, words });
  return {
    load: () => busily(async () => {
      const [site, communities] = await Promise.all([requests.site(), requests.communities()]);
      store.dispatch({ kind: 'loaded', loaded: { site, communities: communities.features } });
      const [plans, sizes] = await Promise.all([requests.plans(), requests.sizes()]);
      const area = sizes.features.find(({ properties }) => properties.sizeRule?.verdict === 'above')?.properties.parent ?? null;
      store.dispatch({ kind: 'loaded', loaded: { area, plans: plans.features.map((plan) => plan.properties) } });
    }),
    open,
    begin: (name, area) => busily(async () => store.dispatch({ kind: 'plan', plan: await requests.begin(name, area), said: '' })),
    pickArea: (area) => store.dispatch({ kind: 'area', area }),
    close: () => {
      store.dispatch({ kind: 'closed' });
      return busily(async () => {
        const plans = await requests.plans();
        store.dispatch({ kind: 'loaded', loaded: { plans: plans.features.map((plan) => plan.properties) } });
      });
    },
    select(face) {
      store.dispatch({ kind: 'select', face });
      const grid = gridOf(store.state(), face);
      if (!grid || grid.properties.born) return;
      requests.micro(face).then(({ features }) => store.dispatch({ kind: 'micro', face, micro: features }), () => {});
    },
    step: (step) => busily(async () => {
      const { plan } = store.state();
      if (plan) store.dispatch({ kind: 'plan', plan: await requests.step(plan, step), said: words().t(step === 'undo' ? 'plan.undone' : 'plan.redone') });
    }),
    compare: () => busily(() => compare(store, requests)),
    setSide: (side) => store.dispatch({ kind: 'compare-side', side }),
    ...splitting,
    ...createLifeActions(store, requests, { busily, words, compare: () => compare(store, requests) }),
  };
}

/**
 * Does one thing after telling the state that it is being done, and tells what went wrong.
 *
 * @param {PlanStore} store @param {ReturnType<typeof import('./requests.js').createPlanRequests>} requests
 */
function createBusily(store, requests) {
  /** @param {unknown} error */
  const failed = async (error) => {
    const problem = problemOf(error);
    if (problem.status === 401 || (problem.status === 403 && problem.code === 'role-missing')) return store.dispatch({ kind: 'sign-in' });
    const { plan } = store.state();
    if (problem.code === 'version-conflict' && plan) {
      // Somebody else drew in it meanwhile: what is shown must not stay behind.
      store.dispatch({ kind: 'plan', plan: await requests.plan(String(plan.id)) });
    }
    store.dispatch({ kind: 'failed', problem });
  };
  /** @param {() => Promise<void>} work */
  return async (work) => {
    store.dispatch({ kind: 'busy', on: true });
    try {
      await work();
      store.dispatch({ kind: 'busy', on: false });
    } catch (error) {
      await failed(error);
    }
  };
}

/** @param {PlanState} state @param {string | null} face */
const gridOf = ({ plan }, face) => plan?.grids.features.find(({ id }) => id === face) ?? null;

/**
 * @param {PlanStore} store @param {ReturnType<typeof import('./requests.js').createPlanRequests>} requests
 * @param {{ busily: (work: () => Promise<void>) => Promise<void>, words: () => Words }} tools
 */
function createSplitting(store, requests, { busily, words }) {
  const preview = () => busily(async () => {
    const { plan, selected, line } = store.state();
    if (!plan || !selected) return;
    const shown = await requests.preview(plan, { face: selected, line });
    if (store.state().line === line) store.dispatch({ kind: 'preview', preview: shown });
  });
  return {
    draw: () => store.dispatch({ kind: 'tool', tool: 'draw' }),
    /** To begin with, a line through the middle, to be moved. */
    type: () => {
      const box = boxOf(gridOf(store.state(), store.state().selected)?.geometry ?? null);
      if (box) store.dispatch({ kind: 'tool', tool: 'type', line: lineAcross(box) });
    },
    giveUp: () => store.dispatch({ kind: 'tool', tool: null }),
    /** @param {Position[]} line */
    setLine: (line) => store.dispatch({ kind: 'line', line }),
    /** @param {Position[]} line */
    drawn: (line) => {
      store.dispatch({ kind: 'line', line: followed(line, bordersOf(store.state())) });
      return preview();
    },
    preview,
    /** @param {string} reason */
    setReason: (reason) => store.dispatch({ kind: 'reason', reason }),
    confirm: () => busily(async () => {
      const { plan, selected, line, reason } = store.state();
      if (!plan || !selected) return;
      const old = gridOf(store.state(), selected)?.properties.code ?? selected;
      const split = await requests.split(plan, { face: selected, line, reason });
      const [a, b] = split.made.features.map((half) => half.properties);
      const values = { old: old.slice(-3), a: a.code.slice(-3), an: a.households, b: b.code.slice(-3), bn: b.households };
      store.dispatch({ kind: 'plan', plan: split, said: words().t('plan.split-said', values) });
    }),
  };
}

/**
 * Reads what a published plan replaced: the grids of the day before, and for each new grid whose its middle was.
 *
 * @param {PlanStore} store @param {ReturnType<typeof import('./requests.js').createPlanRequests>} requests
 */
async function compare(store, requests) {
  const { plan } = store.state();
  if (!plan?.effectiveFrom) return;
  const yesterday = new Date(Date.parse(plan.effectiveFrom) - DAY_MS).toISOString();
  const born = plan.grids.features.filter((grid) => grid.properties.born);
  const [before, ...owners] = await Promise.all([
    requests.gridsAt(plan.area, yesterday),
    ...born.flatMap(({ properties }) => [requests.owner(properties.labelPoint, yesterday), requests.owner(properties.labelPoint)]),
  ]);
  const codes = new Set(plan.retired.map(({ code }) => code));
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
