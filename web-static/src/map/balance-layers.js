import { BOLD } from './base-layers.js';

/** @typedef {import('./palette.js').Palette} Palette @typedef {import('./style.js').Layer} Layer */

/** The sources of what the figures of a plan add to its map. */
export const BALANCE_SOURCES = ['shades', 'proposals', 'proposal-labels'];

/** How strongly each class of a figure is shaded; the legend has the same (ui/balance.css). */
const STRENGTHS = [0.06, 0.2, 0.36, 0.54, 0.74];

/** Shades of one hue, so that they tell more from less in every theme and to every eye. @param {Palette} palette @returns {Layer} */
export const shadeLayer = (palette) => ({
  id: 'plan-shades', type: 'fill', source: 'plan-shades',
  paint: { 'fill-color': palette.track, 'fill-opacity': ['match', ['get', 'shade'], ...STRENGTHS.flatMap((strength, i) => [i, strength]), 0], 'fill-antialias': false },
});

/** The lines that are proposed, each with its number. @param {Palette} palette @param {number} scale @returns {Layer[]} */
export const proposalLayers = (palette, scale) => [
  {
    id: 'plan-proposals', type: 'line', source: 'plan-proposals', layout: { 'line-join': 'round' },
    paint: { 'line-color': palette.accent, 'line-width': 3.5, 'line-dasharray': [2, 1.2] },
  },
  {
    id: 'plan-proposal-labels', type: 'symbol', source: 'plan-proposal-labels',
    layout: { 'text-field': ['get', 'text'], 'text-font': BOLD, 'text-size': 18 * scale, 'text-allow-overlap': true },
    paint: { 'text-color': palette.accent, 'text-halo-color': palette.halo, 'text-halo-width': 2.5 },
  },
];
