import { draftOf } from './draft.js';

const METERS_PER_DEGREE = 111_195;
const PLAIN = /** @type {const} */ (['name', 'state', 'directionCertainty', 'mountHeightMeters', 'indoor', 'owner', 'contact', 'light', 'keptDays']);
const OF_LENS = /** @type {const} */ (['azimuthDegrees', 'angleDegrees', 'nearMeters', 'rangeMeters']);

/**
 * What is different between two versions of a camera, in the order of its form.
 *
 * @param {CameraRow} before @param {CameraRow} after @returns {CameraDifference[]}
 */
export const differences = (before, after) => differencesOf(draftOf(before), draftOf(after));

/** The same of drafts. @param {CameraDraft} a @param {CameraDraft} b */
export function differencesOf(a, b) {
  /** @type {CameraDifference[]} */
  const found = [];
  const moved = metersBetween([a.lon, a.lat], [b.lon, b.lat]);
  if (moved > 0) found.push({ field: 'place', from: 0, to: moved });
  for (const field of PLAIN) if (a[field] !== b[field]) found.push({ field, from: a[field], to: b[field] });
  if (a.lenses.length !== b.lenses.length) found.push({ field: 'lenses', from: a.lenses.length, to: b.lenses.length });
  for (let i = 0; i < Math.min(a.lenses.length, b.lenses.length); i++) {
    for (const field of OF_LENS) if (a.lenses[i][field] !== b.lenses[i][field]) found.push({ field, from: a.lenses[i][field], to: b.lenses[i][field], lens: i + 1 });
  }
  if (JSON.stringify(a.turn) !== JSON.stringify(b.turn)) found.push({ field: 'turn', from: a.turn && a.turn.angleDegrees, to: b.turn && b.turn.angleDegrees });
  return found;
}

/** Flat around the first. @param {Position} a @param {Position} b */
export function metersBetween(a, b) {
  const east = (b[0] - a[0]) * METERS_PER_DEGREE * Math.cos((a[1] * Math.PI) / 180);
  return Math.hypot(east, (b[1] - a[1]) * METERS_PER_DEGREE);
}

/** What the history says beside a version: what it changed of the one before it; null for the first. @param {CameraRow[]} versions the oldest first */
export const historyOf = (versions) => versions.map((version, i) => ({ version, changes: i === 0 ? null : differences(versions[i - 1], version) })).reverse();
