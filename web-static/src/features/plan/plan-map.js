import { boxAround, boxOf, widened } from '../../map/box.js';
import { planMapCreator } from '../../map/plan-open.js';
import { drawingOfBrowser } from '../../map/webgl.js';
import { mayDraw } from './may-draw.js';
import { slotOf } from './work.js';

/** What stands over the map while something is drawn shall not lie on what is drawn. */
const BELOW_HUD = 132;

/**
 * Opens the map of the page and tells the actions what is done on it.
 *
 * @param {HTMLElement} place
 * @param {{ page: PlanPage, site: Site, picture: PlanPicture, moved: (drawn: Drawn) => void }} start
 * @returns {Promise<PlanMapView>}
 */
export async function openPlanMap(place, { page, site, picture, moved }) {
  const { store, actions, words } = page;
  const create = await planMapCreator(!drawingOfBrowser().webgl2);
  const map = create(place, {
    picture, title: words().t('plan.map'), box: widened(site.bounds, 0.02),
    actions: {
      chosen: (face, at) => chosen(page, face, at),
      drawn: actions.drawn,
      picked: (at) => actions.did({ did: 'place', place: at }),
      dragged(from, to) {
        actions.did({ did: 'place', place: from });
        actions.did({ did: 'place', place: to });
      },
      missed: () => actions.say(words().t('plan.missed')),
      moved,
      commented: (id) => page.together.open(id),
      held: (snapped, face) => held(page, snapped, face),
      cancelled: () => store.state().work && actions.giveUp(),
      failed: () => {},
    },
  });
  new ResizeObserver(() => map.resized()).observe(place);
  return map;
}

/** @param {PlanPage} page @param {string} face @param {Position} [at] */
function chosen({ store, actions, together }, face, at) {
  if (together.picked(at)) return;
  const { plan, work } = store.state();
  if (!plan) actions.pickArea(face);
  else if (plan.state === 'published') return;
  else if (at && work && slotOf(work)?.kind === 'building') actions.pickBuilding(at);
  else actions.select(face);
}

/** A long press: a vertex is to be moved, a border gets one, a grid is chosen. @param {PlanPage} page @param {Snapped | null} snapped @param {string | null} face */
function held({ store, actions }, snapped, face) {
  const { plan, work } = store.state();
  if (!mayDraw(plan) || work) return;
  if (!snapped) return void (face && actions.select(face));
  actions.start(snapped.kind === 'vertex' ? 'move-vertex' : 'insert-vertex');
  actions.did({ did: 'place', place: snapped.place });
}

/** Shows all of the plan. @param {PlanPage} page */
export function fitPlan({ store, map }) {
  const box = boxAround((store.state().plan?.grids.features ?? []).map(({ geometry }) => boxOf(geometry)));
  if (box) map()?.fit(box, 40);
}

/** Shows the chosen grid, unless an operation is being put together. @param {PlanPage} page */
export function fitChosen({ store, map }) {
  const { plan, selected, work } = store.state();
  const box = boxOf(plan?.grids.features.find(({ id }) => id === selected)?.geometry ?? null);
  if (box && !work) map()?.fit(box, 56, BELOW_HUD);
}

/** Shows what both have changed. @param {PlanPage} page */
export function fitConflict({ store, map }) {
  const { plan, conflict, selected } = store.state();
  const both = plan?.grids.features.filter(({ id }) => id === selected || conflict?.other.changed.includes(id)) ?? [];
  const box = conflict ? boxAround(both.map(({ geometry }) => boxOf(geometry))) : null;
  if (box) map()?.fit(box, 40);
}
