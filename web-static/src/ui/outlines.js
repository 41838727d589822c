/** Areas as shapes of a picture. Nothing here touches the document or the server. */

/** In which of six shades a share is drawn: none, four quarters, all. @param {number} n @param {number} of */
export const shadeOf = (n, of) => (n === 0 ? 0 : n === of ? 5 : Math.min(4, 1 + Math.floor((4 * n) / of)));

/**
 * Outlines as paths of a picture, their west in the west and their north on top.
 *
 * @param {readonly { properties: { code: string }, geometry: any }[]} areas @param {{ width: number, height: number, edge: number }} frame
 * @returns {{ code: string, path: string, x: number, y: number }[]}
 */
export function outlines(areas, { width, height, edge }) {
  const rings = areas.map(({ geometry }) => ringsOf(geometry));
  const points = rings.flat(2);
  if (points.length === 0) return [];
  const [west, east] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const [south, north] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min((width - 2 * edge) / ((east - west) * narrow), (height - 2 * edge) / (north - south));
  const dx = (width - (east - west) * narrow * scale) / 2;
  const dy = (height - (north - south) * scale) / 2;
  const on = (/** @type {number[]} */ [x, y]) => [dx + (x - west) * narrow * scale, dy + (north - y) * scale];
  return areas.map(({ properties }, i) => {
    const drawn = rings[i].map((ring) => ring.map(on));
    const first = drawn[0] ?? [[0, 0]];
    const xs = first.map(([x]) => x);
    const ys = first.map(([, y]) => y);
    return {
      code: properties.code,
      path: drawn.map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`).join(''),
      x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2,
    };
  });
}

/** @param {any} geometry @returns {number[][][]} */
const ringsOf = (geometry) => (geometry?.type === 'Polygon' ? geometry.coordinates : geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : []);
