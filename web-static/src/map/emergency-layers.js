import { BOLD } from './base-layers.js';
import { PALETTES } from './palette.js';

/** @typedef {import('maplibre-gl').Map} GlMap */

const NAMES = 'emergency-names';
/** As short as they can be: they stand on the map. */
const WORDS = { zh: '应急', en: 'EMERGENCY' };
const WIDTH = [9, 4];
const DASHES = [2.2, 1.4];

/**
 * The grids where an emergency lasts: a dashed outline of two colours and a label in each, whatever the colours of the areas
 * are. Nothing is put on the map before there is one, and nothing is drawn again that is drawn already.
 *
 * @param {GlMap} map @param {number} scale of labels
 */
export function createEmergencies(map, scale) {
  /** @type {readonly unknown[]} */
  let drawn = [];
  return (/** @type {State} */ { emergencies, theme, lang }, /** @type {WallPicture | null} */ picture) => {
    // Whoever looks back sees nothing of now.
    const now = [picture?.past ? null : emergencies, theme, lang];
    if (now.every((one, i) => one === drawn[i])) return;
    drawn = now;
    draw(map, { emergencies: picture?.past ? null : emergencies, theme, word: WORDS[lang], scale });
  };
}

/** @param {GlMap} map @param {{ emergencies: readonly Emergency[] | null, theme: Theme, word: string, scale: number }} what */
function draw(map, { emergencies, theme, word, scale }) {
  const grids = (emergencies ?? []).flatMap((one) => one.grids);
  if (!map.getSource(NAMES)) {
    if (grids.length === 0) return;
    addAll(map, scale);
  }
  const { danger, halo } = PALETTES[theme];
  const codes = ['in', ['get', 'code'], ['literal', grids.map(({ code }) => code)]];
  for (const [i, colour] of [halo, danger].entries()) {
    map.setFilter(`emergency-edge-${i}`, /** @type {any} */ (codes));
    map.setPaintProperty(`emergency-edge-${i}`, 'line-color', colour);
  }
  map.setPaintProperty(NAMES, 'text-color', danger);
  map.setPaintProperty(NAMES, 'text-halo-color', halo);
  const source = /** @type {import('maplibre-gl').GeoJsonSource} */ (map.getSource(NAMES));
  source.setData(/** @type {any} */ ({ type: 'FeatureCollection', features: grids.flatMap(({ at }) => (at ? [{ type: 'Feature', geometry: at, properties: { word: `▲ ${word}` } }] : [])) }));
}

/** @param {GlMap} map @param {number} scale of the label */
function addAll(map, scale) {
  map.addSource(NAMES, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
  for (const [i, width] of WIDTH.entries()) {
    map.addLayer({
      id: `emergency-edge-${i}`, type: 'line', source: 'areas', 'source-layer': 'grid', layout: { 'line-join': 'round' },
      paint: { 'line-width': width * scale, ...(i === 0 ? {} : { 'line-dasharray': DASHES }) },
    }, 'label-district');
  }
  map.addLayer({
    id: NAMES, type: 'symbol', source: NAMES,
    layout: { 'text-field': ['get', 'word'], 'text-font': BOLD, 'text-size': 15 * scale, 'text-offset': [0, 2.4], 'text-allow-overlap': true, 'text-ignore-placement': true },
    paint: { 'text-halo-width': 2.5 },
  });
}
