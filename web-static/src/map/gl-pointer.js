import { placeKindAt } from './place-pointer.js';

/** @typedef {import('maplibre-gl').Map} GlMap @typedef {import('maplibre-gl').MapMouseEvent} Pointing */

/** Things lie above areas and are hit within some pixels. */
const THINGS = /** @type {const} */ (['incidents', 'people', 'cameras', 'tracks']);
const REACH_PIXELS = 6;
const LONG_PRESS_MS = 550;

/**
 * What the pointer does on the map: over, click, right click and long press.
 *
 * @param {GlMap} map
 * @param {() => State} shown
 * @param {MapActions} actions
 * @returns {() => void} stops listening
 */
export function listenToPointer(map, shown, actions) {
  const hover = createHover(map, shown, actions);
  const press = createLongPress(actions);
  /** @type {[string, (event: any) => void][]} */
  const listeners = [
    ['mousemove', (event) => hover.over(event)],
    ['mouseout', () => hover.out()],
    ['click', (/** @type {Pointing} */ event) => (shown().asking ? ask(event, actions) : click(map, shown(), event, actions))],
    ['contextmenu', (/** @type {Pointing} */ event) => {
      event.preventDefault();
      ask(event, actions);
    }],
    ['touchstart', (event) => press.start(event)],
    ['touchend', () => press.stop()],
    ['touchcancel', () => press.stop()],
    ['movestart', () => press.stop()],
    ['moveend', () => actions.moved({ ...viewOf(map) })],
  ];
  for (const [kind, listener] of listeners) map.on(kind, listener);
  return () => {
    press.stop();
    for (const [kind, listener] of listeners) map.off(kind, listener);
  };
}

/** @param {Pointing} event @param {MapActions} actions */
const ask = ({ lngLat }, actions) => actions.askedHere(lngLat.lng, lngLat.lat);

/** @param {GlMap} map @returns {View} */
function viewOf(map) {
  const { lng, lat } = map.getCenter();
  return { lng, lat, zoom: map.getZoom() };
}

/** @param {GlMap} map @param {State} state @param {Pointing} event @param {MapActions} actions */
function click(map, state, event, actions) {
  const thing = thingAt(map, state, event.point);
  if (thing) {
    actions.picked(thing);
    return;
  }
  const found = areaAt(map, state, event.point);
  const area = found ? { partition: state.shown.partition, code: String(found.properties.code) } : null;
  const kind = placeKindAt(map, state, event.point);
  if (kind) actions.placed(kind, event.lngLat, area);
  else actions.selected(area);
}

/**
 * What lies uppermost under a point: of things an incident comes before a person, as it is drawn.
 *
 * @param {GlMap} map @param {State} state @param {{ x: number, y: number }} point @returns {Picked | null}
 */
function thingAt(map, state, { x, y }) {
  const layers = THINGS.filter((layer) => isDrawn(state, layer) && map.getLayer(layer));
  if (layers.length === 0) return null;
  const around = [[x - REACH_PIXELS, y - REACH_PIXELS], [x + REACH_PIXELS, y + REACH_PIXELS]];
  const [feature] = map.queryRenderedFeatures(around, { layers: [...layers] });
  const kind = THINGS.find((name) => name === feature?.layer.id);
  return kind ? { kind, id: String(feature.properties.id) } : null;
}

/** Cameras that see a place asked about are drawn while their layer is off. @param {State} state @param {typeof THINGS[number]} layer */
const isDrawn = (state, layer) => state.layers[layer] || (layer === 'cameras' && state.here !== null);

/** @param {GlMap} map @param {State} state @param {{ x: number, y: number }} point */
function areaAt(map, state, { x, y }) {
  const layer = `fill-${state.shown.level}`;
  if (!state.layers.areas || !map.getLayer(layer)) return null;
  return map.queryRenderedFeatures([x, y], { layers: [layer] })[0] ?? null;
}

/** @param {GlMap} map @param {() => State} shown @param {MapActions} actions */
function createHover(map, shown, actions) {
  /** @type {{ sourceLayer: string, id: string } | null} */
  let hovered = null;
  let frame = 0;
  // Fingers do not hover: what a tap leaves behind would look like a choice.
  const noHover = window.matchMedia('(hover: none)');

  /** @param {{ sourceLayer: string, id: string } | null} next */
  function mark(next) {
    if (hovered?.id === next?.id && hovered?.sourceLayer === next?.sourceLayer) return;
    if (hovered) map.setFeatureState({ source: 'areas', ...hovered }, { hovered: false });
    if (next) map.setFeatureState({ source: 'areas', ...next }, { hovered: true });
    hovered = next;
  }

  /** @param {Pointing} event */
  function over({ point, lngLat, originalEvent }) {
    if (noHover.matches) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      actions.pointed({ lng: lngLat.lng, lat: lngLat.lat });
      const state = shown();
      const thing = thingAt(map, state, point);
      actions.touched?.(thing);
      const area = areaAt(map, state, point);
      mark(area ? { sourceLayer: state.shown.level, id: String(area.properties.code) } : null);
      map.getCanvas().classList.toggle('over-something', Boolean(thing ?? area));
      const name = thing?.kind === 'people' ? { name: thing.id, code: '', note: '' } : area && told(area.properties);
      actions.hovered(name ? { ...name, x: originalEvent.offsetX, y: originalEvent.offsetY } : null);
    });
  }

  function out() {
    cancelAnimationFrame(frame);
    mark(null);
    actions.hovered(null);
    actions.touched?.(null);
    actions.pointed(null);
  }
  return { over, out };
}

/** @param {Record<string, unknown>} properties */
const told = ({ name, code, households }) => ({
  name: String(name ?? ''), code: String(code ?? ''), note: households ? String(households) : '',
});

/** A right click for fingers. @param {MapActions} actions */
function createLongPress(actions) {
  let timer = 0;
  const stop = () => clearTimeout(timer);
  return {
    /** @param {{ points: unknown[], lngLat: { lng: number, lat: number } }} event */
    start({ points, lngLat }) {
      stop();
      if (points.length === 1) timer = window.setTimeout(() => actions.askedHere(lngLat.lng, lngLat.lat), LONG_PRESS_MS);
    },
    stop,
  };
}
