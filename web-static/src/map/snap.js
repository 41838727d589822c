import { boxOf } from './box.js';

/** @typedef {{ pixels: number, place: Position | null, line: SnapLine | null }} Nearest */

/** Everything is snapped to unless the reader switched it off. @type {SnapTo} */
export const SNAP_TO_ALL = { vertex: true, edge: true, street: true };

/**
 * The place of some lines that is nearest to a point on the screen: a vertex of a border where one is near enough, else a
 * place on a border, else a place on a street.
 *
 * @param {{ x: number, y: number }} at on the screen
 * @param {readonly SnapLine[]} lines in degrees
 * @param {(place: Position) => { x: number, y: number }} project
 * @param {{ vertexPixels: number, edgePixels: number, to?: SnapTo }} reach
 * @returns {Snapped | null}
 */
export function snapTo(at, lines, project, { vertexPixels, edgePixels, to = SNAP_TO_ALL }) {
  const nearest = {
    vertex: /** @type {Nearest} */ ({ pixels: vertexPixels, place: null, line: null }),
    edge: /** @type {Nearest} */ ({ pixels: edgePixels, place: null, line: null }),
    street: /** @type {Nearest} */ ({ pixels: edgePixels, place: null, line: null }),
  };
  for (const line of lines) {
    let before = null;
    for (const place of line.ring) {
      const here = project(place);
      // The corners of a street are taken before its stretches, by counting them half as far away.
      if (line.street) nearer(nearest.street, Math.hypot(here.x - at.x, here.y - at.y) / 2, place, line);
      else nearer(nearest.vertex, Math.hypot(here.x - at.x, here.y - at.y), place, line);
      if (before) {
        const along = alongEdge(at, before.here, here);
        const off = Math.hypot(before.here.x + along * (here.x - before.here.x) - at.x, before.here.y + along * (here.y - before.here.y) - at.y);
        const best = line.street ? nearest.street : nearest.edge;
        if (off < best.pixels) nearer(best, off, between(before.place, place, along), line);
      }
      before = { here, place };
    }
  }
  const kind = /** @type {Snapped['kind'][]} */ (['vertex', 'edge', 'street']).find((one) => to[one] && nearest[one].place);
  if (!kind) return null;
  const { place, line } = /** @type {{ place: Position, line: SnapLine }} */ (nearest[kind]);
  return { place, kind, outer: line.outer, ...(line.name ? { name: line.name } : {}) };
}

/** @param {Nearest} best @param {number} pixels @param {Position} place @param {SnapLine} line */
function nearer(best, pixels, place, line) {
  if (pixels < best.pixels) Object.assign(best, { pixels, place, line });
}

/** @type {WeakMap<Position[], Box>} */
const boxes = new WeakMap();

/** Those lines whose box touches another one: of a whole district only a few are near the pointer. @param {readonly SnapLine[]} lines @param {Box} box */
export function linesNear(lines, [west, south, east, north]) {
  return lines.filter(({ ring }) => {
    let box = boxes.get(ring);
    if (!box) boxes.set(ring, (box = /** @type {Box} */ (boxOf({ type: 'LineString', coordinates: ring }))));
    return box !== null && box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south;
  });
}

/** How far along an edge the foot of a point is, from 0 to 1. @param {{ x: number, y: number }} at @param {{ x: number, y: number }} from @param {{ x: number, y: number }} to */
export function alongEdge(at, from, to) {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const square = dx * dx + dy * dy;
  return square === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - from.x) * dx + (at.y - from.y) * dy) / square));
}

/** @param {Position} a @param {Position} b @param {number} t @returns {Position} */
const between = (a, b, t) => [onLattice(a[0] + t * (b[0] - a[0])), onLattice(a[1] + t * (b[1] - a[1]))];

/** Coordinates are whole numbers of 1e-7 degree. @param {number} degrees */
export const onLattice = (degrees) => Math.round(degrees * 1e7) / 1e7;

/**
 * The rings of a polygon or multipolygon; the first of each part is the outer one.
 *
 * @param {Geometry | null} geometry @returns {Position[][]}
 */
export function ringsOf(geometry) {
  if (!geometry) return [];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : geometry.coordinates;
}
