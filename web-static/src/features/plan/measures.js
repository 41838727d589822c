import { boxOf } from '../../map/box.js';
import { lengthMeters, metersBetween, sidesOf, squareMeters } from '../../map/measure.js';
import { ringsOf } from '../../map/snap.js';
import { contains } from './buildings.js';
import { slotOf } from './work.js';

/**
 * What can be measured of what is being drawn: its length, the stretch being drawn, how far it is to the nearest vertex, the
 * ground of a ring, and about how many households would come to lie on each side.
 *
 * @param {Drawn} drawn @param {PlanState} state
 * @returns {{ meters: number, stretch: number, toVertex: number | null, squareMeters: number | null, households: [number, number] | null }}
 */
export function measuresOf({ line, snapped }, state) {
  const { plan, work } = state;
  const grid = plan?.grids.features.find(({ id }) => id === (work?.values.face ?? state.selected));
  const ring = ringsOf(grid?.geometry ?? null)[0] ?? [];
  const end = line[line.length - 1];
  const isRing = work ? slotOf(work)?.kind === 'ring' : false;
  return {
    meters: lengthMeters(line),
    stretch: line.length > 1 ? metersBetween(line[line.length - 2], end) : 0,
    toVertex: snapped?.kind === 'vertex' || !end || ring.length === 0 ? null : Math.min(...ring.map((place) => metersBetween(place, end))),
    squareMeters: isRing && line.length > 2 ? squareMeters(line) : null,
    households: grid && !isRing && work?.tool === 'split' && snapped?.outer ? shared(sidesOf(ring, line), grid.properties.households, state.micro) : null,
  };
}

/**
 * About how many households come to each side: by the micro-grids whose middle is there, else by ground.
 *
 * @param {[Position[], Position[]] | null} sides @param {number} households @param {readonly GeoFeature<AreaProps>[]} micro @returns {[number, number] | null}
 */
function shared(sides, households, micro) {
  if (!sides) return null;
  const counted = sides.map((ring) => micro.filter((one) => isIn(one, ring)).reduce((sum, { properties }) => sum + (properties.households ?? 0), 0));
  const [one, other] = counted[0] + counted[1] > 0 ? counted : sides.map(squareMeters);
  if (one + other === 0) return null;
  const first = Math.round((households * one) / (one + other));
  return [first, households - first];
}

/** @param {GeoFeature<AreaProps>} micro @param {Position[]} ring */
function isIn({ geometry }, ring) {
  const box = boxOf(geometry);
  return box !== null && contains({ type: 'Polygon', coordinates: [ring] }, [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]);
}
