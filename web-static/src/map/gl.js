import * as maplibre from 'maplibre-gl';
import { LEVELS, areaVisibility } from './area-layers.js';
import { createEmergencies } from './emergency-layers.js';
import { pixelRatio } from './pixels.js';
import { PALETTES } from './palette.js';
import { createPeople, setSource } from './gl-people.js';
import { listenToPointer } from './gl-pointer.js';
import { metersPerPixel, textScale } from './scale.js';
import { pageStyle, styleChanges } from './style.js';
import { SYMBOL_RATIO, drawSymbols } from './symbols.js';
import { thingSources } from './things.js';
import { drawingOfBrowser } from './webgl.js';

const MOST_ZOOM = 20;

maplibre.setWorkerUrl(new URL('../vendor/maplibre-gl@6.17.0/maplibre-gl-worker.mjs', import.meta.url).href);
maplibre.setWorkerCount(1);
// The worker starts while the page still asks for the site.
maplibre.prewarm();

/**
 * The map drawn with WebGL2. Everything the page wants of it goes through {@link MapView}.
 *
 * @param {HTMLElement} place
 * @param {{ state: State, words: Words, box: Box, actions: MapActions, wallLayers?: WallLayers }} start wallLayers: what the wall draws
 * @returns {MapView}
 */
export function createGlMap(place, { state, words, box, actions, wallLayers }) {
  const map = openMap(place, { state, words, box });
  let shown = state;
  /** @type {State | null} */
  let drawn = null;
  const scale = textScale();
  let style = pageStyle(state.theme, state.lang, scale);
  const people = createPeople(map);
  const emergencies = createEmergencies(map, scale);
  const wall = wallLayers?.(map, scale);
  /** @type {WallPicture | null} */
  let picture = null;
  let idle = false;

  const draw = () => {
    if (drawn && (drawn.theme !== shown.theme || drawn.lang !== shown.lang)) {
      const next = pageStyle(shown.theme, shown.lang, scale);
      for (const change of styleChanges(style, next)) setStylePart(map, change);
      style = next;
    }
    if (drawn?.theme !== shown.theme) replaceSymbols(map, shown.theme);
    drawState(map, shown, drawn);
    // Until the map has come to rest for the first time it has better things to draw than steps.
    if (shown.wall === null) people.show(shown, idle);
    emergencies(shown, picture);
    if (picture) wall?.show(picture);
    drawn = shown;
  };
  let ready = false;
  map.once('style.load', () => {
    ready = true;
    draw();
  });
  map.once('idle', () => {
    idle = true;
    actions.ready();
  });
  map.on('error', (event) => actions.failed(String(event.error?.message ?? event.error ?? '')));
  const stopPointer = listenToPointer(map, () => shown, actions);

  return {
    apply(now) {
      shown = now;
      if (ready) draw();
    },
    ...cameraOf(map),
    ...centerOf(map, () => shown, actions),
    resized: () => map.resize(),
    wall(now) {
      picture = now;
      if (ready) draw();
    },
    dispose() {
      stopPointer();
      people.dispose();
      map.remove();
    },
  };
}

/** @param {HTMLElement} place @param {{ state: State, words: Words, box: Box }} start */
function openMap(place, { state, words, box }) {
  const map = new maplibre.Map({
    container: place,
    style: pageStyle(state.theme, state.lang, textScale()),
    center: state.view ? [state.view.lng, state.view.lat] : [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2],
    zoom: state.view?.zoom ?? 13,
    maxZoom: MOST_ZOOM,
    fadeDuration: 0,
    pixelRatio: pixelRatio(place.clientWidth * place.clientHeight, window.devicePixelRatio || 1, drawingOfBrowser().software),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    trackResize: true,
    transformRequest: (url) => ({ url: new URL(url, window.location.href).href }),
    locale: { 'Map.Title': words.t('map.title') },
  });
  map.keyboard.disableRotation();
  map.touchZoomRotate.disableRotation();
  if (!state.view) map.fitBounds(box, { padding: 24, maxZoom: 17, animate: false });
  return map;
}

/** @param {maplibre.Map} map @param {{ layer: string, part: string, name: string, value: unknown }} change */
function setStylePart(map, { layer, part, name, value }) {
  if (part === 'paint') map.setPaintProperty(layer, name, value);
  else map.setLayoutProperty(layer, name, value);
}

/** @param {maplibre.Map} map @param {Theme} theme */
function replaceSymbols(map, theme) {
  for (const [name, image] of drawSymbols(PALETTES[theme])) {
    if (map.hasImage(name)) map.removeImage(name);
    map.addImage(name, image, { pixelRatio: SYMBOL_RATIO });
  }
}

/** @param {maplibre.Map} map @param {State} now @param {State | null} before */
function drawState(map, now, before) {
  if (!before || now.shown !== before.shown || now.layers !== before.layers || now.card !== before.card) drawLayers(map, now);
  if (before && coverageOf(now) !== coverageOf(before)) /** @type {maplibre.VectorSource} */ (map.getSource('areas')).setUrl('/tiles/areas.json');
  if (!before || now.selected !== before.selected) drawSelected(map, now, before);
  if (!before || /** @type {const} */ (['lists', 'closedToo', 'layers', 'picked', 'hovered', 'here', 'whistles', 'placeCard']).some((part) => now[part] !== before[part])) {
    for (const [name, data] of Object.entries(thingSources(now.wall === null ? now : bare(now)))) setSource(map, name, data);
  }
}

/** The wall has marks of its own. @param {State} state @returns {State} */
const bare = (state) => ({ ...state, layers: { ...state.layers, incidents: false, people: false, cameras: false }, whistles: [] });

/** Which state of the areas the site serves: their tiles are others when it changes. @param {State} state */
const coverageOf = ({ site }) => (site.status === 'ready' ? site.data.coverageVersion : null);

/** @param {State} state */
const levelOfCard = ({ card }) => (card.status === 'ready' ? card.data.area.properties.level : null);

/** @param {maplibre.Map} map @param {State} now */
function drawLayers(map, now) {
  for (const [layer, seen] of Object.entries(areaVisibility(now.shown, now.layers, levelOfCard(now)))) {
    map.setLayoutProperty(layer, 'visibility', seen ? 'visible' : 'none');
  }
  for (const { id } of map.getStyle().layers) {
    if (id.startsWith('base-')) map.setLayoutProperty(id, 'visibility', now.layers.base ? 'visible' : 'none');
    if (id.endsWith('-overlay')) map.setFilter(id, ['==', ['get', 'partition'], now.shown.partition]);
  }
}

/** @param {maplibre.Map} map @param {State} now @param {State | null} before */
function drawSelected(map, now, before) {
  for (const level of LEVELS) {
    const at = { source: 'areas', sourceLayer: level };
    if (before?.selected) map.setFeatureState({ ...at, id: before.selected.code }, { selected: false });
    if (now.selected) map.setFeatureState({ ...at, id: now.selected.code }, { selected: true });
  }
}

/** Moving without haste, unless the reader asked for no motion. */
const duration = () => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300);

/** @param {maplibre.Map} map */
function cameraOf(map) {
  return {
    /** @param {Box} box @param {number} [padding] */
    fit: (box, padding = 80) => void map.fitBounds(box, { padding, maxZoom: 17, duration: duration() }),
    /** @param {number} lng @param {number} lat */
    center: (lng, lat) => void map.easeTo({ center: [lng, lat], zoom: Math.max(map.getZoom(), 15.5), duration: duration() }),
    /** @param {View} view */
    goTo: (view) => void map.jumpTo({ center: [view.lng, view.lat], zoom: view.zoom }),
    /** @param {number} steps */
    zoomBy: (steps) => void (steps > 0 ? map.zoomIn({ duration: duration() }) : map.zoomOut({ duration: duration() })),
    metersPerPixel: () => metersPerPixel(map.getZoom(), map.getCenter().lat),
  };
}

/** @param {maplibre.Map} map @param {() => State} shown @param {MapActions} actions */
function centerOf(map, shown, actions) {
  return {
    selectCenter() {
      const { shown: what } = shown();
      const center = map.project(map.getCenter());
      const [feature] = map.queryRenderedFeatures([center.x, center.y], { layers: [`fill-${what.level}`] });
      if (feature) actions.selected({ partition: what.partition, code: String(feature.properties.code) });
    },
    askCenter() {
      const { lng, lat } = map.getCenter();
      actions.askedHere(lng, lat);
    },
  };
}
