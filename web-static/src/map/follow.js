import { alongEdge, onLattice } from './snap.js';

/** A drawn line follows the borders that run beside it this near, and within this share of its length. */
const BESIDE_METERS = 15;
const BESIDE_SHARE = 0.02;
/** An end this near to where a border begins is meant to be there. */
const REACH_METERS = 15;
/** How much longer than the straight line the way along borders may be. */
const DETOUR = 1.1;
const METERS_PER_DEGREE = 111_195;

/** @typedef {{ x: number, y: number }} Spot in metres @typedef {{ place: Position, spot: Spot, beside: Set<string> }} Node */

/**
 * The line somebody means who draws along a street: where the borders inside a grid run beside it from click to click, it
 * is those borders, vertex by vertex. A line a few metres beside a border would leave strips between the two.
 *
 * @param {Position[]} line @param {{ outer: boolean, ring: Position[] }[]} borders @returns {Position[]}
 */
export function followed(line, borders) {
  if (line.length < 2) return line;
  const spotOf = frameAt(line[0]);
  const network = networkOf(borders, spotOf);
  const outline = outlineOf(borders);
  const attached = line.map((place) => attach(network, place, spotOf));
  /** @type {Position[]} */
  const result = [];
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [attached[i - 1], attached[i]];
    const way = from && to ? inside(wayBetween(network, from, to), outline, { first: i === 1, last: i === line.length - 1 }) : null;
    for (const place of way ?? [line[i - 1], line[i]]) {
      const last = result[result.length - 1];
      if (!last || keyOf(last) !== keyOf(place)) result.push(place);
    }
  }
  return result;
}

/** @param {Position} origin @returns {(place: Position) => Spot} */
function frameAt([lon, lat]) {
  const across = METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  return ([x, y]) => ({ x: (x - lon) * across, y: (y - lat) * METERS_PER_DEGREE });
}

/** @param {Position} place */
const keyOf = ([x, y]) => `${onLattice(x)} ${onLattice(y)}`;

/** @param {{ outer: boolean, ring: Position[] }[]} borders */
const outlineOf = (borders) => new Set(borders.filter(({ outer }) => outer).flatMap(({ ring }) => edgesOf(ring).flatMap(([a, b]) => [edgeKey(a, b), edgeKey(b, a)])));

/**
 * The part of a way that is inside: a street that leaves the grid may go on along its outline, which is no way through.
 *
 * @param {Position[] | null} way @param {Set<string>} outline @param {{ first: boolean, last: boolean }} ends which of them may be cut off
 */
function inside(way, outline, { first, last }) {
  if (!way) return null;
  let [from, to] = [0, way.length - 1];
  while (first && from < to && outline.has(edgeKey(way[from], way[from + 1]))) from++;
  while (last && to > from && outline.has(edgeKey(way[to - 1], way[to]))) to--;
  const rest = way.slice(from, to + 1);
  return rest.length > 1 && edgesOf(rest).every(([a, b]) => !outline.has(edgeKey(a, b))) ? rest : null;
}

/**
 * All borders as a network.
 *
 * @param {{ outer: boolean, ring: Position[] }[]} borders @param {(place: Position) => Spot} spotOf @returns {Map<string, Node>}
 */
function networkOf(borders, spotOf) {
  /** @type {Map<string, Node>} */
  const network = new Map();
  for (const { ring } of borders) for (const [a, b] of edgesOf(ring)) join(network, a, b, spotOf);
  return network;
}

/** @param {Position[]} ring @returns {[Position, Position][]} */
const edgesOf = (ring) => ring.slice(1).map((place, i) => [ring[i], place]);
/** @param {Position} a @param {Position} b */
const edgeKey = (a, b) => `${keyOf(a)}|${keyOf(b)}`;

/** @param {Map<string, Node>} network @param {Position} a @param {Position} b @param {(place: Position) => Spot} spotOf */
function join(network, a, b, spotOf) {
  for (const [from, to] of [[a, b], [b, a]]) {
    const key = keyOf(from);
    const node = network.get(key) ?? { place: from, spot: spotOf(from), beside: new Set() };
    node.beside.add(keyOf(to));
    network.set(key, node);
  }
}

/**
 * Where on the network a click is: at the nearest node within reach, or on a border, which gets a node there.
 *
 * @param {Map<string, Node>} network @param {Position} place @param {(place: Position) => Spot} spotOf @returns {string | null}
 */
function attach(network, place, spotOf) {
  const spot = spotOf(place);
  let nearest = { meters: REACH_METERS, key: /** @type {string | null} */ (null) };
  let edge = { meters: 1, from: '', to: '' };
  for (const [key, node] of network) {
    const meters = distance(spot, node.spot);
    if (meters < nearest.meters) nearest = { meters, key };
    for (const other of node.beside) {
      const off = beside(spot, node.spot, spotAt(network, other));
      if (off < edge.meters) edge = { meters: off, from: key, to: other };
    }
  }
  if (nearest.key || !edge.from) return nearest.key;
  for (const key of [edge.from, edge.to]) join(network, place, /** @type {Node} */ (network.get(key)).place, spotOf);
  return keyOf(place);
}

/** @param {Map<string, Node>} network @param {string} key */
const spotAt = (network, key) => /** @type {Node} */ (network.get(key)).spot;
/** @param {Spot} a @param {Spot} b */
const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

/** How far a spot is from a stretch. @param {Spot} spot @param {Spot} from @param {Spot} to */
function beside(spot, from, to) {
  const t = alongEdge(spot, from, to);
  return distance(spot, { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) });
}

/**
 * The shortest way along borders that stays beside the straight line; null where there is none that is about as long.
 *
 * @param {Map<string, Node>} network @param {string} start @param {string} goal @returns {Position[] | null}
 */
function wayBetween(network, start, goal) {
  const [from, to] = [spotAt(network, start), spotAt(network, goal)];
  const straight = distance(from, to);
  const most = BESIDE_METERS + BESIDE_SHARE * straight;
  /** @type {Map<string, { meters: number, before: string | null }>} */
  const reached = new Map([[start, { meters: 0, before: null }]]);
  const open = new Set([start]);
  while (open.size > 0) {
    const key = [...open].reduce((a, b) => (metersTo(reached, a) <= metersTo(reached, b) ? a : b));
    if (key === goal) break;
    open.delete(key);
    for (const next of /** @type {Node} */ (network.get(key)).beside) {
      const spot = spotAt(network, next);
      const meters = metersTo(reached, key) + distance(spotAt(network, key), spot);
      if (beside(spot, from, to) > most || meters > DETOUR * straight || meters >= metersTo(reached, next)) continue;
      reached.set(next, { meters, before: key });
      open.add(next);
    }
  }
  if (!reached.has(goal)) return null;
  const way = [];
  for (let key = /** @type {string | null} */ (goal); key; key = reached.get(key)?.before ?? null) way.unshift(/** @type {Node} */ (network.get(key)).place);
  return way;
}

/** @param {Map<string, { meters: number }>} reached @param {string} key */
const metersTo = (reached, key) => reached.get(key)?.meters ?? Infinity;
