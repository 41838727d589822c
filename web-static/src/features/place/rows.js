import { boxOf } from '../../map/box.js';
import { holds, lengthMeters, middleOf } from './shape.js';
import { address } from './title.js';

const PAGE = 2_000;

/**
 * The places of a kind as rows of a table: all of them, or those whose middle is in an area.
 *
 * @param {Page['api']} api @param {'estates' | 'buildings' | 'streets'} kind @param {AreaRef | null} area
 * @param {{ most: number, signal: AbortSignal }} how
 * @returns {Promise<{ features: PlaceFeature[], next: string | null }>}
 */
export async function readPlaceRows(api, kind, area, { most, signal }) {
  const outline = area ? (await api.card(area, signal)).area.geometry : null;
  const bbox = boxOf(outline)?.join();
  const [list, streets] = await Promise.all([
    api.placeList(kind, { bbox, limit: Math.min(most, PAGE) }, most, signal),
    kind === 'buildings' ? api.placeList('streets', { limit: PAGE }, PAGE, signal) : null,
  ]);
  /** @type {PlaceFeature[]} */
  const features = outline ? list.features.filter(({ geometry }) => geometry && holds(outline, middleOf(geometry))) : list.features;
  const byId = new Map(streets?.features.map((street) => [street.id, street]));
  for (const feature of features) {
    if (kind === 'buildings') address(feature, byId.get(feature.properties.street ?? ''));
    if (kind === 'streets' && feature.geometry) feature.properties.lengthMeters = lengthMeters(feature.geometry.coordinates);
  }
  return { features, next: list.next ?? null };
}
