import { onLattice } from './snap.js';

/**
 * Choosing one place by a click or a tap, snapped, or by dragging a vertex to it.
 *
 * @param {import('maplibre-gl').Map} map
 * @param {{ snapping: ReturnType<typeof import('./draw-snap.js').createSnapping>, only: SnapTo | null, must: boolean, drag: boolean, moves: boolean,
 *   picked: (place: Position, snapped: Snapped | null) => void, dragged: (from: Position, to: Position) => void,
 *   moved: (place: Position, snapped: Snapped | null, from: Position | null) => void, missed: () => void }} options
 *   only: what is snapped to whatever the reader likes; must: nothing else will do; drag: a vertex may be dragged away at once; moves: it is where a vertex is moved to
 */
export function startPoint(map, { snapping, only, must, drag, moves, picked, dragged, moved, missed }) {
  /** @type {Position | null} */
  let from = null;
  let wasDragged = false;
  const placeOf = (/** @type {any} */ event) => {
    const snapped = from || moves ? streetNear(snapping, event.point) : snapping.find(event.point, only ?? undefined);
    return { snapped, place: snapped?.place ?? /** @type {Position} */ ([onLattice(event.lngLat.lng), onLattice(event.lngLat.lat)]) };
  };
  const over = (/** @type {any} */ event) => {
    const { snapped, place } = placeOf(event);
    snapping.show(snapped);
    moved(place, snapped, from);
  };
  const down = (/** @type {any} */ event) => {
    wasDragged = false;
    if (!drag || (event.points && event.points.length > 1)) return;
    const vertex = snapping.find(event.point, { vertex: true, edge: false, street: false });
    if (!vertex) return;
    from = vertex.place;
    // Else the map goes along.
    event.preventDefault();
  };
  const up = (/** @type {any} */ event) => {
    if (!from) return;
    const { place } = placeOf(event);
    const begun = from;
    from = null;
    wasDragged = map.project(begun).x !== map.project(place).x || map.project(begun).y !== map.project(place).y;
    if (wasDragged) dragged(begun, place);
  };
  const click = (/** @type {any} */ event) => {
    if (wasDragged) return;
    const { place, snapped } = placeOf(event);
    if (must && !snapped) missed();
    else picked(place, snapped);
  };
  /** @type {[string, (event: any) => void][]} */
  const listeners = [['mousemove', over], ['touchmove', over], ['mousedown', down], ['touchstart', down], ['mouseup', up], ['touchend', up], ['click', click]];
  for (const [kind, listener] of listeners) map.on(kind, listener);
  return {
    stop() {
      snapping.show(null);
      for (const [kind, listener] of listeners) map.off(kind, listener);
    },
    finish() {},
    takeBack() {},
  };
}

/** On another vertex or border no vertex can be put: only streets hold one that is moved, and these less, since it may be on one already. @param {ReturnType<typeof import('./draw-snap.js').createSnapping>} snapping @param {{ x: number, y: number }} at */
const streetNear = (snapping, at) => snapping.find(at, { vertex: false, edge: false, street: snapping.to().street }, 0.4);
