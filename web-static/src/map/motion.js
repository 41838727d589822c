/**
 * Motion between two frames of positions. Pure: time comes in, positions go out.
 *
 * @typedef {ReadonlyMap<number, Person>} People
 */

/** Frames come every second: after so long everybody stands where they were said to be. */
export const MOTION_MS = 1000;
/** Whoever is farther away than this has not walked there; in 1e-7 degree, about 500 m. */
const FARTHEST = 50_000;

/**
 * Where people are seen on their way from where they were seen before to where they are.
 *
 * @param {People} from @param {People} to
 * @param {number} part of the way, 0 to 1
 * @returns {People}
 */
export function between(from, to, part) {
  if (part >= 1) return to;
  const seen = new Map(to);
  for (const [number, there] of to) {
    const here = from.get(number);
    if (here && isStep(here, there)) seen.set(number, { ...there, lng: along(here.lng, there.lng, part), latitude: along(here.latitude, there.latitude, part) });
  }
  return seen;
}

/** Whether anybody is to be seen walking. @param {People} from @param {People} to */
export function anyMoves(from, to) {
  for (const [number, there] of to) {
    const here = from.get(number);
    if (here && isStep(here, there)) return true;
  }
  return false;
}

/** @param {Person} here @param {Person} there */
function isStep(here, there) {
  const [east, north] = [Math.abs(there.lng - here.lng) * 1e7, Math.abs(there.latitude - here.latitude) * 1e7];
  return east + north > 0 && Math.max(east, north) < FARTHEST;
}

/** @param {number} from @param {number} to @param {number} part */
const along = (from, to, part) => from + (to - from) * part;
