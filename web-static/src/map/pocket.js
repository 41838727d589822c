import { drawTiles } from './pocket-picture.js';
import { fromPlane, toPlane } from './plane.js';
import { readTile } from './tile-reader.js';

/** What is read of the tiles. */
const WANTED = { water: [], green: [], block: [], building: [], street: ['class', 'name_zh', 'name_en'] };
const DEEPEST_TILE = 15;
const LEAST_ZOOM = 13;
const MOST_ZOOM = 19;
/** Pixels of a tile's side at its own zoom. */
const TILE = 512;
const WORLD = toPlane(180, 0)[0];

/**
 * A map of a few kilobytes for choosing one place: drawn on a canvas from the same tiles as the large one, without its
 * library, so that it also comes over a thin network. The place is always its middle.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {{ lng: number, lat: number, zoom: number, lang: Lang, failed: () => void, leastZoom?: number, drawn?: () => void }} options
 *   drawn: called after each picture, for whoever draws upon it
 */
export function createPocketMap(canvas, { lng, lat, zoom, lang, failed, leastZoom = LEAST_ZOOM, drawn }) {
  let [x, y] = toPlane(lng, lat);
  let asked = 0;
  const later = () => (asked ||= requestAnimationFrame(draw));
  const tiles = createTiles(later, failed);
  const draw = () => {
    asked = 0;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const { clientWidth: width, clientHeight: height } = canvas;
    if (canvas.width !== width * ratio || canvas.height !== height * ratio) {
      canvas.width = width * ratio;
      canvas.height = height * ratio;
    }
    drawTiles(canvas, { ratio, lang, zoom, theme: /** @type {Theme} */ (document.documentElement.dataset.theme) }, tilesIn([x / WORLD, y / WORLD], zoom, width, height).flatMap((tile) => {
      const layers = tiles.get(tile.key);
      return layers ? [{ layers, ...tile }] : [];
    }));
    drawn?.();
  };
  const move = (/** @type {number} */ dx, /** @type {number} */ dy) => {
    const perPixel = WORLD / (TILE * 2 ** zoom);
    x += dx * perPixel;
    y += dy * perPixel;
    later();
  };
  /** Keeps what lies under a point of the picture where it is. @param {number} to @param {number} [dx] from the middle @param {number} [dy] */
  const zoomTo = (to, dx = 0, dy = 0) => {
    const next = Math.min(MOST_ZOOM, Math.max(leastZoom, to));
    move(dx, dy);
    zoom = next;
    move(-dx, -dy);
  };
  const seen = new ResizeObserver(later);
  seen.observe(canvas);
  later();
  return {
    center: () => fromPlane(x, y),
    /** The same upon the plane of the map. */
    middle: () => /** @type {Position} */ ([x, y]),
    /** Goes elsewhere. @param {{ lng: number, lat: number, zoom: number }} view */
    show(view) {
      [x, y] = toPlane(view.lng, view.lat);
      zoom = view.zoom;
      later();
    },
    redraw: later,
    zoom: () => zoom,
    move, zoomTo,
    dispose() {
      tiles.stop();
      seen.disconnect();
      cancelAnimationFrame(asked);
    },
  };
}

/**
 * Which tiles lie in a picture, and where in it.
 *
 * @param {[number, number]} middle of the picture, as parts of the world @param {number} zoom @param {number} width @param {number} height
 */
export function tilesIn([x, y], zoom, width, height) {
  const depth = Math.min(DEEPEST_TILE, Math.max(0, Math.floor(zoom)));
  const side = TILE * 2 ** (zoom - depth);
  const left = x * 2 ** depth * side - width / 2;
  const top = y * 2 ** depth * side - height / 2;
  const all = [];
  for (let row = Math.floor(top / side); row * side < top + height; row++) {
    for (let column = Math.floor(left / side); column * side < left + width; column++) {
      all.push({ key: `${depth}/${column}/${row}`, left: column * side - left, top: row * side - top, side });
    }
  }
  return all;
}

/** Tiles that are read, each once. @param {() => void} came @param {() => void} failed */
function createTiles(came, failed) {
  /** @type {Map<string, ReturnType<typeof readTile> | null>} */
  const tiles = new Map();
  const abort = new AbortController();
  const read = async (/** @type {string} */ key) => {
    tiles.set(key, null);
    try {
      const answer = await fetch(`/tiles/base/${key}.mvt`, { signal: abort.signal });
      if (answer.status === 204) return;
      if (!answer.ok) throw new Error(String(answer.status));
      tiles.set(key, readTile(await answer.arrayBuffer(), WANTED));
      came();
    } catch {
      tiles.delete(key);
      if (!abort.signal.aborted) failed();
    }
  };
  return {
    /** A tile, where it has come; else it is asked for. @param {string} key */
    get(key) {
      if (!tiles.has(key)) read(key);
      return tiles.get(key) ?? null;
    },
    stop: () => abort.abort(),
  };
}
