/** Where the middle of a place is, and which place a point is in. Pure geometry in degrees. */

const METERS_PER_DEGREE = 111_195;

/** A point that stands for a place: its own, the middle of a line, the centre of an outline. @param {Geometry} geometry @returns {Position} */
export function middleOf({ type, coordinates }) {
  if (type === 'Point') return coordinates;
  if (type === 'LineString') return coordinates[Math.floor(coordinates.length / 2)];
  return centroid(type === 'Polygon' ? coordinates[0] : coordinates[0][0]);
}

/** @param {Position[]} ring @returns {Position} */
function centroid(ring) {
  const [x0, y0] = ring[0];
  let [twice, x, y] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay, bx, by] = [ring[i - 1][0] - x0, ring[i - 1][1] - y0, ring[i][0] - x0, ring[i][1] - y0];
    const cross = ax * by - bx * ay;
    twice += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return twice === 0 ? ring[0] : [x0 + x / (3 * twice), y0 + y / (3 * twice)];
}

/** Whether an outline, without its holes, holds a point. @param {Geometry} geometry @param {Position} point */
export function holds({ type, coordinates }, point) {
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : [];
  return polygons.some((/** @type {Position[][]} */ rings) => rings.filter((ring) => isAround(ring, point)).length % 2 === 1);
}

/** @param {Position[]} ring @param {Position} point */
function isAround(ring, [x, y]) {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}

/** @param {Position[]} line */
export function lengthMeters(line) {
  return line.slice(1).reduce((sum, place, i) => sum + Math.hypot(...between(line[i], place)), 0);
}

/** How far a line is from a point, in metres. @param {Position[]} line @param {Position} point */
export function metersTo(line, point) {
  let nearest = Infinity;
  for (let i = 1; i < line.length; i++) {
    const [dx, dy] = between(line[i - 1], line[i]);
    const [px, py] = between(line[i - 1], point);
    const square = dx * dx + dy * dy;
    const t = square === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
    nearest = Math.min(nearest, Math.hypot(px - t * dx, py - t * dy));
  }
  return nearest;
}

/** @param {Position} a @param {Position} b @returns {[number, number]} metres east and north */
const between = (a, b) => [(b[0] - a[0]) * METERS_PER_DEGREE * Math.cos((a[1] * Math.PI) / 180), (b[1] - a[1]) * METERS_PER_DEGREE];
