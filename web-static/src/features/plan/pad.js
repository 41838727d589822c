import { boxOf } from '../../map/box.js';
import { movedBy } from '../../map/measure.js';
import { isSame, STEPS, vertexAfter, vertexToward, verticesOf } from './cursor.js';
import { ringsToChooseFrom } from './gesture.js';
import { communityOf } from './renumber-state.js';
import { lineAcross } from './state.js';
import { slotOf } from './work.js';

/** Drawing with keys instead of a pointer: pure functions of what is drafted and what is pressed. */

/** How far an arrow key moves, in metres; or from vertex to vertex. @type {readonly (number | 'vertex')[]} */
export const PAD_STEPS = ['vertex', 0.1, 1, 10, 50];

/** The side of the first ring in a grid, as a part of the grid's. */
const RING_PART = 0.15;

/** The places of the draft. @param {PlanState} state @returns {Position[]} */
export function draftOf({ work }) {
  const slot = work ? slotOf(work) : null;
  const value = slot ? work?.values[slot.name] : null;
  if (!Array.isArray(value)) return [];
  return slot?.kind === 'point' ? [/** @type {any} */ (value)] : value;
}

/** The value for the slot of places that were moved. @param {PlanState} state @param {Position[]} places */
export const valueOfDraft = (state, places) => (state.work && slotOf(state.work)?.kind === 'point' ? places[0] : places);

/** What stands there to begin with: the name as it is; with keys, something to be moved. @param {PlanState} state @returns {any} null where nothing is wanting */
export function firstDraft(state) {
  const { work, plan, selected } = state;
  const slot = work ? slotOf(work) : null;
  if (!work || !slot || work.values[slot.name] !== undefined) return null;
  if (work.tool === 'attributes' && slot.name === 'name') return plan?.grids.features.find(({ id }) => id === work.values.face)?.properties.name ?? null;
  if (slot.kind === 'community') return communityOf(state);
  if (work.how !== 'keys') return null;
  const box = boxOf((plan?.grids.features.find(({ id }) => id === selected) ?? plan?.grids.features[0])?.geometry ?? null);
  if (!box) return null;
  const middle = /** @type {Position} */ ([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]);
  if (slot.kind === 'line') return lineAcross(box);
  if (slot.kind === 'ring') return ringIn(box, middle);
  if (slot.kind !== 'point') return null;
  // A vertex is moved from where it is.
  if (slot.name === 'to' && work.values.at) return work.values.at;
  const vertex = vertexAfter(verticesOf(ringsToChooseFrom(state)), middle, 1);
  if (slot.on === 'vertex') return vertex;
  return slot.on === 'edge' && vertex ? halfWay(ringsToChooseFrom(state), vertex) : onLattice(middle);
}

/** The middle of the edge that begins at a vertex. @param {Position[][]} rings @param {Position} vertex */
function halfWay(rings, vertex) {
  const ring = rings.find((one) => one.some((place) => isSame(place, vertex))) ?? [];
  const next = ring[ring.findIndex((place) => isSame(place, vertex)) + 1] ?? vertex;
  return onLattice([(vertex[0] + next[0]) / 2, (vertex[1] + next[1]) / 2]);
}

/** @param {Position} place @returns {Position} */
const onLattice = (place) => movedBy(place, { east: 0, north: 0 });

/**
 * The places after a key was pressed on one of them.
 *
 * @param {PlanState} state @param {import('./cursor.js').Direction | 'next' | 'before'} key @returns {Position[]}
 */
export function padMoved(state, key) {
  const places = draftOf(state);
  const { point, step } = state.pad;
  const place = places[point];
  if (!place) return places;
  const vertices = () => verticesOf(ringsToChooseFrom(state));
  return places.map((old, i) => (i === point ? moved(old, { key, step, vertices }) : old));
}

/** @param {Position} place @param {{ key: import('./cursor.js').Direction | 'next' | 'before', step: number | 'vertex', vertices: () => Position[] }} press @returns {Position} */
function moved(place, { key, step, vertices }) {
  if (key === 'next' || key === 'before') return vertexAfter(vertices(), place, key === 'next' ? 1 : -1) ?? place;
  if (step === 'vertex') return vertexToward(vertices(), place, key);
  return movedBy(place, { east: STEPS[key].east * step, north: STEPS[key].north * step });
}

/** One more point, between the last two. @param {Position[]} line @returns {Position[]} */
export function withMiddle(line) {
  const [a, b] = line.slice(-2);
  return [...line.slice(0, -1), onLattice([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]), b];
}

/** @param {Box} box @param {Position} middle @returns {Position[]} */
function ringIn([west, south, east, north], middle) {
  const [dx, dy] = [(east - west) * RING_PART, (north - south) * RING_PART];
  return [[-dx, -dy], [dx, -dy], [dx, dy], [-dx, dy]].map(([x, y]) => onLattice([middle[0] + x, middle[1] + y]));
}
