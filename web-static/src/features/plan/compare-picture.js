import { boxOf } from '../../map/box.js';

/** Outlines of two sides on one plane, for a picture. Pure. */

const LONGER = 900;
const MARGIN = 12;

/**
 * Both sides' grids as paths, over the same ground and at the same scale.
 *
 * @param {ComparedData} compared
 */
export function comparePicture({ a, b, retired, born, outlines }) {
  const all = [...a.grids.features, ...b.grids.features];
  const plane = planeOf(all.flatMap(({ geometry }) => [boxOf(geometry)]).filter((box) => box !== null));
  const codes = (/** @type {{ code: string }[]} */ grids) => new Set(grids.map(({ code }) => code));
  const moved = codes(outlines.filter(({ movesGround }) => movesGround));
  /** @param {GeoFeature<ImpactGrid>[]} grids @param {Set<string>} own @param {string} name */
  const side = (grids, own, name) => grids.flatMap(({ geometry, properties }) => {
    const box = boxOf(geometry);
    if (!geometry || !box) return [];
    const state = own.has(properties.code) ? name : moved.has(properties.code) ? 'moved' : 'kept';
    const [x, y] = plane.place([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]);
    return [{ code: properties.code, state, d: pathOf(geometry, plane.place), x, y }];
  });
  return {
    width: plane.width, height: plane.height,
    a: side(a.grids.features, codes(retired), 'retired'),
    b: side(b.grids.features, codes(born), 'born'),
  };
}

/** @param {Box[]} boxes */
function planeOf(boxes) {
  const every = (/** @type {number} */ i) => boxes.map((box) => box[i]);
  const [west, south] = [Math.min(...every(0)), Math.min(...every(1))];
  const [east, north] = [Math.max(...every(2)), Math.max(...every(3))];
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (LONGER - 2 * MARGIN) / Math.max((east - west) * narrow, north - south, 1e-9);
  const n = (/** @type {number} */ value) => Number(value.toFixed(1));
  return {
    width: n((east - west) * narrow * scale + 2 * MARGIN),
    height: n((north - south) * scale + 2 * MARGIN),
    /** @param {number[]} place @returns {[number, number]} */
    place: ([lon, lat]) => [n((lon - west) * narrow * scale + MARGIN), n((north - lat) * scale + MARGIN)],
  };
}

/** @param {any} geometry @param {(place: number[]) => [number, number]} place */
function pathOf(geometry, place) {
  /** @type {number[][][]} */
  const rings = geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : geometry.coordinates;
  return rings.map((ring) => `M${ring.map((one) => place(one).join(' ')).join('L')}Z`).join('');
}
