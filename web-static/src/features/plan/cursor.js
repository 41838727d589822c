import { offsetMeters } from '../../map/measure.js';

/** @typedef {'up' | 'down' | 'left' | 'right'} Direction */

/** East and north of a step. @type {Record<Direction, { east: number, north: number }>} */
export const STEPS = { up: { east: 0, north: 1 }, down: { east: 0, north: -1 }, left: { east: -1, north: 0 }, right: { east: 1, north: 0 } };

/**
 * The nearest vertex in a direction: as far ahead as it lies aside, at most. The place itself where there is none.
 *
 * @param {readonly Position[]} vertices @param {Position} place @param {Direction} direction @returns {Position}
 */
export function vertexToward(vertices, place, direction) {
  const { east, north } = STEPS[direction];
  let best = { cost: Infinity, place };
  for (const vertex of vertices) {
    const off = offsetMeters(place, vertex);
    const ahead = off.east * east + off.north * north;
    const aside = Math.abs(off.east * north) + Math.abs(off.north * east);
    if (ahead < 0.02 || aside > ahead) continue;
    const cost = ahead + 2 * aside;
    if (cost < best.cost) best = { cost, place: vertex };
  }
  return best.place;
}

/**
 * The next vertex in their order; from beside them, the nearest.
 *
 * @param {readonly Position[]} vertices @param {Position | null} place @param {1 | -1} step @returns {Position | null}
 */
export function vertexAfter(vertices, place, step) {
  if (vertices.length === 0) return null;
  const at = place ? vertices.findIndex((vertex) => isSame(vertex, place)) : -1;
  if (at >= 0) return vertices[(at + step + vertices.length) % vertices.length];
  return place ? vertices.reduce((a, b) => (far(place, a) <= far(place, b) ? a : b)) : vertices[0];
}

/** The vertices of rings, each once, in their order. @param {readonly Position[][]} rings @returns {Position[]} */
export function verticesOf(rings) {
  const seen = new Map();
  for (const ring of rings) for (const place of ring) seen.set(place.join(' '), place);
  return [...seen.values()];
}

/** @param {Position} a @param {Position} b */
export const isSame = (a, b) => a[0] === b[0] && a[1] === b[1];

/** @param {Position} a @param {Position} b */
function far(a, b) {
  const { east, north } = offsetMeters(a, b);
  return Math.hypot(east, north);
}
