import { Problem } from '../../app/problem.js';
import { boxOf } from '../../map/box.js';
import { lengthMeters, middleOf } from './shape.js';
import { address } from './title.js';

/** @typedef {(path: string, query?: Record<string, unknown>) => Promise<any>} Get asks of /api/places */

/** What parts lead to what has a card. @type {Readonly<Record<string, (part: PlaceProps) => string>>} */
const WHOLES = {
  units: (unit) => `buildings/${unit.building}`,
  households: (home) => `buildings/${home.building}`,
  'street-numbers': (number) => `streets/${number.street}`,
};

/**
 * All that the card of a place says. A unit, a door or a house number leads to what it is part of.
 *
 * @param {Page} page @param {PlaceRef} ref @param {AbortSignal} signal @returns {Promise<PlaceData>}
 */
export async function readPlace({ api, store }, ref, signal) {
  /** @type {Get} */
  const get = (path, query = {}) => api.get(`/api/places/${path}`, query, signal);
  const { site } = store.state();
  // Units and doors are for those who work here.
  const isStaff = site.status === 'ready' && site.data.canRead.length > 0;
  const asked = await get(`${ref.kind}/${encodeURIComponent(ref.id)}`);
  const whole = ref.kind in WHOLES ? WHOLES[ref.kind] : null;
  const place = whole ? await get(whole(asked.properties)) : asked;
  const [lon, lat] = middleOf(place.geometry);
  const [chain, more] = await Promise.all([chainAt(api, lon, lat, signal), partsOf(place, get, isStaff)]);
  /** @type {PlaceData} */
  const nothing = { place, part: whole ? asked : null, chain, estate: null, street: null, units: [], buildings: [], numbers: null };
  return { ...nothing, ...more };
}

/** @param {PlaceFeature} place @param {Get} get @param {boolean} isStaff @returns {Promise<Partial<PlaceData>>} */
async function partsOf(place, get, isStaff) {
  switch (place.properties.kind) {
    case 'buildings': return building(place, get, isStaff);
    case 'estates': return { buildings: (await get('buildings', { estate: place.id, limit: 1000 })).features };
    case 'streets': return street(place, get);
    default: return {};
  }
}

/** @param {PlaceFeature} place @param {Get} get @param {boolean} isStaff @returns {Promise<Partial<PlaceData>>} */
async function building(place, get, isStaff) {
  const { id, estate, street: streetId } = place.properties;
  const [estateFound, streetFound, units] = await Promise.all([
    estate ? get(`estates/${estate}`) : null, streetId ? get(`streets/${streetId}`) : null, isStaff ? unitsOf(id, get) : [],
  ]);
  address(place, streetFound);
  return { estate: estateFound, street: streetFound, units };
}

/**
 * The units of a building; of a small one the unit it shares with others.
 *
 * @param {string} id @param {Get} get @returns {Promise<PlaceFeature[]>}
 */
async function unitsOf(id, get) {
  const { features } = await get('units', { building: id });
  if (features.length > 0) return features;
  const homes = (await get('households', { building: id, limit: 1 })).features;
  return homes.length > 0 ? [await get(`units/${homes[0].properties.unit}`)] : [];
}

/** @param {PlaceFeature} place @param {Get} get @returns {Promise<Partial<PlaceData>>} */
async function street(place, get) {
  const box = boxOf(place.geometry);
  if (!box) return {};
  place.properties.lengthMeters = lengthMeters(/** @type {Geometry} */ (place.geometry).coordinates);
  const beside = 0.002;
  const bbox = [box[0] - beside, box[1] - beside, box[2] + beside, box[3] + beside].join();
  const { features } = await get('street-numbers', { bbox, limit: 10_000 });
  const numbers = features.filter((/** @type {PlaceFeature} */ one) => one.properties.street === place.id).map((/** @type {any} */ one) => one.properties.number);
  return { numbers: numbers.length > 0 ? { count: numbers.length, least: Math.min(...numbers), most: Math.max(...numbers) } : null };
}

/** The areas around a point; none outside every grid. @param {Page['api']} api @param {number} lon @param {number} lat @param {AbortSignal} signal */
async function chainAt(api, lon, lat, signal) {
  try {
    return (await api.at(lon, lat, signal)).chain;
  } catch (error) {
    if (error instanceof Problem && error.body.code === 'outside-every-grid') return [];
    throw error;
  }
}
