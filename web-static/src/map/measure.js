import { alongEdge, onLattice } from './snap.js';

/** Lengths and areas of a grid's size, on a plane at the place: off by less than a thousandth within a district. */

const METERS_PER_DEGREE = 111_195;

/** @param {Position} origin @returns {(place: Position) => { x: number, y: number }} metres east and north of it */
function planeAt([lon, lat]) {
  const across = METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  return ([x, y]) => ({ x: (x - lon) * across, y: (y - lat) * METERS_PER_DEGREE });
}

/** @param {Position} a @param {Position} b */
export function metersBetween(a, b) {
  const { x, y } = planeAt(a)(b);
  return Math.hypot(x, y);
}

/** @param {Position[]} line */
export const lengthMeters = (line) => line.slice(1).reduce((sum, place, i) => sum + metersBetween(line[i], place), 0);

/** The ground within a ring, closed or not. @param {Position[]} ring */
export function squareMeters(ring) {
  if (ring.length < 3) return 0;
  const spots = ring.map(planeAt(ring[0]));
  const twice = spots.reduce((sum, a, i) => {
    const b = spots[(i + 1) % spots.length];
    return sum + a.x * b.y - b.x * a.y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** A place some metres to the east and north. @param {Position} place @param {{ east: number, north: number }} by @returns {Position} */
export function movedBy([lon, lat], { east, north }) {
  const across = METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  return [onLattice(lon + east / across), onLattice(lat + north / METERS_PER_DEGREE)];
}

/** How far to the east and north one place is of another. @param {Position} from @param {Position} to */
export function offsetMeters(from, to) {
  const { x, y } = planeAt(from)(to);
  return { east: x, north: y };
}

/**
 * Both sides of a line across a ring, as rings. Null while an end is not on the ring.
 *
 * @param {Position[]} ring closed @param {Position[]} line @returns {[Position[], Position[]] | null} each closed
 */
export function sidesOf(ring, line) {
  if (line.length < 2) return null;
  const from = placeOn(ring, line[0]);
  const to = placeOn(ring, line[line.length - 1]);
  if (!from || !to || (from.edge === to.edge && from.along === to.along)) return null;
  return [[...line, ...walk(ring, to, from), line[0]], [...[...line].reverse(), ...walk(ring, from, to), line[line.length - 1]]];
}

/** Nearer than this a place is on the ring. */
const ON_METERS = 1;

/** @param {Position[]} ring @param {Position} place @returns {{ edge: number, along: number } | null} */
function placeOn(ring, place) {
  const spots = ring.map(planeAt(place));
  let best = { meters: ON_METERS, edge: -1, along: 0 };
  for (let edge = 0; edge + 1 < spots.length; edge++) {
    const [a, b] = [spots[edge], spots[edge + 1]];
    const along = alongEdge({ x: 0, y: 0 }, a, b);
    const meters = Math.hypot(a.x + along * (b.x - a.x), a.y + along * (b.y - a.y));
    if (meters < best.meters) best = { meters, edge, along };
  }
  return best.edge < 0 ? null : best;
}

/** The vertices between two places of a ring, going forward. @param {Position[]} ring @param {{ edge: number, along: number }} from @param {{ edge: number, along: number }} to */
function walk(ring, from, to) {
  const count = ring.length - 1;
  const round = to.edge > from.edge || (to.edge === from.edge && to.along > from.along) ? 0 : count;
  const places = [];
  for (let i = from.edge + 1; i <= to.edge + round; i++) places.push(ring[i % count]);
  return places;
}
