import { instantOf } from '../../../app/when.js';

/** What the page of the register lists, in which order, and what is ticked. Nothing here touches the document or the server. */

/** Roles that may read the register, and those that may change it. */
export const READERS = ['operator', 'liaison', 'planner', 'supervisor', 'approver', 'administrator'];
export const KEEPERS = ['operator', 'liaison', 'administrator'];
export const STATES = ['online', 'offline', 'registered'];
export const CERTAINTIES = ['measured', 'estimated', 'unknown'];
/** What is shown beside the map: the register itself, or what cameras see of the ground. */
export const PARTS = ['', 'cover', 'unseen', 'proposals'];
export const LIGHTS = ['none', 'infrared', 'white', 'unknown'];
/** So many can be changed at once; CameraKeeper.MOST_AT_ONCE. */
export const MOST_PICKED = 500;
/** Of so many it can be shown at once what they see; CameraHttp.MOST_OUTLINES. */
export const MOST_OUTLINES = 300;
export const SORTS = ['name', 'state', 'certainty', 'grid', 'findings', 'id'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** @type {CameraView} */
export const FIRST_VIEW = { q: '', grid: '', state: '', certainty: '', findings: false, day: '', sort: 'id', descending: false, id: '', part: '' };

/** @param {string} search @returns {CameraView} */
export function viewOf(search) {
  const asked = new URLSearchParams(search);
  const text = (/** @type {string} */ name) => asked.get(name) ?? '';
  const oneOf = (/** @type {string} */ name, /** @type {string[]} */ all) => all.find((one) => one === text(name)) ?? '';
  return {
    q: text('q'), grid: text('grid'), state: oneOf('state', STATES), certainty: oneOf('certainty', CERTAINTIES),
    findings: text('findings') === '1', day: DAY.test(text('day')) ? text('day') : '',
    sort: oneOf('sort', SORTS) || 'id', descending: text('order') === 'down', id: text('camera'), part: oneOf('part', PARTS),
  };
}

/** @param {CameraView} view */
export function addressOf({ q, grid, state, certainty, findings, day, sort, descending, id, part }) {
  const said = Object.entries({
    q, grid, state, certainty, findings: findings ? '1' : '', day, sort: sort === 'id' ? '' : sort, order: descending ? 'down' : '', camera: id, part,
  }).filter(([, value]) => value !== '');
  return said.length === 0 ? '?' : `?${new URLSearchParams(said)}`;
}

/**
 * What the server is asked for. A day is looked at as it ended, or as it is now where it has not.
 *
 * @param {CameraView} view @param {string} zone @param {number} nowMs @returns {Record<string, string>}
 */
export function queryOf({ q, grid, state, certainty, day }, zone, nowMs) {
  return { q: q.trim(), grid, state, certainty, at: instantAt(day, zone, nowMs) };
}

/** @param {string} day @param {string} zone @param {number} nowMs */
export function instantAt(day, zone, nowMs) {
  const end = day && instantOf(`${day}T23:59:59`, zone);
  return !end ? '' : new Date(Math.min(Date.parse(end), nowMs)).toISOString();
}

/** Whether two views list the same cameras. @param {CameraView} a @param {CameraView} b */
export const listsTheSame = (a, b) => a.q.trim() === b.q.trim() && a.grid === b.grid && a.state === b.state && a.certainty === b.certainty && a.day === b.day;

/**
 * The rows that are shown, in their order.
 *
 * @param {CameraRow[]} rows @param {Pick<CameraView, 'findings' | 'sort' | 'descending'>} view @param {string} locale
 */
export function shownRows(rows, { findings, sort, descending }, locale) {
  const kept = findings ? rows.filter(({ properties }) => properties.findings.length > 0) : [...rows];
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const keys = new Map(kept.map((row) => [row, sortKey(row.properties, sort)]));
  const order = (/** @type {CameraRow} */ a, /** @type {CameraRow} */ b) => compare(/** @type {string} */ (keys.get(a)), /** @type {string} */ (keys.get(b))) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  return kept.sort(descending ? (a, b) => order(b, a) : order);
}

/** @param {RegisteredCamera} camera @param {string} by */
function sortKey({ id, name, grid, state, directionCertainty, findings }, by) {
  if (by === 'state') return String(STATES.indexOf(state));
  if (by === 'certainty') return String(CERTAINTIES.indexOf(directionCertainty));
  // Those with something to look at first.
  if (by === 'findings') return findings.length === 0 ? '1' : `0 ${findings.join(' ')}`;
  return by === 'name' ? name : by === 'grid' ? grid : id;
}

/**
 * What is ticked after one row was pressed: with a range from the anchor to it, or that one the other way round.
 *
 * @param {ReadonlySet<string>} picked @param {string} id
 * @param {{ ids: string[], anchor: string, range: boolean }} how ids: of the rows that are shown, in their order
 * @returns {ReadonlySet<string>}
 */
export function pickedAfter(picked, id, { ids, anchor, range }) {
  const [from, to] = [ids.indexOf(anchor), ids.indexOf(id)];
  if (range && from >= 0 && to >= 0) return within([...picked, ...ids.slice(Math.min(from, to), Math.max(from, to) + 1)]);
  const next = new Set(picked);
  if (!next.delete(id)) next.add(id);
  return within([...next]);
}

/** At most so many as can be changed at once. @param {string[]} ids @returns {ReadonlySet<string>} */
export const within = (ids) => new Set([...new Set(ids)].slice(0, MOST_PICKED));

/**
 * Which rows of a long list are drawn: those in sight, and some above and below.
 *
 * @param {{ top: number, height: number, row: number, count: number, spare: number }} of top: pixels scrolled away
 * @returns {[number, number]} the first, and the one after the last
 */
export function rowsInSight({ top, height, row, count, spare }) {
  const first = Math.max(0, Math.min(count, Math.floor(top / row)) - spare);
  return [first, Math.min(count, Math.ceil((top + height) / row) + spare)];
}

/** @param {Box} outer @param {Box} inner */
export const holds = (outer, inner) => outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];

/** How many cameras stand in a box. @param {CameraRow[]} rows @param {Box} box */
export function countIn(rows, [west, south, east, north]) {
  let count = 0;
  for (const { geometry } of rows) {
    const [lon, lat] = /** @type {Geometry} */ (geometry).coordinates;
    if (lon >= west && lon <= east && lat >= south && lat <= north) count++;
  }
  return count;
}

/** A box with a margin, as a share of its sides. @param {Box} box @param {number} share @returns {Box} */
export function widened([west, south, east, north], share) {
  const [dx, dy] = [(east - west) * share, (north - south) * share];
  return [west - dx, south - dy, east + dx, north + dy];
}

/**
 * The change a form for many asks for: what is left blank stays as it is.
 *
 * @param {Record<string, string>} form @param {string} zone
 * @returns {{ change: Record<string, string | number | boolean>, wrong: string }} wrong: the field that cannot be so; empty
 */
export function bulkOf(form, zone) {
  /** @type {Record<string, string | number | boolean>} */
  const change = {};
  for (const name of ['state', 'light', 'directionCertainty', 'owner', 'contact']) if (form[name]?.trim()) change[name] = form[name].trim();
  if (form.indoor) change.indoor = form.indoor === 'yes';
  for (const [name, [least, most]] of Object.entries(NUMBERS)) {
    if (!form[name]?.trim()) continue;
    const value = Number(form[name]);
    if (!(value >= least && value <= most) || (name === 'keptDays' && !Number.isInteger(value))) return { change, wrong: name };
    change[name] = value;
  }
  if (form.from !== undefined) {
    const from = instantOf(form.from, zone);
    if (!from) return { change, wrong: 'from' };
    change.from = from;
  }
  return { change, wrong: '' };
}

/** Between what numbers of a camera lie. @type {Record<string, [number, number]>} */
export const NUMBERS = { keptDays: [0, 3_660], rangeMeters: [1, 5_000], angleDegrees: [1, 360], mountHeightMeters: [0.1, 1_000] };
