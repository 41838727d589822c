import { canvasAbove, drawnWith, fit, roomOf } from './wall-canvas.js';
import { openDrawing } from './wall-drawing.js';
import { NO_QUADS, sizeAt, toWorld } from './wall-quads.js';

/** @typedef {import('maplibre-gl').Map} GlMap */
/** @typedef {'cameras' | 'people' | 'incidents'} MarkedKind */

/** Pixels of a symbol at size 1. */
const SYMBOL = 28;
/** Of the whole world at zoom 0. */
const WORLD = 512;
/** How large symbols are by zoom, as pairs of both. */
const SIZES = /** @type {const} */ ({
  cameras: [[12, 0.18], [15, 0.5], [17, 0.8]],
  people: [[11, 0.45], [14, 0.72], [17, 1.05]],
  incidents: [[11, 0.45], [14, 0.72], [17, 1.05]],
});
/** Those below come first. */
const KINDS = /** @type {const} */ (['cameras', 'people', 'incidents']);

/**
 * The marks of the wall on a picture of their own above the map's. Whoever walks changes some numbers here and nothing in
 * the map, which would place and draw all it has again, each second.
 *
 * @param {GlMap} map @param {number} scale of symbols
 */
export function createWallMarks(map, scale) {
  const canvas = canvasAbove(map, 'wall-marks');
  /** @type {Record<MarkedKind, { quads: import('./wall-quads.js').Quads, strength: number }>} */
  const drawn = { cameras: { quads: NO_QUADS, strength: 1 }, people: { quads: NO_QUADS, strength: 1 }, incidents: { quads: NO_QUADS, strength: 1 } };
  let theme = /** @type {Theme} */ ('dark');
  let drawing = openDrawing(canvas, theme);
  const soon = drawnWith(map, () => {
    fit(canvas, map);
    const room = { ...roomOf(map), world: WORLD * 2 ** map.getZoom() };
    drawing?.draw(room, KINDS.filter((kind) => drawn[kind].strength > 0).map((kind) => placed(map, { kind, ...drawn[kind], ...room }, scale)));
  });
  canvas.addEventListener('webglcontextlost', (event) => event.preventDefault());
  canvas.addEventListener('webglcontextrestored', () => {
    drawing = openDrawing(canvas, theme);
    soon();
  });
  return {
    /** @param {MarkedKind} kind @param {import('./wall-quads.js').Quads} quads */
    put(kind, quads) {
      drawn[kind].quads = quads;
      soon();
    },
    /** @param {MarkedKind} kind @param {number} strength 0 for not at all */
    weigh(kind, strength) {
      if (drawn[kind].strength === strength) return;
      drawn[kind].strength = strength;
      soon();
    },
    /** @param {Theme} next */
    dress(next) {
      theme = next;
      drawing?.dress(next);
      soon();
    },
  };
}

/**
 * Marks with where they are seen now.
 *
 * @param {GlMap} map @param {{ kind: MarkedKind, quads: import('./wall-quads.js').Quads, strength: number, width: number, height: number, world: number }} marks @param {number} scale
 */
function placed(map, { kind, quads: { anchor, values }, strength, width, height, world }, scale) {
  const { lng, lat } = map.getCenter();
  const [x, y] = toWorld(lng, lat);
  return { kind, values, strength, pixels: SYMBOL * sizeAt(SIZES[kind], map.getZoom()) * scale, from: [width / 2 + (anchor[0] - x) * world, height / 2 + (anchor[1] - y) * world] };
}
