import { instantOf } from '../../app/when.js';

/** What is played back, and where everybody was at an instant. Nothing here touches the document or the server. */

/** Roles that may read tracks. */
export const READERS = ['operator', 'liaison', 'supervisor', 'administrator'];
export const SPEEDS = [1, 10, 60, 120, 300, 600];
export const MOST_PEOPLE = 12;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;
/** As long as a device may be silent before nobody knows where its person is. */
const SILENCE_MS = 120_000;

/** @param {string} search @param {string} today @returns {PlaybackView} */
export function viewOf(search, today) {
  const asked = new URLSearchParams(search);
  const fits = (/** @type {string} */ name, /** @type {RegExp} */ form, /** @type {string} */ first) => {
    const given = asked.get(name) ?? '';
    return form.test(given) ? given : first;
  };
  return {
    day: fits('day', DAY, today), from: fits('from', HOUR, '00:00'), to: fits('to', HOUR, '23:59'),
    staff: (asked.get('staff') ?? '').split(',').filter(Boolean).slice(0, MOST_PEOPLE),
    streets: asked.get('streets') === '1',
  };
}

/** @param {PlaybackView} view */
export const addressOf = ({ day, from, to, staff, streets }) => `?${new URLSearchParams({ day, from, to, ...(staff.length > 0 ? { staff: staff.join(',') } : {}), ...(streets ? { streets: '1' } : {}) })}`;

/** From when to when; null where the end is not after the beginning. @param {PlaybackView} view @param {string} zone @returns {{ from: string, to: string } | null} */
export function spanOf({ day, from, to }, zone) {
  const [begin, end] = [instantOf(`${day}T${from}`, zone), instantOf(`${day}T${to}`, zone)];
  return begin && end && begin < end ? { from: begin, to: end } : null;
}

/**
 * What came from the server, put together by person.
 *
 * @param {PlaybackView} view @param {WalkedPerson[]} people @param {GeoFeature<WalkedTrack>[]} features
 * @param {GeoFeature<StreetPiece>[] | null} [pieces] of their ways along streets @returns {PlayedPerson[]}
 */
export function playedPeople({ staff }, people, features, pieces = null) {
  return staff.map((code, hue) => {
    const tracks = features.filter(({ properties }) => properties.staffCode === code).map(playedTrack);
    return {
      staffCode: code, name: people.find((one) => one.staffCode === code)?.name ?? code, hue, tracks,
      walkedMeters: tracks.reduce((sum, track) => sum + track.walkedMeters, 0),
      stops: tracks.flatMap((track) => track.stops),
      silentMs: tracks.flatMap((track) => track.gaps).reduce((sum, gap) => sum + Date.parse(gap.to) - Date.parse(gap.from), 0),
      way: pieces && wayOf(pieces.filter(({ properties }) => properties.staffCode === code)),
    };
  });
}

/** The way of one person; streets without a name are told together. @param {GeoFeature<StreetPiece>[]} pieces @returns {PlayedWay} */
export function wayOf(pieces) {
  const sum = (/** @type {GeoFeature<StreetPiece>[]} */ some) => some.reduce((meters, { properties }) => meters + properties.meters, 0);
  const along = pieces.filter(({ properties }) => properties.streetId !== null);
  /** @type {Map<string, PlayedWay['streets'][number]>} */
  const streets = new Map();
  for (const { properties: { nameZh = '', nameEn = '', meters } } of along) {
    const known = streets.get(nameZh || nameEn) ?? { nameZh, nameEn, meters: 0 };
    streets.set(nameZh || nameEn, { ...known, meters: known.meters + meters });
  }
  return {
    lines: pieces.map(({ geometry, properties }) => ({ line: /** @type {any} */ (geometry).coordinates, onStreet: properties.streetId !== null })),
    streetMeters: sum(along), besideMeters: sum(pieces) - sum(along),
    streets: [...streets.values()].sort((a, b) => b.meters - a.meters),
  };
}

/** @param {GeoFeature<WalkedTrack>} feature @returns {PlayedTrack} */
function playedTrack({ properties, geometry }) {
  const line = geometry?.type === 'Point' ? [geometry.coordinates] : (geometry?.coordinates ?? []);
  return { ...properties, line, ms: properties.times.map((time) => Date.parse(time)) };
}

/**
 * Where a person was at an instant: between two fixes on the straight line; null before the first of a track and after
 * its last. `silent` where the device said nothing for so long that nobody knows.
 *
 * @param {PlayedPerson} person @param {number} atMs
 * @returns {{ at: Position, heading: number | null, silent: boolean, standing: boolean } | null}
 */
export function whereAt({ tracks }, atMs) {
  const track = tracks.find(({ ms }) => ms.length > 0 && ms[0] <= atMs && atMs <= ms[ms.length - 1]);
  if (!track) return null;
  const i = indexAt(track.ms, atMs);
  const standing = track.stops.some(({ from, to }) => Date.parse(from) <= atMs && atMs <= Date.parse(to));
  if (i === track.ms.length - 1) return { at: track.line[i], heading: null, silent: false, standing };
  const [a, b] = [track.line[i], track.line[i + 1]];
  const whole = track.ms[i + 1] - track.ms[i];
  if (whole > SILENCE_MS || track.jumps.includes(i + 1)) return { at: a, heading: null, silent: whole > SILENCE_MS, standing };
  const part = (atMs - track.ms[i]) / whole;
  return { at: [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part], heading: headingOf(a, b), silent: false, standing };
}

/** The last of some rising numbers that is not above one. @param {number[]} all @param {number} wanted */
export function indexAt(all, wanted) {
  let [low, high] = [0, all.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (all[middle] <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Radians clockwise from north; null for two fixes of one place. @param {Position} a @param {Position} b */
function headingOf([x, y], [u, v]) {
  const east = (u - x) * Math.cos((y * Math.PI) / 180);
  return east === 0 && v === y ? null : Math.atan2(east, v - y);
}

/**
 * What stands in a person's line of time: walking, stops and silences, as parts of the whole, and nothing where there is
 * no track.
 *
 * @param {PlayedPerson} person @param {{ fromMs: number, toMs: number }} span
 * @returns {{ kind: 'walk' | 'stop' | 'gap', from: number, to: number }[]}
 */
export function barsOf({ tracks }, { fromMs, toMs }) {
  const part = (/** @type {number} */ ms) => Math.min(1, Math.max(0, (ms - fromMs) / (toMs - fromMs)));
  const bars = (/** @type {'walk' | 'stop' | 'gap'} */ kind, /** @type {{ from: string, to: string }[]} */ all) => all.map(({ from, to }) => ({ kind, from: part(Date.parse(from)), to: part(Date.parse(to)) }));
  return [...bars('walk', tracks), ...tracks.flatMap((track) => [...bars('stop', track.stops), ...bars('gap', track.gaps)])];
}

/** @param {GeoFeature<any>[]} features @returns {PlayedIncident[]} */
export function playedIncidents(features) {
  return features.filter(({ geometry }) => geometry?.type === 'Point').map(({ properties, geometry }) => ({
    id: properties.id, number: properties.number, priority: properties.priority, at: /** @type {any} */ (geometry).coordinates,
    fromMs: Date.parse(properties.reportedAt), toMs: properties.closedAt ? Date.parse(properties.closedAt) : Infinity,
  }));
}

/** @param {PlayedIncident[]} all @param {number} atMs */
export const openAt = (all, atMs) => all.filter(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);

/** The box of everything that was walked; null where nothing was. @param {PlayedPerson[]} people @returns {Box | null} */
export function boxOf(people) {
  const points = people.flatMap(({ tracks }) => tracks.flatMap(({ line }) => line));
  if (points.length === 0) return null;
  const box = /** @type {Box} */ ([Infinity, Infinity, -Infinity, -Infinity]);
  for (const [x, y] of points) {
    [box[0], box[1], box[2], box[3]] = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
  }
  return box;
}
