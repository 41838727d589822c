import { ringsOf } from '../../map/snap.js';
import { mayDraw } from './may-draw.js';
import { facesOf, slotOf } from './work.js';

/** Above so many grids the vertices of the chosen one alone are shown. */
const MOST_GRIDS_WITH_VERTICES = 500;

/**
 * What the pointer draws in a state; null where a click chooses what lies there.
 *
 * @param {PlanState} state @returns {PlanGesture | null}
 */
export function gestureOf({ plan, work, preview, busy, conflict }) {
  const slot = work ? slotOf(work) : null;
  if (!mayDraw(plan) || !work || !slot || preview || busy || conflict) return null;
  if (slot.kind === 'point') return pointGesture(work, slot);
  return (slot.kind === 'line' || slot.kind === 'ring') && work.how === 'map' ? { kind: slot.kind } : null;
}

/** @param {PlanWork} work @param {PlanSlot} slot @returns {PlanGesture} */
function pointGesture(work, slot) {
  if (work.tool !== 'move-vertex') return { kind: 'point', on: slot.on };
  return slot.name === 'at' ? { kind: 'point', on: slot.on, drag: true } : { kind: 'point', moves: true };
}

/** Whether a vertex is asked for. @param {PlanState} state */
export const wantsVertex = ({ work }) => work?.tool.endsWith('-vertex') ?? false;

/**
 * What can be snapped to: the outlines of the grids (those of the operation end a line), the borders of the micro-grids
 * inside the chosen one, the streets.
 *
 * @param {Pick<PlanState, 'plan' | 'selected' | 'micro' | 'work' | 'streets'>} state @returns {SnapLine[]}
 */
export function linesOf({ plan, selected, micro, work, streets }) {
  const about = work ? facesOf(work) : selected ? [selected] : [];
  const grids = (plan?.grids.features ?? []).flatMap((grid) => lines(grid, { outer: about.includes(grid.id), name: grid.properties.code.slice(-3) }));
  // First those of the operation: a shared border is told by their names.
  const borders = [...grids.filter(({ outer }) => outer), ...grids.filter(({ outer }) => !outer)];
  return [
    ...borders,
    ...micro.flatMap((grid) => lines(grid, { outer: false, name: grid.properties.code.slice(-3) })),
    ...streets.flatMap(({ geometry, properties }) => (geometry ? [{ ring: geometry.coordinates, outer: false, street: true, name: properties.nameZh ?? '' }] : [])),
  ];
}

/** @param {{ geometry: Geometry | null }} grid @param {{ outer: boolean, name: string }} of @returns {SnapLine[]} */
const lines = ({ geometry }, of) => ringsOf(geometry).map((ring) => ({ ring, ...of }));

/** The borders that a drawn line may follow: of its grids, and inside them. @param {PlanState} state @returns {SnapLine[]} */
export function bordersOf(state) {
  const outlines = linesOf({ ...state, micro: [], streets: [] }).filter(({ outer }) => outer);
  return outlines.length === 0 ? [] : [...outlines, ...state.micro.flatMap((grid) => lines(grid, { outer: false, name: '' }))];
}

/**
 * The rings whose vertices can be chosen: of the grids of the operation or the chosen one, else of all, if they are few.
 *
 * @param {PlanState} state @returns {Position[][]}
 */
export function ringsToChooseFrom({ plan, selected, work }) {
  const about = work && facesOf(work).length > 0 ? facesOf(work) : selected ? [selected] : [];
  const all = plan?.grids.features ?? [];
  const wanted = about.length > 0 ? all.filter(({ id }) => about.includes(id)) : all.length <= MOST_GRIDS_WITH_VERTICES ? all : [];
  return wanted.flatMap(({ geometry }) => ringsOf(geometry));
}
