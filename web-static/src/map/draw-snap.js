import { linesNear, snapTo } from './snap.js';

/** How near the pointer must be, in pixels; a finger is thicker than the point of a mouse. */
const REACH = { vertexPixels: 12, edgePixels: 10 };
const REACH_OF_FINGERS = { vertexPixels: 24, edgePixels: 20 };

/**
 * Snapping on the map, with a mark that shows where and to what.
 *
 * @param {import('maplibre-gl').Map} map
 * @param {{ lines: () => readonly SnapLine[], to: () => SnapTo }} options
 */
export function createSnapping(map, { lines, to }) {
  const coarse = window.matchMedia('(pointer: coarse)');
  const mark = document.createElement('div');
  mark.className = 'snap-mark';
  mark.setAttribute('aria-hidden', 'true');
  mark.hidden = true;
  map.getContainer().append(mark);
  const project = (/** @type {Position} */ place) => map.project(place);

  /** @param {{ x: number, y: number }} at on the map's canvas @param {SnapTo} [only] @param {number} [part] of the usual reach @returns {Snapped | null} */
  function find(at, only = to(), part = 1) {
    const { vertexPixels, edgePixels } = coarse.matches ? REACH_OF_FINGERS : REACH;
    const reach = { vertexPixels: vertexPixels * part, edgePixels: edgePixels * part };
    const [a, b] = [map.unproject([at.x - reach.vertexPixels, at.y + reach.vertexPixels]), map.unproject([at.x + reach.vertexPixels, at.y - reach.vertexPixels])];
    return snapTo(at, linesNear(lines(), [a.lng, a.lat, b.lng, b.lat]), project, { ...reach, to: only });
  }
  return {
    find,
    /** What the reader wants to be snapped to. */
    to,
    /** @param {Snapped | null} snapped */
    show(snapped) {
      mark.hidden = !snapped;
      if (!snapped) return;
      const { x, y } = map.project(snapped.place);
      mark.dataset.kind = snapped.kind;
      mark.style.transform = `translate(${x}px, ${y}px)`;
    },
  };
}
