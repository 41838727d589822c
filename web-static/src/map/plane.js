/**
 * The plane of the map without WebGL: web Mercator in units of which `UNITS` make the width of the world, so that
 * coordinates of a town are whole enough for SVG. North is up, so y grows to the south.
 */
const UNITS = 4e7;
/** Pixels of the world's width at zoom 0. */
const WORLD_PIXELS = 512;

/** @param {number} lng @param {number} lat @returns {Position} */
export function toPlane(lng, lat) {
  const sin = Math.sin((lat * Math.PI) / 180);
  return [((lng + 180) / 360) * UNITS, (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * UNITS];
}

/** @param {number} x @param {number} y */
export function fromPlane(x, y) {
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / UNITS))) * 180) / Math.PI;
  return { lng: (x / UNITS) * 360 - 180, lat };
}

/** @param {number} zoom */
export const unitsPerPixel = (zoom) => UNITS / (WORLD_PIXELS * 2 ** zoom);

/**
 * The view that shows a box in a picture of some pixels.
 *
 * @param {Box} box @param {number} width @param {number} height @param {number} mostZoom
 * @returns {View}
 */
export function viewOfBox([west, south, east, north], width, height, mostZoom) {
  const [left, bottom] = toPlane(west, south);
  const [right, top] = toPlane(east, north);
  const center = fromPlane((left + right) / 2, (top + bottom) / 2);
  const perPixel = Math.max((right - left) / Math.max(width, 1), (bottom - top) / Math.max(height, 1), 1e-9);
  return { ...center, zoom: Math.min(mostZoom, Math.log2(UNITS / (WORLD_PIXELS * perPixel))) };
}

/**
 * The path of a polygon or line geometry, in whole tenths of a unit relative to an origin.
 *
 * @param {Geometry} geometry @param {Position} origin
 * @returns {string}
 */
export function pathOf(geometry, origin) {
  /** @param {Position[]} line @param {string} end */
  const draw = (line, end) =>
    'M' + line.map(([lng, lat]) => {
      const [x, y] = toPlane(lng, lat);
      return `${(x - origin[0]).toFixed(1)} ${(y - origin[1]).toFixed(1)}`;
    }).join('L') + end;
  const { type, coordinates } = geometry;
  if (type === 'Polygon') return coordinates.map((/** @type {Position[]} */ ring) => draw(ring, 'Z')).join('');
  if (type === 'MultiPolygon') return coordinates.flat().map((/** @type {Position[]} */ ring) => draw(ring, 'Z')).join('');
  return type === 'LineString' ? draw(coordinates, '') : '';
}
