import { boxOf } from '../../map/box.js';
import { ringsOf } from '../../map/snap.js';

/** How much around a click is asked for, in degrees: some metres. */
const AROUND = 0.00006;

/**
 * Chooses the building at a place of the map.
 *
 * @param {PlanStore} store @param {PlanRequests} requests @param {Position} place @param {(input: WorkInput) => void} did
 */
export async function pickBuilding(store, requests, place, did) {
  const { work } = store.state();
  const [lng, lat] = place;
  const { features } = await requests.buildings([lng - AROUND, lat - AROUND, lng + AROUND, lat + AROUND]).catch(() => ({ features: [] }));
  const hit = features.find(({ geometry }) => contains(geometry, place)) ?? features[0];
  if (hit && store.state().work === work) did({ did: 'building', building: String(hit.id) });
}

/** The buildings of a grid, for whoever chooses from a list. @param {PlanRequests} requests @param {GeoFeature<PlanFace>} grid */
export async function buildingsOf(requests, { geometry }) {
  const box = boxOf(geometry);
  if (!box) return [];
  const { features } = await requests.buildings(box);
  return features.filter((building) => {
    const middle = middleOf(building.geometry);
    return middle !== null && contains(geometry, middle);
  });
}

/** Whether a place lies within the outer rings and outside the holes of a shape. @param {Geometry | null} geometry @param {Position} place */
export function contains(geometry, [x, y]) {
  let inside = false;
  for (const ring of ringsOf(geometry)) {
    for (let i = 1; i < ring.length; i++) {
      const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
  }
  return inside;
}

/** @param {Geometry | null} geometry @returns {Position | null} */
function middleOf(geometry) {
  const box = boxOf(geometry);
  return box ? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] : null;
}
