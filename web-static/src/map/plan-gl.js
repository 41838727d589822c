import * as maplibre from 'maplibre-gl';
import { baseLayers } from './base-layers.js';
import { createLineDrawing } from './draw-line.js';
import { PALETTES } from './palette.js';
import { pixelRatio } from './pixels.js';
import { PLAN_SOURCES, planLayers } from './plan-layers.js';
import { drawingOfBrowser } from './webgl.js';

const NOTHING = { type: 'FeatureCollection', features: [] };
const MOST_ZOOM = 20;

maplibre.setWorkerUrl(new URL('../vendor/maplibre-gl@6.17.0/maplibre-gl-worker.mjs', import.meta.url).href);
maplibre.setWorkerCount(1);

/**
 * The planner's map: shows a picture of the plan and lets a line be drawn.
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
  const line = createLineDrawing(map, {
    colour: () => PALETTES[shown.theme].accent,
    borders: () => shown.borders,
    drawn: actions.drawn,
    cancelled: actions.cancelled,
  });
  map.once('style.load', () => {
    ready = true;
    drawAll(map, shown);
    if (shown.drawing) line.start();
  });
  // Where the map looks is told in the document too, for whatever looks at the page from outside.
  const tellView = () => void (place.dataset.view = [map.getCenter().lng, map.getCenter().lat, map.getZoom()].join(' '));
  map.on('moveend', tellView);
  tellView();
  map.on('error', (event) => actions.failed(String(event.error?.message ?? event.error ?? '')));
  map.on('click', (event) => {
    if (line.active) return;
    const [feature] = map.queryRenderedFeatures([event.point.x, event.point.y], { layers: ['plan-grids'] });
    if (feature) actions.chosen(String(feature.properties.face));
  });
  return {
    apply(next) {
      const before = shown;
      shown = next;
      if (!ready) return;
      if (before.theme !== next.theme || before.lang !== next.lang) return restyle(map, next, () => next.drawing && line.start());
      for (const name of PLAN_SOURCES) if (before.sources[name] !== next.sources[name]) setSource(map, name, next);
      if (next.drawing && !line.active) line.start();
      if (!next.drawing && line.active) line.stop();
    },
    fit: (wanted, padding = 80) => void map.fitBounds(wanted, { padding, maxZoom: 18, duration: 0 }),
    zoomBy: (steps) => void (steps > 0 ? map.zoomIn({ duration: 0 }) : map.zoomOut({ duration: 0 })),
    resized: () => map.resize(),
  };
}

/** @param {PlanPicture} picture */
function styleOf({ theme, lang }) {
  const palette = PALETTES[theme];
  /** @type {Record<string, object>} */
  const sources = { base: { type: 'vector', url: '/tiles/base.json' } };
  for (const name of PLAN_SOURCES) sources[`plan-${name}`] = { type: 'geojson', data: NOTHING };
  return { version: 8, name: `Wangge plan ${theme}`, sources, layers: [...baseLayers(palette, lang), ...planLayers(palette)] };
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
