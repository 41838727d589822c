import { BOLD, FONT } from './base-layers.js';

/** @typedef {import('./palette.js').Palette} Palette @typedef {import('./style.js').Layer} Layer */

/** @type {Level[]} */
export const LEVELS = ['district', 'street', 'community', 'grid', 'micro-grid', 'overlay'];

/** @type {Record<Level, number>} */
const EDGE = { district: 2.6, street: 2.4, community: 2, grid: 1.2, 'micro-grid': 0.7, overlay: 1.8 };
const SELECTED = ['boolean', ['feature-state', 'selected'], false];
const HOVERED = ['boolean', ['feature-state', 'hovered'], false];

/**
 * Three layers a level: what is filled and clicked, the outline, the label. Which of them are seen is decided by
 * {@link areaVisibility}; drawn as served, grids are seen.
 *
 * @param {Palette} palette
 * @param {number} [scale] of labels
 * @returns {Layer[]}
 */
export function areaLayers(palette, scale = 1) {
  const seen = areaVisibility({ partition: 'tree', level: 'grid' }, { areas: true, labels: true });
  const layers = [
    ...LEVELS.map((level) => fill(level, palette)),
    ...[...LEVELS].reverse().map((level) => edge(level, palette)),
    ...LEVELS.map((level) => chosen(level, palette)),
    ...LEVELS.map((level) => label(level, palette, scale)),
  ];
  return layers.map((layer) => ({ ...layer, layout: { ...layer.layout, visibility: seen[layer.id] ? 'visible' : 'none' } }));
}

/** @param {Level} level @param {Palette} palette @returns {Layer} */
function fill(level, palette) {
  const odd = ['match', ['get', 'verdict'], ['below', 'above'], true, false];
  return {
    id: `fill-${level}`, type: 'fill', source: 'areas', 'source-layer': level,
    paint: {
      'fill-color': ['case', SELECTED, palette.accent, odd, palette.warn, palette.area],
      'fill-opacity': ['case', SELECTED, 0.22, HOVERED, 0.2, odd, 0.13, 0.05],
      'fill-antialias': false,
    },
  };
}

/** @param {Level} level @param {Palette} palette @returns {Layer} */
function edge(level, palette) {
  const fine = level === 'grid' || level === 'micro-grid';
  return {
    id: `edge-${level}`, type: 'line', source: 'areas', 'source-layer': level,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': fine ? palette.areaEdge : palette.parentEdge,
      'line-opacity': level === 'micro-grid' ? 0.6 : 0.9,
      'line-width': ['interpolate', ['linear'], ['zoom'], 10, EDGE[level] * 0.5, 15, EDGE[level], 19, EDGE[level] * 1.6],
    },
  };
}

/** @param {Level} level @param {Palette} palette @returns {Layer} */
function chosen(level, palette) {
  return {
    id: `chosen-${level}`, type: 'line', source: 'areas', 'source-layer': level,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': palette.accent, 'line-width': 3, 'line-opacity': ['case', SELECTED, 1, HOVERED, 0.6, 0] },
  };
}

/** @param {Level} level @param {Palette} palette @param {number} scale @returns {Layer} */
function label(level, palette, scale) {
  const mark = ['match', ['get', 'verdict'], 'above', ' ▲', 'below', ' ▼', ''];
  const households = ['case', ['>', ['to-number', ['get', 'households'], 0], 0], ['concat', '\n', ['to-string', ['get', 'households']], mark], ''];
  const name = ['coalesce', ['get', 'name'], ''];
  return {
    id: `label-${level}`, type: 'symbol', source: 'areas', 'source-layer': `${level}-label`,
    minzoom: level === 'micro-grid' ? 15.5 : 0,
    layout: {
      'text-field': level === 'grid' ? ['step', ['zoom'], name, 14.6, ['concat', name, households]] : name,
      'text-font': level === 'grid' || level === 'micro-grid' ? FONT : BOLD,
      'text-size': ['interpolate', ['linear'], ['zoom'], 12, (level === 'grid' ? 10 : 12) * scale, 16, (level === 'micro-grid' ? 11 : 14) * scale],
      'text-max-width': level === 'grid' ? 5 : 8, 'text-padding': 4, 'text-line-height': 1.25,
    },
    paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
  };
}

/**
 * Which area layers are seen: of the shown level all, of the levels above it the outline, and the chosen area whatever
 * its level.
 *
 * @param {Shown} shown
 * @param {{ areas: boolean, labels: boolean }} layers
 * @param {Level | null} [chosenLevel]
 * @returns {Record<string, boolean>}
 */
export function areaVisibility(shown, layers, chosenLevel = null) {
  const rank = LEVELS.indexOf(shown.level);
  /** @type {Record<string, boolean>} */
  const seen = {};
  LEVELS.forEach((level, i) => {
    const active = i === rank;
    const above = level !== 'overlay' && (shown.level === 'overlay' ? level === 'street' : i < rank);
    seen[`fill-${level}`] = layers.areas && active;
    seen[`edge-${level}`] = layers.areas && (active || above);
    seen[`chosen-${level}`] = layers.areas && (active || level === chosenLevel);
    seen[`label-${level}`] = layers.areas && layers.labels && active;
  });
  return seen;
}
