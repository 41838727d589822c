import { boxOf } from '../../map/box.js';
import { mountSearch } from '../place/search.js';

/** How much around a place the map shows, in degrees. */
const AROUND = 0.0012;

/**
 * The search field on the planner's page: the map goes to what is chosen; a community is chosen for a new plan, a grid of
 * the open plan is chosen in it.
 *
 * @param {HTMLElement} place
 * @param {{ store: PlanStore, requests: ReturnType<typeof import('./requests.js').createPlanRequests>, actions: PlanActions,
 *   words: () => Words, map: () => PlanMapView | null }} page
 * @returns {() => void} gives it the focus
 */
export function searchOnPlan(place, { store, requests, actions, words, map }) {
  const near = () => {
    const { plan, site } = store.state();
    const middle = plan?.grids.features[0]?.properties.labelPoint ?? site?.center;
    return middle ? { lng: middle[0], lat: middle[1] } : null;
  };
  const field = mountSearch(place, {
    words, api: requests.search,
    store: { state: () => ({ shown: { partition: 'tree' }, view: near() }) },
  }, {
    area: async ({ code, level }) => {
      store.dispatch({ kind: 'sought', place: null });
      choose(store, actions, { code, level });
      const box = boxOf((await requests.area(code).catch(() => null))?.geometry ?? null);
      if (box) map()?.fit(box);
    },
    place: ({ location: [lng, lat] }) => {
      store.dispatch({ kind: 'sought', place: [lng, lat] });
      map()?.fit([lng - AROUND, lat - AROUND, lng + AROUND, lat + AROUND]);
    },
  });
  return field.focus;
}

/** @param {PlanStore} store @param {PlanActions} actions @param {{ code: string, level: Level }} area */
function choose(store, actions, { code, level }) {
  const { plan } = store.state();
  if (!plan && level === 'community') actions.pickArea(code);
  if (plan?.state === 'draft' && plan.grids.features.some(({ id }) => id === code)) actions.select(code);
}
