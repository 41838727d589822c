import { NUMBERS } from './state.js';
import { isWellFormed, plainId } from './camera-id.js';

/** The editing of a camera: each verb gives the camera as it is afterwards. Nothing here touches the document or the server. */

/** As on the sphere of map/sector.js. */
const METERS_PER_DEGREE = 111_195;
export const MOST_LENSES = 8;
const MOST_STEPS = 200;
/** What a preview is asked with while the number is not written yet. */
const NO_ID = '00000000001320000000';

/** @param {CameraRow} row @returns {CameraDraft} */
export function draftOf({ geometry, properties }) {
  const [lon, lat] = /** @type {Geometry} */ (geometry).coordinates;
  const { id, name, mountHeightMeters, indoor, lenses, directionCertainty, turn, state, owner, contact, light, keptDays } = properties;
  return { id, name, lon, lat, mountHeightMeters, indoor, lenses, directionCertainty, turn, state, owner, contact, light, keptDays };
}

/** A camera that nobody has said much of. @param {Position} at @returns {CameraDraft} */
export function newDraft([lon, lat]) {
  return {
    id: '', name: '', lon: degrees(lon), lat: degrees(lat), mountHeightMeters: 5, indoor: false,
    lenses: [{ azimuthDegrees: 0, angleDegrees: 60, nearMeters: null, rangeMeters: 60 }],
    directionCertainty: 'estimated', turn: null, state: 'registered', owner: '', contact: '', light: 'unknown', keptDays: 30,
  };
}

/** @param {CameraDraft} draft @param {{ stored?: CameraDraft | null, revision?: number }} [of] @returns {CameraSession} */
export const sessionOf = (draft, { stored = null, revision = 0 } = {}) => ({ draft, lens: 0, stored, revision, from: '', past: [], ahead: [], step: '' });

/** @param {CameraSession} session */
export const isDirty = ({ draft, stored }) => stored === null || Object.keys(changeOf(stored, draft)).length > 0;

/** One step further; going on with what the last step was made with is the same step. @param {CameraSession} session @param {CameraDraft} draft @param {string} step @returns {CameraSession} */
export function stepped(session, draft, step) {
  if (draft === session.draft) return session;
  const goesOn = step !== '' && step === session.step;
  return {
    ...session, draft, step, ahead: [], lens: Math.min(session.lens, draft.lenses.length - 1),
    past: goesOn ? session.past : [...session.past, session.draft].slice(-MOST_STEPS),
  };
}

/** @param {CameraSession} session @returns {CameraSession} */
export function undone(session) {
  const before = session.past.at(-1);
  if (!before) return session;
  return { ...session, draft: before, past: session.past.slice(0, -1), ahead: [session.draft, ...session.ahead], step: '', lens: Math.min(session.lens, before.lenses.length - 1) };
}

/** @param {CameraSession} session @returns {CameraSession} */
export function redone(session) {
  const [next, ...rest] = session.ahead;
  if (!next) return session;
  return { ...session, draft: next, past: [...session.past, session.draft], ahead: rest, step: '', lens: Math.min(session.lens, next.lenses.length - 1) };
}

/** @param {CameraDraft} draft @param {number} index @param {Partial<CameraLens>} change @returns {CameraDraft} */
export const withLens = (draft, index, change) => ({ ...draft, lenses: draft.lenses.map((lens, i) => (i === index ? { ...lens, ...change } : lens)) });

/** Looks elsewhere. Whoever turns one of unknown direction says by that where it looks, as an estimate. @param {CameraDraft} draft @param {number} index @param {number} azimuth */
export function turnedTo(draft, index, azimuth) {
  const next = withLens(draft, index, { azimuthDegrees: tenth(((azimuth % 360) + 360) % 360) % 360 });
  return draft.directionCertainty === 'unknown' ? { ...next, directionCertainty: 'estimated' } : next;
}

/** @param {CameraDraft} draft @param {number} index @param {number} angle */
export const openedTo = (draft, index, angle) => withLens(draft, index, { angleDegrees: clamp(tenth(angle), NUMBERS.angleDegrees) });

/** Its near edge stays before its far one. @param {CameraDraft} draft @param {number} index @param {number} meters */
export function reachingTo(draft, index, meters) {
  const rangeMeters = clamp(tenth(meters), NUMBERS.rangeMeters);
  const { nearMeters } = draft.lenses[index];
  return withLens(draft, index, { rangeMeters, nearMeters: nearMeters !== null && nearMeters >= rangeMeters ? null : nearMeters });
}

/** @param {CameraDraft} draft @param {Position} at @returns {CameraDraft} */
export const movedTo = (draft, [lon, lat]) => ({ ...draft, lon: degrees(lon), lat: degrees(lat) });

/** @param {CameraDraft} draft @param {number} east metres @param {number} north metres */
export function movedBy(draft, east, north) {
  const perDegree = METERS_PER_DEGREE * Math.cos((draft.lat * Math.PI) / 180);
  return movedTo(draft, [draft.lon + east / perDegree, draft.lat + north / METERS_PER_DEGREE]);
}

/** One lens more, looking to the other side of the last one. @param {CameraDraft} draft @returns {CameraDraft} */
export function withMoreLenses(draft) {
  if (draft.lenses.length >= MOST_LENSES) return draft;
  const last = draft.lenses[draft.lenses.length - 1];
  return { ...draft, lenses: [...draft.lenses, { ...last, azimuthDegrees: tenth((last.azimuthDegrees + Math.max(last.angleDegrees, 90)) % 360) }] };
}

/** @param {CameraDraft} draft @param {number} index @returns {CameraDraft} */
export const withoutLens = (draft, index) => (draft.lenses.length < 2 ? draft : { ...draft, lenses: draft.lenses.filter((_, i) => i !== index) });

/** What is different, as the server takes it. @param {CameraDraft} before @param {CameraDraft} after @returns {Record<string, unknown>} */
export function changeOf(before, after) {
  /** @type {Record<string, unknown>} */
  const change = {};
  for (const name of /** @type {(keyof CameraDraft)[]} */ (Object.keys(after))) {
    if (name === 'id' || JSON.stringify(before[name]) === JSON.stringify(after[name])) continue;
    if (name === 'lon' || name === 'lat') Object.assign(change, { lon: after.lon, lat: after.lat });
    else change[name] = after[name];
  }
  return change;
}

/** What one wanted, upon what somebody else stored meanwhile. @param {CameraSession} session @param {CameraRow} theirs @returns {CameraSession} */
export function rebased({ draft, stored, lens, from }, theirs) {
  const base = draftOf(theirs);
  const mine = stored ? /** @type {Partial<CameraDraft>} */ (changeOf(stored, draft)) : {};
  if (stored && mine.lenses) mine.lenses = lensesUpon(base.lenses, stored.lenses, draft.lenses);
  return { ...sessionOf({ ...base, ...mine }, { stored: base, revision: theirs.properties.revision }), lens, from };
}

/** Of as many lenses as before only those numbers that one changed; else all of one's own. @param {CameraLens[]} theirs @param {CameraLens[]} before @param {CameraLens[]} mine */
function lensesUpon(theirs, before, mine) {
  if (theirs.length !== mine.length || before.length !== mine.length) return mine;
  const changed = (/** @type {CameraLens} */ lens, /** @type {CameraLens} */ old) => Object.fromEntries(Object.entries(lens).filter(([name, value]) => value !== old[/** @type {keyof CameraLens} */ (name)]));
  return theirs.map((lens, i) => ({ ...lens, ...changed(mine[i], before[i]) }));
}

/** A new camera, as the server takes it. @param {CameraDraft} draft */
export const bodyOf = (draft) => ({ ...draft, id: plainId(draft.id), name: draft.name.trim() });

/** The same for a preview, which needs neither number nor name. @param {CameraDraft} draft */
export const previewOf = (draft) => ({ ...bodyOf(draft), id: isWellFormed(plainId(draft.id)) ? plainId(draft.id) : NO_ID, name: draft.name.trim() || '-' });

/** The first field that cannot be stored so; empty where all can. @param {CameraDraft} draft @param {boolean} isNew */
export function wrongField(draft, isNew) {
  if (isNew && !isWellFormed(plainId(draft.id))) return 'id';
  if (draft.name.trim() === '' || draft.name.trim().length > 100) return 'name';
  if (!(Math.abs(draft.lon) <= 180)) return 'lon';
  if (!(Math.abs(draft.lat) <= 90)) return 'lat';
  if (!isIn(draft.mountHeightMeters, NUMBERS.mountHeightMeters)) return 'mountHeightMeters';
  if (!isIn(draft.keptDays, NUMBERS.keptDays) || !Number.isInteger(draft.keptDays)) return 'keptDays';
  for (const { azimuthDegrees, angleDegrees, nearMeters, rangeMeters } of draft.lenses) {
    if (!(azimuthDegrees >= 0 && azimuthDegrees < 360)) return 'azimuthDegrees';
    if (!isIn(angleDegrees, NUMBERS.angleDegrees)) return 'angleDegrees';
    if (!isIn(rangeMeters, NUMBERS.rangeMeters)) return 'rangeMeters';
    if (nearMeters !== null && !(nearMeters >= 0 && nearMeters < rangeMeters)) return 'nearMeters';
  }
  return '';
}

/** @param {number} value @param {[number, number]} limits */
const isIn = (value, [least, most]) => value >= least && value <= most;
/** @param {number} value @param {[number, number]} limits */
const clamp = (value, [least, most]) => Math.min(most, Math.max(least, value));
const tenth = (/** @type {number} */ value) => Math.round(value * 10) / 10;
const degrees = (/** @type {number} */ value) => Math.round(value * 1e7) / 1e7;
