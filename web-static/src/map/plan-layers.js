import { BALANCE_SOURCES, proposalLayers, shadeLayer } from './balance-layers.js';
import { BOLD, FONT } from './base-layers.js';
import { TOGETHER_SOURCES, togetherLayers } from './together-layers.js';

/** @typedef {import('./palette.js').Palette} Palette @typedef {import('./style.js').Layer} Layer */

/** The sources of the planner's map; all are set by the page. */
export const PLAN_SOURCES = ['grids', 'labels', 'micro', 'before', 'theirs', 'halves', 'half-labels', 'path', 'vertices', 'marks', 'place', ...BALANCE_SOURCES, ...TOGETHER_SOURCES];

const ODD = ['match', ['get', 'verdict'], ['below', 'above'], true, false];
const CHOSEN = ['==', ['get', 'chosen'], true];

/**
 * What the planner's map shows over the base: the grids of the plan, the micro-grids of the chosen one, both halves of a
 * split, the new border, what somebody else changed, vertices to choose from, where something was refused, what was searched.
 *
 * @param {Palette} palette @param {number} [scale] of labels
 * @returns {Layer[]}
 */
export function planLayers(palette, scale = 1) {
  const line = (/** @type {string} */ id, /** @type {Record<string, unknown>} */ paint) =>
    /** @type {Layer} */ ({ id: `plan-${id}`, type: 'line', source: `plan-${id}`, layout: { 'line-join': 'round' }, paint });
  return [
    {
      id: 'plan-grids', type: 'fill', source: 'plan-grids',
      paint: {
        'fill-color': ['case', CHOSEN, palette.accent, ODD, palette.warn, palette.area],
        'fill-opacity': ['case', CHOSEN, 0.2, ODD, 0.16, 0.06], 'fill-antialias': false,
      },
    },
    shadeLayer(palette),
    {
      id: 'plan-halves', type: 'fill', source: 'plan-halves',
      paint: { 'fill-color': ['match', ['get', 'half'], 1, palette.accent, palette.camera], 'fill-opacity': 0.3, 'fill-antialias': false },
    },
    line('micro', { 'line-color': palette.areaEdge, 'line-width': 1, 'line-opacity': 0.8, 'line-dasharray': [2, 2] }),
    {
      id: 'plan-edges', type: 'line', source: 'plan-grids', layout: { 'line-join': 'round' },
      paint: { 'line-color': ['case', CHOSEN, palette.accent, palette.parentEdge], 'line-width': ['case', CHOSEN, 3, 1.4] },
    },
    line('before', { 'line-color': palette.warn, 'line-width': 2.5, 'line-dasharray': [3, 2] }),
    ...proposalLayers(palette, scale),
    { id: 'plan-theirs-ground', type: 'fill', source: 'plan-theirs', paint: { 'fill-color': palette.warn, 'fill-opacity': 0.25, 'fill-antialias': false } },
    line('theirs', { 'line-color': palette.warn, 'line-width': 3 }),
    line('path', { 'line-color': palette.accent, 'line-width': 4 }),
    {
      id: 'plan-vertices', type: 'circle', source: 'plan-vertices', minzoom: 14,
      paint: { 'circle-radius': ['interpolate', ['linear'], ['zoom'], 14, 2, 17, 4.5], 'circle-color': palette.halo, 'circle-stroke-color': palette.accent, 'circle-stroke-width': 1.8 },
    },
    {
      id: 'plan-marks', type: 'circle', source: 'plan-marks',
      paint: { 'circle-radius': 7, 'circle-color': ['match', ['get', 'name'], 'to', palette.accent, palette.halo], 'circle-stroke-color': palette.accent, 'circle-stroke-width': 3 },
    },
    label('labels', palette, scale),
    label('half-labels', palette, scale * 1.15),
    ...togetherLayers(palette, scale),
    {
      id: 'plan-place', type: 'circle', source: 'plan-place',
      paint: { 'circle-radius': 9, 'circle-color': 'transparent', 'circle-stroke-color': ['case', ['==', ['get', 'sought'], true], palette.accent, palette.danger], 'circle-stroke-width': 3 },
    },
  ];
}

/** @param {string} id @param {Palette} palette @param {number} scale @returns {Layer} */
function label(id, palette, scale) {
  return {
    id: `plan-${id}`, type: 'symbol', source: `plan-${id}`,
    layout: {
      'text-field': ['get', 'text'], 'text-font': id === 'labels' ? FONT : BOLD, 'text-size': 12 * scale,
      'text-max-width': 8, 'text-padding': 4, 'text-line-height': 1.25, 'text-allow-overlap': id !== 'labels',
    },
    paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 1.8 },
  };
}
