import { holds, metersTo } from './shape.js';

/** A box of about this much around a click is asked for. */
const AROUND_DEGREES = 0.0003;
const STREET_METERS = 30;

/**
 * Which place of a kind is at a point: the smallest outline that holds it, or the nearest line.
 *
 * @param {Page['api']} api @param {string} kind @param {Position} point @param {AbortSignal} signal @returns {Promise<PlaceFeature | null>}
 */
export async function placeAt(api, kind, [lng, lat], signal) {
  const bbox = [lng - AROUND_DEGREES, lat - AROUND_DEGREES, lng + AROUND_DEGREES, lat + AROUND_DEGREES].map((d) => d.toFixed(7)).join();
  const { features } = await api.get(`/api/places/${kind}`, { bbox, limit: 200 }, signal);
  return nearestOf(features, [lng, lat]);
}

/** @param {PlaceFeature[]} features @param {Position} point @returns {PlaceFeature | null} */
export function nearestOf(features, point) {
  const ranked = features.flatMap((feature) => {
    const { type, coordinates } = /** @type {Geometry} */ (feature.geometry);
    if (type === 'LineString') {
      const meters = metersTo(coordinates, point);
      return meters <= STREET_METERS ? [{ feature, by: meters }] : [];
    }
    return holds(/** @type {Geometry} */ (feature.geometry), point) ? [{ feature, by: extent(coordinates) }] : [];
  });
  return ranked.sort((a, b) => a.by - b.by)[0]?.feature ?? null;
}

/** Area of the box around an outline. @param {any} coordinates */
function extent(coordinates) {
  const numbers = coordinates.flat(Infinity);
  const [xs, ys] = [0, 1].map((axis) => numbers.filter((/** @type {number} */ _, /** @type {number} */ i) => i % 2 === axis));
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}
