import { BOLD } from './base-layers.js';

/** @typedef {import('./palette.js').Palette} Palette @typedef {import('./style.js').Layer} Layer */

/** The sources of what people tell each other on the map of a plan. */
export const TOGETHER_SOURCES = ['locks', 'lock-labels', 'comment-borders'];

/** Locked grids with a broken outline and the word for it. @param {Palette} palette @param {number} scale @returns {Layer[]} */
export const togetherLayers = (palette, scale) => [
  { id: 'plan-locks', type: 'line', source: 'plan-locks', layout: { 'line-join': 'round' }, paint: { 'line-color': palette.danger, 'line-width': 3, 'line-dasharray': [1, 1.5] } },
  {
    id: 'plan-lock-labels', type: 'symbol', source: 'plan-lock-labels',
    layout: { 'text-field': ['get', 'text'], 'text-font': BOLD, 'text-size': 11 * scale, 'text-offset': [0, 2.1], 'text-allow-overlap': true, 'text-ignore-placement': true },
    paint: { 'text-color': palette.danger, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
  },
  ...borders(palette),
];

/** The stretch of border that a comment is about: highlighted where it ran, broken where it runs by now. @param {Palette} palette @returns {Layer[]} */
const borders = (palette) => [false, true].map((moved) => ({
  id: `plan-comment-borders${moved ? '-moved' : ''}`, type: 'line', source: 'plan-comment-borders', filter: ['==', ['get', 'moved'], moved], layout: { 'line-join': 'round', 'line-cap': 'butt' },
  paint: { 'line-color': palette.accent, 'line-width': 8, 'line-opacity': 0.55, ...(moved ? { 'line-dasharray': [1, 0.6] } : {}) },
}));
