/**
 * The place of some borders that is nearest to a point on the screen: a vertex where one is near enough, else a place on
 * an edge.
 *
 * @param {{ x: number, y: number }} at on the screen
 * @param {{ outer: boolean, ring: Position[] }[]} borders in degrees
 * @param {(place: Position) => { x: number, y: number }} project
 * @param {{ vertexPixels: number, edgePixels: number }} reach
 * @returns {{ place: Position, kind: 'vertex' | 'edge', outer: boolean } | null}
 */
export function snapTo(at, borders, project, { vertexPixels, edgePixels }) {
  let vertex = { pixels: vertexPixels, place: /** @type {Position | null} */ (null), outer: false };
  let edge = { pixels: edgePixels, place: /** @type {Position | null} */ (null), outer: false };
  for (const { ring, outer } of borders) {
    let before = null;
    for (const place of ring) {
      const here = project(place);
      const pixels = Math.hypot(here.x - at.x, here.y - at.y);
      if (pixels < vertex.pixels) vertex = { pixels, place, outer };
      if (before) {
        const along = alongEdge(at, before.here, here);
        const distance = Math.hypot(before.here.x + along * (here.x - before.here.x) - at.x, before.here.y + along * (here.y - before.here.y) - at.y);
        if (distance < edge.pixels) edge = { pixels: distance, place: between(before.place, place, along), outer };
      }
      before = { here, place };
    }
  }
  if (vertex.place) return { place: vertex.place, kind: 'vertex', outer: vertex.outer };
  return edge.place ? { place: edge.place, kind: 'edge', outer: edge.outer } : null;
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
