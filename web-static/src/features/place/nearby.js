/** Which address lies nearest to a place. */

/** A building farther away than this does not tell where a place is. */
const WITHIN_METERS = 90;
const METERS_PER_DEGREE = 111_195;

/**
 * The address of the nearest building, and how far it is; null where there is none near.
 *
 * @param {Page['api']} api @param {Position} at @param {AbortSignal} signal
 * @returns {Promise<{ names: Record<Lang, string>, meters: number } | null>}
 */
export async function addressNear(api, at, signal) {
  const list = await api.get('/api/places/buildings', { bbox: boxAround(at).join(','), limit: 200 }, signal);
  const near = nearestOf(list.features.filter(isAddressed), at);
  if (!near || near.meters > WITHIN_METERS) return null;
  const { nameZh, nameEn, street, gateNumber } = near.feature.properties;
  if (nameZh) return { names: { zh: nameZh, en: nameEn || nameZh }, meters: near.meters };
  const { properties } = await api.get(`/api/places/streets/${encodeURIComponent(street)}`, {}, signal);
  return { names: { zh: `${properties.nameZh}${gateNumber}号`, en: `${gateNumber} ${properties.nameEn || properties.nameZh}` }, meters: near.meters };
}

/** @param {GeoFeature<any>} building */
const isAddressed = ({ geometry, properties }) => Boolean(geometry && (properties.nameZh || (properties.street && properties.gateNumber)));

/** @param {Position} at @returns {Box} */
function boxAround([lon, lat]) {
  const dLat = WITHIN_METERS / METERS_PER_DEGREE;
  const dLon = dLat / Math.cos((lat * Math.PI) / 180);
  return /** @type {Box} */ ([lon - dLon, lat - dLat, lon + dLon, lat + dLat].map((degrees) => Number(degrees.toFixed(7))));
}

/**
 * The area nearest to a point, by its corners: houses are small.
 *
 * @template {GeoFeature<any>} F
 * @param {F[]} areas @param {Position} at
 * @returns {{ feature: F, meters: number } | null}
 */
export function nearestOf(areas, at) {
  let nearest = null;
  for (const feature of areas) {
    /** @type {Position[]} */
    const corners = feature.geometry?.coordinates.flat(feature.geometry.type === 'MultiPolygon' ? 2 : 1) ?? [];
    const meters = Math.min(...corners.map((corner) => metersBetween(corner, at)));
    if (!nearest || meters < nearest.meters) nearest = { feature, meters };
  }
  return nearest;
}

/** On a plane, which over a few hundred metres is as good. @param {Position} a @param {Position} b */
export function metersBetween(a, b) {
  const east = (a[0] - b[0]) * Math.cos((b[1] * Math.PI) / 180);
  return Math.hypot(east, a[1] - b[1]) * METERS_PER_DEGREE;
}
