import { BOLD } from './base-layers.js';

/** @typedef {import('./palette.js').Palette} Palette @typedef {import('./style.js').Layer} Layer */

/** The sources of what people tell each other on the map of a plan. */
export const TOGETHER_SOURCES = ['locks', 'lock-labels', 'comments'];

/** Locked grids with a broken outline and the word for it; comments as numbered dots, those that answer none. @param {Palette} palette @param {number} scale @returns {Layer[]} */
export const togetherLayers = (palette, scale) => [
  { id: 'plan-locks', type: 'line', source: 'plan-locks', layout: { 'line-join': 'round' }, paint: { 'line-color': palette.danger, 'line-width': 3, 'line-dasharray': [1, 1.5] } },
  {
    id: 'plan-lock-labels', type: 'symbol', source: 'plan-lock-labels',
    layout: { 'text-field': ['get', 'text'], 'text-font': BOLD, 'text-size': 11 * scale, 'text-offset': [0, 2.1], 'text-allow-overlap': true, 'text-ignore-placement': true },
    paint: { 'text-color': palette.danger, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
  },
  ...dots(palette, scale, false), ...dots(palette, scale, true),
];

/** Comments; those about a grid stand above its label, those about a place on it. @param {Palette} palette @param {number} scale @param {boolean} ofGrid @returns {Layer[]} */
const dots = (palette, scale, ofGrid) => {
  const filter = ['==', ['get', 'ofGrid'], ofGrid];
  const up = ofGrid ? [0, -28] : [0, 0];
  return [
    {
      id: `plan-comments${ofGrid ? '-grid' : ''}`, type: 'circle', source: 'plan-comments', filter,
      paint: { 'circle-translate': up, 'circle-radius': ['case', ['==', ['get', 'front'], true], 13, 10], 'circle-color': palette.accent, 'circle-stroke-color': palette.halo, 'circle-stroke-width': 2 },
    },
    {
      id: `plan-comment-numbers${ofGrid ? '-grid' : ''}`, type: 'symbol', source: 'plan-comments', filter,
      layout: { 'text-field': ['get', 'text'], 'text-font': BOLD, 'text-size': 11 * scale, 'text-allow-overlap': true, 'text-ignore-placement': true },
      paint: { 'text-color': palette.halo, 'text-translate': up },
    },
  ];
};
