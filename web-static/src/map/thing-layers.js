/** @typedef {import('./palette.js').Palette} Palette @typedef {import('./style.js').Layer} Layer */

const PICKED = ['boolean', ['get', 'picked'], false];
const SEEING = ['boolean', ['get', 'seeing'], false];

/**
 * Tracks, what cameras see, cameras, incidents and the mark of the point that was asked about, from below to above.
 *
 * @param {Palette} palette
 * @param {number} [scale] of symbols
 * @returns {Layer[]}
 */
export function thingLayers(palette, scale = 1) {
  return [
    { id: 'place', type: 'line', source: 'place', layout: { 'line-join': 'round' }, paint: { 'line-color': palette.accent, 'line-width': 3 } },
    {
      id: 'tracks', type: 'line', source: 'tracks',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': ['case', PICKED, palette.accent, palette.track],
        'line-width': ['case', PICKED, 4, 1.4], 'line-opacity': ['case', PICKED, 1, 0.4],
      },
    },
    {
      id: 'sectors', type: 'fill', source: 'sectors', minzoom: 14,
      paint: { 'fill-color': ['case', PICKED, palette.accent, palette.camera], 'fill-opacity': ['case', PICKED, 0.35, SEEING, 0.2, 0.1] },
    },
    sectorEdge('sectors-measured', ['!=', ['get', 'certainty'], 'estimated'], palette, {}),
    sectorEdge('sectors-estimated', ['==', ['get', 'certainty'], 'estimated'], palette, { 'line-dasharray': [3, 2] }),
    symbol('cameras', ['concat', 'camera-', ['get', 'mark']], scale),
    rank(palette, scale),
    person(palette, scale),
    symbol('incidents', ['concat', 'incident-', ['get', 'mark']], scale),
    ...whistle(palette, scale),
    {
      id: 'picked', type: 'circle', source: 'marks', filter: ['==', ['get', 'mark'], 'picked'],
      paint: {
        'circle-radius': 15, 'circle-color': palette.accent, 'circle-opacity': 0.15,
        'circle-stroke-color': palette.accent, 'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'hovered', type: 'circle', source: 'marks', filter: ['==', ['get', 'mark'], 'hovered'],
      paint: { 'circle-radius': 13, 'circle-opacity': 0, 'circle-stroke-color': palette.text, 'circle-stroke-width': 2 },
    },
    {
      id: 'here', type: 'symbol', source: 'marks', filter: ['==', ['get', 'mark'], 'here'],
      layout: { 'icon-image': 'here', 'icon-anchor': 'center', 'icon-allow-overlap': true, 'icon-ignore-placement': true },
    },
  ];
}

/** @param {string} id @param {unknown} filter @param {Palette} palette @param {Record<string, unknown>} more @returns {Layer} */
function sectorEdge(id, filter, palette, more) {
  return {
    id, type: 'line', source: 'sectors', minzoom: 14, filter,
    paint: { 'line-color': ['case', PICKED, palette.accent, palette.camera], 'line-width': 1.2, 'line-opacity': 0.8, ...more },
  };
}

/** People carry their code where there is room for it. @param {Palette} palette @param {number} scale @returns {Layer} */
function person(palette, scale) {
  return {
    id: 'people', type: 'symbol', source: 'people', minzoom: 12,
    layout: {
      'icon-image': ['concat', 'person-', ['get', 'mark']], 'icon-allow-overlap': true, 'icon-ignore-placement': true, 'symbol-sort-key': ['get', 'rank'],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 12, 0.45 * scale, 15, 0.75 * scale, 17, 0.95 * scale],
      'text-field': ['step', ['zoom'], '', 15.5, ['get', 'id']], 'text-size': 11 * scale, 'text-offset': [0, 1.1], 'text-anchor': 'top', 'text-optional': true,
    },
    paint: { 'text-color': palette.track, 'text-halo-color': palette.ink, 'text-halo-width': 1.5 },
  };
}

/** Cameras that see the place asked about carry their rank. @param {Palette} palette @param {number} scale @returns {Layer} */
function rank(palette, scale) {
  return {
    id: 'camera-ranks', type: 'symbol', source: 'cameras', minzoom: 13, filter: ['>', ['get', 'rank'], 0],
    layout: {
      'text-field': ['to-string', ['get', 'rank']], 'text-size': 13 * scale, 'text-offset': [0.9, -0.8], 'text-allow-overlap': true, 'text-ignore-placement': true,
    },
    paint: { 'text-color': palette.text, 'text-halo-color': palette.ground, 'text-halo-width': 2 },
  };
}

/** Two rings around where somebody called for help, as sound spreads. @param {Palette} palette @param {number} scale @returns {Layer[]} */
function whistle(palette, scale) {
  const colour = ['match', ['get', 'mark'], 'whistle-unheard', palette.danger, 'whistle-reached', palette.quiet, palette.warn];
  return [14, 22].map((radius, i) => ({
    id: `whistle-${i + 1}`, type: 'circle', source: 'marks', filter: ['in', ['get', 'mark'], ['literal', ['whistle', 'whistle-unheard', 'whistle-reached']]],
    paint: { 'circle-radius': radius * scale, 'circle-opacity': 0, 'circle-stroke-color': colour, 'circle-stroke-width': (i === 0 ? 3 : 2) * scale, 'circle-stroke-opacity': i === 0 ? 1 : 0.6 },
  }));
}

/** @param {string} source @param {unknown} image @param {number} scale @returns {Layer} */
function symbol(source, image, scale) {
  return {
    id: source, type: 'symbol', source, minzoom: source === 'cameras' ? 13 : 0,
    layout: {
      'icon-image': image, 'icon-allow-overlap': true, 'icon-ignore-placement': true,
      'icon-size': ['interpolate', ['linear'], ['zoom'], 12, 0.5 * scale, 15, 0.8 * scale, 17, scale],
      ...(source === 'incidents' ? { 'symbol-sort-key': ['get', 'rank'] } : {}),
    },
  };
}
