/** @typedef {import('./palette.js').Palette} Palette @typedef {import('./style.js').Layer} Layer */

/** The reader's own fonts; the first name only tells the weight to the drawer of labels. */
export const FONT = ['Label Regular', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'sans-serif'];
export const BOLD = ['Label Bold', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'sans-serif'];

const MAIN = ['match', ['get', 'class'], ['expressway', 'trunk', 'arterial'], true, false];
const MINOR = ['match', ['get', 'class'], ['lane', 'path'], true, false];

/**
 * Width in pixels that grows with the zoom, by class of street.
 *
 * @param {number} main @param {number} middle @param {number} minor @param {number} more added for the edge
 */
const width = (main, middle, minor, more) => [
  'interpolate', ['exponential', 1.6], ['zoom'],
  12, ['case', MAIN, main * 0.3 + more * 0.3, MINOR, 0.2, middle * 0.3],
  15, ['case', MAIN, main + more, MINOR, minor + more * 0.5, middle + more],
  19, ['case', MAIN, main * 7 + more, MINOR, minor * 7 + more, middle * 7 + more],
];

/**
 * Ground, blocks, green, water, buildings, streets and their names.
 *
 * @param {Palette} palette @param {Lang} lang @param {number} [scale] of labels
 * @returns {Layer[]}
 */
export function baseLayers(palette, lang, scale = 1) {
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } },
    fill('base-block', 'block', 0, { 'fill-color': palette.block }),
    fill('base-green', 'green', 0, { 'fill-color': palette.green }),
    fill('base-water', 'water', 0, { 'fill-color': palette.water }),
    street('base-street-edge', 13, { 'line-color': palette.streetEdge, 'line-width': width(5, 3.2, 1.4, 1.6) }),
    street('base-street', 11, {
      'line-color': ['case', MAIN, palette.mainStreet, palette.street],
      'line-width': width(5, 3.2, 1.4, 0),
    }),
    fill('base-building', 'building', 14, {
      'fill-color': palette.building,
      'fill-outline-color': palette.buildingEdge,
      'fill-opacity': ['interpolate', ['linear'], ['zoom'], 14, 0, 14.8, 1],
    }),
    streetNames(palette, lang, scale),
  ];
}

/** @param {string} id @param {string} from @param {number} minzoom @param {Record<string, unknown>} paint @returns {Layer} */
function fill(id, from, minzoom, paint) {
  return { id, type: 'fill', source: 'base', 'source-layer': from, minzoom, paint: { 'fill-antialias': from === 'building', ...paint } };
}

/** @param {string} id @param {number} minzoom @param {Record<string, unknown>} paint @returns {Layer} */
function street(id, minzoom, paint) {
  return {
    id, type: 'line', source: 'base', 'source-layer': 'street', minzoom,
    layout: { 'line-cap': 'round', 'line-join': 'round' }, paint,
  };
}

/** @param {Palette} palette @param {Lang} lang @param {number} scale @returns {Layer} */
function streetNames(palette, lang, scale) {
  const name = lang === 'en' ? ['coalesce', ['get', 'name_en'], ['get', 'name_zh'], ''] : ['coalesce', ['get', 'name_zh'], ''];
  return {
    id: 'base-street-name', type: 'symbol', source: 'base', 'source-layer': 'street', minzoom: 14.5,
    layout: {
      'symbol-placement': 'line', 'symbol-spacing': 400, 'text-field': name, 'text-font': FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], 14.5, 10 * scale, 18, 13 * scale], 'text-max-angle': 25, 'text-padding': 8,
    },
    paint: { 'text-color': palette.streetText, 'text-halo-color': palette.halo, 'text-halo-width': 1.2 },
  };
}
