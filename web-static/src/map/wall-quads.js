import { MARKS } from '../features/wall/marks.js';

/**
 * Marks as numbers that a graphics program draws. Pure.
 *
 * @typedef {{ anchor: Position, values: Float32Array }} Quads anchor: in widths of the world from its north-west corner;
 *   values: of each mark how far it is from the anchor to the east and to the south, the place of its symbol, how far it is
 *   turned clockwise in radians
 */

const NUMBERS = 4;

/** All symbols, each at its place. @type {readonly string[]} */
export const SYMBOLS = [...MARKS.map(({ name }) => name), 'person-walking', 'person-standing', 'person-stale', 'camera-on', 'camera-off'];
const PLACES = new Map(SYMBOLS.map((name, place) => [name, place]));

/** @type {Quads} */
export const NO_QUADS = { anchor: [0, 0], values: new Float32Array(0) };

/** In widths of the world, as the web Mercator map has it. @param {number} lng @param {number} lat @returns {Position} */
export function toWorld(lng, lat) {
  const sin = Math.sin((lat * Math.PI) / 180);
  return [lng / 360 + 0.5, 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)];
}

/**
 * The lower ranks first, which those above cover.
 *
 * @param {Iterable<Pick<WallMark, 'at' | 'mark' | 'rank' | 'heading'>>} marks @returns {Quads}
 */
export function quadsOf(marks) {
  const sorted = [...marks].sort((a, b) => a.rank - b.rank);
  if (sorted.length === 0) return NO_QUADS;
  const anchor = toWorld(sorted[0].at[0], sorted[0].at[1]);
  const values = new Float32Array(NUMBERS * sorted.length);
  sorted.forEach(({ at, mark, heading }, i) => {
    const [x, y] = toWorld(at[0], at[1]);
    values.set([x - anchor[0], y - anchor[1], PLACES.get(mark) ?? 0, (heading * Math.PI) / 180], i * NUMBERS);
  });
  return { anchor, values };
}

/**
 * How large a symbol is at a zoom, where it is given for some.
 *
 * @param {readonly (readonly [number, number])[]} steps @param {number} zoom
 */
export function sizeAt(steps, zoom) {
  const after = steps.findIndex(([at]) => zoom < at);
  if (after === 0) return steps[0][1];
  if (after === -1) return steps[steps.length - 1][1];
  const [[from, small], [to, large]] = [steps[after - 1], steps[after]];
  return small + ((large - small) * (zoom - from)) / (to - from);
}
