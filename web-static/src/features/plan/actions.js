import { problemOf } from '../../app/problem.js';
import { boxOf } from '../../map/box.js';
import { compare } from './compare-days.js';
import { createConflicts } from './conflict.js';
import { wayTo } from './history.js';
import { createLifeActions } from './life-actions.js';
import { createWorking } from './working.js';
import { pickBuilding } from './buildings.js';

/**
 * What the planner can do: each asks the server and tells the state what came of it.
 *
 * @param {PlanStore} store @param {PlanRequests} requests
 * @param {() => Words} words
 * @returns {PlanActions}
 */
export function createPlanActions(store, requests, words) {
  const busily = createBusily(store, requests, words);
  const micro = createMicro(store, requests);
  const working = createWorking(store, requests, { busily, words, micro });
  return {
    ...createOpening(store, requests, busily),
    ...createSteps(store, requests, { busily, words }),
    ...working,
    ...createConflicts(store, requests, { busily, words }),
    pickArea: (area) => store.dispatch({ kind: 'area', area }),
    select(face) {
      // Where an operation asks for a grid, choosing one is the answer.
      if (store.state().work) working.did({ did: 'face', face });
      if (!store.state().work) store.dispatch({ kind: 'select', face });
      micro(store.state().selected);
    },
    pickBuilding: (place) => pickBuilding(store, requests, place, working.did),
    ...createLifeActions(store, requests, { busily, words, compare: () => compare(store, requests) }),
    compare: () => busily(() => compare(store, requests)),
    setSide: (side) => store.dispatch({ kind: 'compare-side', side }),
    say: (said) => store.dispatch({ kind: 'said', said }),
  };
}

/** Who may look at plans; whoever else is signed in is told what they change for them. @param {Site} site */
const readsPlans = ({ roles }) => roles.some((role) => ['planner', 'approver', 'administrator'].includes(role));

/** @param {PlanStore} store @param {PlanRequests} requests @param {(work: () => Promise<void>) => Promise<void>} busily */
function createOpening(store, requests, busily) {
  const listed = async () => ({ plans: (await requests.plans()).features.map((plan) => plan.properties) });
  return {
    load: () => busily(async () => {
      const [site, communities] = await Promise.all([requests.site(), requests.communities()]);
      store.dispatch({ kind: 'loaded', loaded: { site, communities: communities.features } });
      if (!readsPlans(site)) return store.dispatch({ kind: 'sign-in' });
      const [plans, sizes] = await Promise.all([listed(), requests.sizes()]);
      const area = sizes.features.find(({ properties }) => properties.sizeRule?.verdict === 'above')?.properties.parent ?? null;
      store.dispatch({ kind: 'loaded', loaded: { area, ...plans } });
    }),
    open: (/** @type {string} */ id) => busily(async () => {
      store.dispatch({ kind: 'plan', plan: await requests.plan(id), said: '' });
      readStreets(store, requests);
    }),
    begin: (/** @type {string} */ name, /** @type {string} */ area) => busily(async () => {
      store.dispatch({ kind: 'plan', plan: await requests.begin(name, area), said: '' });
      readStreets(store, requests);
    }),
    close: () => {
      store.dispatch({ kind: 'closed' });
      return busily(async () => store.dispatch({ kind: 'loaded', loaded: await listed() }));
    },
  };
}

/** To snap to; without them everything else still works. @param {PlanStore} store @param {PlanRequests} requests */
function readStreets(store, requests) {
  const { plan } = store.state();
  const box = boxOf({ type: 'MultiLineString', coordinates: (plan?.grids.features ?? []).map(({ geometry }) => geometry?.coordinates ?? []) });
  if (!plan || !box) return;
  requests.streets(box).then(({ features }) => store.state().plan?.id === plan.id && store.dispatch({ kind: 'streets', streets: features }), () => {});
}

/** @param {PlanStore} store @param {PlanRequests} requests @param {{ busily: (work: () => Promise<void>) => Promise<void>, words: () => Words }} tools */
function createSteps(store, requests, { busily, words }) {
  /** @param {'undo' | 'redo'} step @param {number} times */
  const go = (step, times) => busily(async () => {
    for (let i = 0; i < times; i++) {
      const { plan } = store.state();
      if (!plan || !(step === 'undo' ? plan.canUndo : plan.canRedo)) return;
      store.dispatch({ kind: 'plan', plan: await requests.step(plan, step), said: words().t(step === 'undo' ? 'plan.undone' : 'plan.redone') });
    }
  });
  return {
    step: (/** @type {'undo' | 'redo'} */ step) => go(step, 1),
    backTo: (/** @type {number} */ steps) => {
      const { step, times } = wayTo(store.state(), steps);
      return go(step, times);
    },
    restore: (/** @type {PlanSnapshot} */ { id, name }) => busily(async () => {
      const { plan } = store.state();
      if (plan) store.dispatch({ kind: 'plan', plan: await requests.restore(plan, id), said: words().t('plan.snapshot-restored', { name }) });
    }),
  };
}

/** Reads the micro-grids of the chosen grid, once for each choice. @param {PlanStore} store @param {PlanRequests} requests */
function createMicro(store, requests) {
  let asked = '';
  return (/** @type {string | null} */ face) => {
    const { plan, micro } = store.state();
    const grid = plan?.grids.features.find(({ id }) => id === face);
    if (!face || !grid || grid.properties.born || (asked === face && micro.length > 0)) return;
    asked = face;
    requests.micro(face).then(({ features }) => store.dispatch({ kind: 'micro', face, micro: features }), () => {});
  };
}

/**
 * Does one thing after telling the state that it is being done, and tells what went wrong.
 *
 * @param {PlanStore} store @param {PlanRequests} requests @param {() => Words} words
 */
function createBusily(store, requests, words) {
  /** @param {unknown} error */
  const failed = async (error) => {
    const problem = problemOf(error);
    const { plan, work, reason } = store.state();
    if (problem.status === 401 || (problem.status === 403 && problem.code === 'role-missing')) return store.dispatch({ kind: 'sign-in' });
    if ((problem.code === 'version-conflict' || problem.code === 'edit-conflict') && plan) {
      // Somebody else drew in it meanwhile: what is shown must not stay behind.
      store.dispatch({ kind: 'renewed', plan: await requests.plan(String(plan.id)), said: words().t('plan.renewed') });
    }
    const { other } = /** @type {any} */ (problem);
    if (problem.code === 'edit-conflict' && other && work) store.dispatch({ kind: 'conflict', conflict: { other, work, reason } });
    else store.dispatch({ kind: 'failed', problem });
  };
  /** @param {() => Promise<void>} work */
  return async (work) => {
    store.dispatch({ kind: 'busy', on: true });
    try {
      await work();
      store.dispatch({ kind: 'busy', on: false });
    } catch (error) {
      await failed(error).catch(() => store.dispatch({ kind: 'failed', problem: problemOf(error) }));
    }
  };
}
