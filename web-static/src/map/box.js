/**
 * The box around a geometry; null when it has no position.
 *
 * @param {Geometry | null | undefined} geometry
 * @returns {Box | null}
 */
export function boxOf(geometry) {
  if (!geometry) return null;
  /** @type {Box} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  grow(box, geometry.coordinates);
  return box[0] <= box[2] ? box : null;
}

/** @param {Box} box @param {any} coordinates */
function grow(box, coordinates) {
  if (typeof coordinates[0] === 'number') {
    const [x, y] = coordinates;
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  } else {
    for (const part of coordinates) grow(box, part);
  }
}

/**
 * The box around boxes; null around none.
 *
 * @param {(Box | null)[]} boxes
 * @returns {Box | null}
 */
export function boxAround(boxes) {
  const real = boxes.filter((box) => box !== null);
  if (real.length === 0) return null;
  return [
    Math.min(...real.map((b) => b[0])), Math.min(...real.map((b) => b[1])),
    Math.max(...real.map((b) => b[2])), Math.max(...real.map((b) => b[3])),
  ];
}

/**
 * A box that is larger by a part of itself on each side.
 *
 * @param {Box} box @param {number} part
 * @returns {Box}
 */
export function widened([west, south, east, north], part) {
  const [dx, dy] = [(east - west) * part, (north - south) * part];
  return [west - dx, south - dy, east + dx, north + dy];
}
