import { movedBy, openedTo, reachingTo, turnedTo } from './draft.js';

/** The handles of a camera on the map: where they lie, which one is meant, and what dragging one does. Pixels of the layout. */

/** A finger is so wide. */
export const HIT_PIXELS = 22;
/** Nearer to the camera than this, handles could not be told apart. */
const LEAST_PIXELS = 58;
const KNOB_PIXELS = 34;
const REACH_PIXELS = 190;
/** Wider than this the two sides would lie upon each other. */
const WIDEST = 340;
const EARTH_METERS = 40_030_200;

/** On the map's plane. @param {number} lat @param {number} zoom */
export const metersPerPixel = (lat, zoom) => (EARTH_METERS * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom);

/** The zoom at which all that a camera reaches is in the picture. @param {CameraDraft} draft */
export function zoomFor({ lat, lenses }) {
  const reach = Math.max(...lenses.map(({ rangeMeters }) => rangeMeters));
  return Math.max(13, Math.min(19.5, Math.log2((metersPerPixel(lat, 0) * REACH_PIXELS) / reach)));
}

/**
 * Where the handles of a lens lie. They follow the sector, but never so near that they cover each other, nor so far that
 * they leave the map.
 *
 * @param {CameraLens} lens @param {{ at: Position, scale: number, most: number }} on at: of the camera; scale: metres per
 *   pixel; most: pixels from the camera
 * @returns {{ kind: CameraHandle, x: number, y: number }[]}
 */
export function handlesOf({ azimuthDegrees, angleDegrees, rangeMeters }, { at: [x, y], scale, most }) {
  const reach = Math.max(LEAST_PIXELS, Math.min(most, rangeMeters / scale));
  const half = Math.min(angleDegrees, WIDEST) / 2;
  const put = (/** @type {CameraHandle} */ kind, /** @type {number} */ bearing, /** @type {number} */ distance) => {
    const turn = (bearing * Math.PI) / 180;
    return { kind, x: x + distance * Math.sin(turn), y: y - distance * Math.cos(turn) };
  };
  return [
    { kind: 'body', x, y },
    put('range', azimuthDegrees, reach),
    put('turn', azimuthDegrees, reach + KNOB_PIXELS),
    put('left', azimuthDegrees - half, sideReach(reach, half)),
    put('right', azimuthDegrees + half, sideReach(reach, half)),
  ];
}

/** Sides of a narrow lens lie further out than where the range is held, so that a finger can tell them apart. @param {number} reach @param {number} half */
const sideReach = (reach, half) => (2 * reach * Math.sin((Math.min(half, 90) * Math.PI) / 180) < HIT_PIXELS * 2 ? reach * 0.6 : reach);

/** The handle that is meant by a press; null where none is near. @param {{ kind: CameraHandle, x: number, y: number }[]} handles @param {Position} point @returns {CameraHandle | null} */
export function handleAt(handles, [x, y]) {
  let best = null;
  let nearest = HIT_PIXELS;
  for (const handle of handles) {
    const distance = Math.hypot(handle.x - x, handle.y - y);
    if (distance <= nearest) [best, nearest] = [handle.kind, distance];
  }
  return best;
}

/**
 * What dragging a handle makes of a camera. Everything is relative to where the press began: nothing jumps.
 *
 * @param {CameraDraft} draft as it was then @param {number} index of the lens
 * @param {{ kind: CameraHandle, at: Position, from: Position, to: Position, scale: number }} drag at: of the camera
 * @returns {CameraDraft}
 */
export function dragged(draft, index, { kind, at, from, to, scale }) {
  const lens = draft.lenses[index];
  if (kind === 'body') return movedBy(draft, (to[0] - from[0]) * scale, (from[1] - to[1]) * scale);
  if (kind === 'range') return reachingTo(draft, index, lens.rangeMeters + (distance(at, to) - distance(at, from)) * scale);
  const by = shortest(bearing(at, to) - bearing(at, from));
  if (kind === 'turn') return turnedTo(draft, index, lens.azimuthDegrees + by);
  return openedTo(draft, index, lens.angleDegrees + (kind === 'right' ? 2 : -2) * by);
}

/** @param {Position} a @param {Position} b */
const distance = (a, b) => Math.hypot(b[0] - a[0], b[1] - a[1]);

/** Degrees clockwise from up. @param {Position} a @param {Position} b */
export const bearing = (a, b) => (Math.atan2(b[0] - a[0], a[1] - b[1]) * 180) / Math.PI;

/** The same turn, the short way round. @param {number} degrees */
const shortest = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;

/**
 * What a key does to a camera; null for one that does nothing.
 *
 * @param {CameraDraft} draft @param {number} index
 * @param {{ key: string, shift: boolean, alt: boolean }} press @returns {{ draft: CameraDraft, step: string } | null}
 */
export function keyed(draft, index, { key, shift, alt }) {
  const lens = draft.lenses[index];
  const arrow = ARROWS[key];
  const by = shift ? 10 : 1;
  if (arrow && alt) return { draft: movedBy(draft, arrow[0] * by, arrow[1] * by), step: 'move' };
  if (arrow) return { draft: turnedTo(draft, index, lens.azimuthDegrees + (arrow[0] + arrow[1]) * by), step: 'turn' };
  if ('+=-_'.includes(key)) return { draft: reachingTo(draft, index, lens.rangeMeters + ('+='.includes(key) ? by : -by)), step: 'range' };
  if ('[]{}'.includes(key)) return { draft: openedTo(draft, index, lens.angleDegrees + (']}'.includes(key) ? by : -by)), step: 'angle' };
  return null;
}

/** To the east, to the north. @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
