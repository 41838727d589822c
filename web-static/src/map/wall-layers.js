import { changed } from '../features/wall/classes.js';
import { difference } from '../features/wall/marks.js';
import { CLASS_OPACITY, WALL_PALETTES } from './wall-palette.js';
import { createWallMarks } from './wall-marks.js';
import { createWallNotes } from './wall-notes.js';
import { quadsOf } from './wall-quads.js';

/** @typedef {import('maplibre-gl').Map} GlMap */

const NOTHING = { type: 'FeatureCollection', features: [] };
/** Those whose numbers are made here. */
const MADE = /** @type {const} */ (['cameras', 'incidents']);
const MARKED = /** @type {const} */ (['cameras', 'people', 'incidents']);
const CLASS = ['coalesce', ['feature-state', 'wall'], -1];

/**
 * What the wall puts on the map: areas in the colours of their classes, and marks of its own. Only what has changed is told
 * to the map: classes as states of areas, what makes heat as differences.
 * Marks are drawn above it, and above them what is written.
 *
 * @param {GlMap} map @param {number} scale of symbols
 */
export function createWallLayers(map, scale) {
  /** @type {WallPicture | null} */
  let drawn = null;
  /** @type {Theme | null} */
  let theme = null;
  const marks = createWallMarks(map, scale);
  const notes = createWallNotes(map, scale);

  /** @param {WallPicture} now */
  const show = (now) => {
    if (theme === null) addAll(map, scale);
    if (theme !== now.theme) {
      dress(map, now.theme);
      marks.dress(now.theme);
    }
    theme = now.theme;
    if (drawn?.classes !== now.classes) classify(map, now, drawn?.classes ?? new Map());
    if (drawn?.people !== now.people) marks.put('people', now.people);
    for (const kind of MADE) if (drawn?.[kind] !== now[kind]) marks.put(kind, quadsOf(now[kind].values()));
    renewHeat(map, drawn?.incidents ?? new Map(), now.incidents);
    if (drawn?.density !== now.density || drawn?.strength !== now.strength) weigh(map, now, marks);
    notes.show(now);
    drawn = now;
  };
  return { show };
}

/** @param {GlMap} map @param {WallPicture} now @param {ReadonlyMap<string, number>} before */
function classify(map, { level, classes }, before) {
  for (const [code, at] of changed(before, classes)) map.setFeatureState({ source: 'areas', sourceLayer: level, id: code }, { wall: at ?? -1 });
}

/** @param {GlMap} map @param {string} name */
const source = (map, name) => /** @type {import('maplibre-gl').GeoJsonSource} */ (map.getSource(name));

/** @param {GlMap} map @param {ReadonlyMap<string, WallMark>} before @param {ReadonlyMap<string, WallMark>} now */
function renewHeat(map, before, now) {
  if (before === now) return;
  const { put, gone } = difference(before, now);
  if (put.length + gone.length === 0) return;
  source(map, 'wall-incidents').updateData({
    remove: gone,
    add: put.map(({ id, at, rank }) => ({ type: 'Feature', id, geometry: { type: 'Point', coordinates: at }, properties: { id, rank } })),
  });
}

/** @param {GlMap} map @param {number} scale */
function addAll(map, scale) {
  map.addSource('wall-incidents', { type: 'geojson', data: NOTHING, promoteId: 'id' });
  for (const level of ['community', 'grid']) {
    map.addLayer({ id: `wall-class-${level}`, type: 'fill', source: 'areas', 'source-layer': level, paint: { 'fill-opacity': ['case', ['>=', CLASS, 0], CLASS_OPACITY, 0], 'fill-antialias': false } }, 'edge-overlay');
    map.setPaintProperty(`fill-${level}`, 'fill-opacity', 0);
  }
  map.setLayoutProperty('label-grid', 'text-field', ['coalesce', ['get', 'name'], '']);
  map.addLayer({
    id: 'wall-heat', type: 'heatmap', source: 'wall-incidents',
    paint: { 'heatmap-weight': ['+', 1, ['/', ['get', 'rank'], 3]], 'heatmap-radius': ['interpolate', ['exponential', 2], ['zoom'], 11, 18 * scale, 16, 170 * scale], 'heatmap-intensity': 0.9, 'heatmap-opacity': 0.85 },
  }, 'label-district');
}

/** The colours of a theme. @param {GlMap} map @param {Theme} theme */
function dress(map, theme) {
  const { classes } = WALL_PALETTES[theme];
  for (const level of ['community', 'grid']) map.setPaintProperty(`wall-class-${level}`, 'fill-color', ['match', CLASS, ...classes.flatMap((colour, at) => [at, colour]), 'rgba(0,0,0,0)']);
  map.setPaintProperty('wall-heat', 'heatmap-color', ['interpolate', ['linear'], ['heatmap-density'], 0, 'rgba(0,0,0,0)', ...classes.slice(1).flatMap((colour, i) => [0.12 + i * 0.28, colour])]);
}

/** How strongly each layer is drawn, and whether incidents are marks, numbers or heat. @param {GlMap} map @param {WallPicture} picture @param {ReturnType<typeof createWallMarks>} marks */
function weigh(map, { density, strength }, marks) {
  for (const kind of MARKED) marks.weigh(kind, kind === 'incidents' && density !== 'marks' ? 0 : strength[kind]);
  map.setLayoutProperty('wall-heat', 'visibility', density === 'heat' ? 'visible' : 'none');
  map.setPaintProperty('wall-heat', 'heatmap-opacity', 0.85 * strength.incidents);
}
