import * as maplibre from 'maplibre-gl';
import { baseLayers } from './base-layers.js';
import { createCommentMarks } from './comment-marks.js';
import { createDrawing } from './draw.js';
import { listenToHolds } from './hold.js';
import { PALETTES } from './palette.js';
import { pixelRatio } from './pixels.js';
import { PLAN_SOURCES, planLayers } from './plan-layers.js';
import { textScale } from './scale.js';
import { drawingOfBrowser } from './webgl.js';

const NOTHING = { type: 'FeatureCollection', features: [] };
const MOST_ZOOM = 20;
/** Near enough to see a building's corner. */
const CLOSE_ZOOM = 17;
const ON_BORDERS = { vertex: true, edge: true, street: false };

maplibre.setWorkerUrl(new URL('../vendor/maplibre-gl@6.17.0/maplibre-gl-worker.mjs', import.meta.url).href);
maplibre.setWorkerCount(1);

/**
 * The planner's map: shows a picture of the plan and lets lines, rings and points be drawn.
 *
 * @param {HTMLElement} place
 * @param {{ picture: PlanPicture, title: string, box: Box, actions: PlanMapActions }} start
 * @returns {PlanMapView}
 */
export function createPlanMap(place, { picture, title, box, actions }) {
  const map = new maplibre.Map({
    container: place,
    style: styleOf(picture),
    center: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2],
    zoom: 13, maxZoom: MOST_ZOOM, fadeDuration: 0,
    pixelRatio: pixelRatio(place.clientWidth * place.clientHeight, window.devicePixelRatio || 1, drawingOfBrowser().software),
    attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, trackResize: true,
    transformRequest: (url) => ({ url: new URL(url, window.location.href).href }),
    locale: { 'Map.Title': title },
  });
  map.keyboard.disableRotation();
  map.touchZoomRotate.disableRotation();
  map.fitBounds(box, { padding: 40, maxZoom: 17, animate: false });
  let shown = picture;
  let ready = false;
  const drawing = createDrawing(map, { picture: () => shown, colour: () => PALETTES[shown.theme].accent, actions });
  const marks = createCommentMarks(map, actions.commented);
  map.once('style.load', () => {
    ready = true;
    drawAll(map, shown);
    marks.show(shown.sources.comments ?? []);
    drawing.follow(shown.gesture);
  });
  // Where the map looks is told in the document too, for whatever looks at the page from outside.
  const tellView = () => void (place.dataset.view = [map.getCenter().lng, map.getCenter().lat, map.getZoom()].join(' '));
  map.on('moveend', tellView);
  tellView();
  map.on('error', (event) => actions.failed(String(event.error?.message ?? event.error ?? '')));
  listenToChoices(map, drawing, actions);
  return {
    apply(next) {
      const before = shown;
      shown = next;
      if (!ready) return;
      if (before.sources.comments !== next.sources.comments) marks.show(next.sources.comments ?? []);
      if (before.theme !== next.theme || before.lang !== next.lang) {
        drawing.stop();
        return restyle(map, next, () => drawing.follow(shown.gesture));
      }
      for (const name of PLAN_SOURCES) if (before.sources[name] !== next.sources[name]) setSource(map, name, next);
      drawing.follow(next.gesture);
    },
    fit: (wanted, padding = 80, top = padding) => void map.fitBounds(wanted, { padding: { top, bottom: padding, left: padding, right: padding }, maxZoom: 18, duration: 0 }),
    zoomBy: (steps) => void (steps > 0 ? map.zoomIn({ duration: 0 }) : map.zoomOut({ duration: 0 })),
    center: ([lng, lat]) => void map.jumpTo({ center: [lng, lat], zoom: Math.max(map.getZoom(), CLOSE_ZOOM) }),
    finish: drawing.finish,
    takeBack: drawing.takeBack,
    resized: () => map.resize(),
  };
}

/** A click chooses a grid, a long press a vertex or border, unless something is drawn. @param {maplibre.Map} map @param {ReturnType<typeof createDrawing>} drawing @param {PlanMapActions} actions */
function listenToChoices(map, drawing, actions) {
  const faceAt = (/** @type {{ x: number, y: number }} */ { x, y }) => {
    const [feature] = map.queryRenderedFeatures([x, y], { layers: ['plan-grids'] });
    return feature ? String(feature.properties.face) : null;
  };
  map.on('click', (event) => {
    if (drawing.active) return;
    const face = faceAt(event.point);
    if (face) actions.chosen(face, [event.lngLat.lng, event.lngLat.lat]);
  });
  listenToHolds(map.getCanvas(), (at) => {
    if (!drawing.active) actions.held(drawing.snapping.find(at, ON_BORDERS), faceAt(at));
  });
}

/** @param {PlanPicture} picture */
function styleOf({ theme, lang }) {
  const palette = PALETTES[theme];
  /** @type {Record<string, object>} */
  const sources = { base: { type: 'vector', url: '/tiles/base.json' } };
  for (const name of PLAN_SOURCES) sources[`plan-${name}`] = { type: 'geojson', data: NOTHING };
  return { version: 8, name: `Wangge plan ${theme}`, sources, layers: [...baseLayers(palette, lang, textScale()), ...planLayers(palette, textScale())] };
}

/** @param {maplibre.Map} map @param {PlanPicture} picture @param {() => void} then */
function restyle(map, picture, then) {
  map.once('style.load', () => {
    drawAll(map, picture);
    then();
  });
  map.setStyle(styleOf(picture), { diff: false });
}

/** @param {maplibre.Map} map @param {PlanPicture} picture */
function drawAll(map, picture) {
  for (const name of PLAN_SOURCES) setSource(map, name, picture);
}

/** @param {maplibre.Map} map @param {string} name @param {PlanPicture} picture */
function setSource(map, name, picture) {
  const features = picture.sources[name] ?? [];
  /** @type {maplibre.GeoJsonSource | undefined} */ (map.getSource(`plan-${name}`))?.setData({ type: 'FeatureCollection', features });
}
