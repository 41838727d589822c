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

/** Places of the symbols of people. */
export const PERSON = /** @type {const} */ ({ walking: SYMBOLS.indexOf('person-walking'), standing: SYMBOLS.indexOf('person-standing'), stale: SYMBOLS.indexOf('person-stale') });

/** In radians. @param {number} degrees */
export const turnedBy = (degrees) => (degrees * Math.PI) / 180;

/** @type {Quads} */
export const NO_QUADS = { anchor: [0, 0], values: new Float32Array(0) };

/** In widths of the world, as the web Mercator map has it. @param {number} lng @param {number} lat @returns {Position} */
export const toWorld = (lng, lat) => [eastOf(lng), southOf(lat)];

/** @param {number} lng */
const eastOf = (lng) => lng / 360 + 0.5;

/** @param {number} lat */
function southOf(lat) {
  const sin = Math.sin(turnedBy(lat));
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

/**
 * The lower ranks first, which those above cover.
 *
 * @param {Iterable<Pick<WallMark, 'at' | 'mark' | 'rank' | 'heading'>>} marks @returns {Quads}
 */
export function quadsOf(marks) {
  const sorted = [...marks].sort((a, b) => a.rank - b.rank);
  const quads = quadsIn(sorted.length);
  sorted.forEach(({ at, mark, heading }, i) => quads.put(i, { lng: at[0], latitude: at[1] }, PLACES.get(mark) ?? 0, turnedBy(heading)));
  return quads.done();
}

/** Room for some marks, which are put in one after the other in whatever order. @param {number} count */
export function quadsIn(count) {
  const values = new Float32Array(NUMBERS * count);
  /** @type {Position | null} */
  let anchor = null;
  return {
    /** @param {number} i its place among the others @param {{ lng: number, latitude: number }} at @param {number} symbol @param {number} turned in radians */
    put(i, at, symbol, turned) {
      anchor ??= toWorld(at.lng, at.latitude);
      values[NUMBERS * i] = eastOf(at.lng) - anchor[0];
      values[NUMBERS * i + 1] = southOf(at.latitude) - anchor[1];
      values[NUMBERS * i + 2] = symbol;
      values[NUMBERS * i + 3] = turned;
    },
    /** @returns {Quads} */
    done: () => (anchor ? { anchor, values } : NO_QUADS),
  };
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
