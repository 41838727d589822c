import { TREE_LEVELS } from '../../app/state.js';

/** What a search finds and which of it is marked. Nothing here touches the document or the server. */

const MOST_AREAS = 12;
/** So many areas where places are found too. */
const MOST_AREAS_BESIDE = 5;

/** @type {SearchState} */
export const CLOSED = { text: '', status: 'closed', found: [], more: false, at: 0, problem: null };

/**
 * Which result is marked after an arrow key; past the ends it goes round.
 *
 * @param {SearchState} state @param {number} step @returns {SearchState}
 */
export function moved(state, step) {
  const n = state.found.length;
  return n === 0 ? state : { ...state, at: (state.at + step + n) % n };
}

/**
 * After an answer: areas and places, each kind together. Areas come first unless only their sound or their likeness was
 * found and a place fits better.
 *
 * @param {string} text @param {GeoFeature<AreaProps>[]} areas @param {PlaceHit[]} hits @returns {SearchState}
 */
export function answered(text, areas, hits) {
  const named = ranked(areas).map(areaResult);
  const known = new Set(named.map(({ key }) => key));
  const sounding = hits.filter(({ kind }) => kind === 'area').map(areaOfHit).filter(({ key }) => !known.has(key));
  const places = hits.filter(({ kind }) => kind !== 'area').map(placeResult);
  const all = [...named, ...sounding];
  const most = places.length > 0 ? MOST_AREAS_BESIDE : MOST_AREAS;
  const kept = all.slice(0, most);
  const areasFirst = named.length > 0 || hits[0]?.kind === 'area';
  return {
    text, status: 'ready', found: areasFirst ? [...kept, ...places] : [...places, ...kept], more: all.length > most, at: 0, problem: null,
  };
}

/**
 * Each area once, the larger levels first: there are twenty-five micro-grids for a grid, and the grid is mostly meant.
 *
 * @param {GeoFeature<AreaProps>[]} found
 */
export function ranked(found) {
  const once = new Map(found.map((area) => [`${area.properties.partition}/${area.id}`, area]));
  const rank = (/** @type {GeoFeature<AreaProps>} */ area) => TREE_LEVELS.indexOf(area.properties.level);
  return [...once.values()].sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id));
}

/** @param {GeoFeature<AreaProps>} area @returns {SearchResult} */
function areaResult({ properties: { partition, code, level, name } }) {
  return { group: 'areas', key: `${partition}/${code}`, title: name, area: { partition, code, level }, hit: null };
}

/** @param {PlaceHit} hit @returns {SearchResult} */
function areaOfHit(hit) {
  const area = { partition: 'tree', code: hit.id, level: /** @type {Level} */ (hit.detail) };
  return { group: 'areas', key: `tree/${hit.id}`, title: hit.label, area, hit };
}

/** @param {PlaceHit} hit @returns {SearchResult} */
function placeResult(hit) {
  return { group: 'places', key: `${hit.kind}/${hit.id}`, title: hit.label, area: null, hit };
}

/**
 * How near the map goes to a place: a house fills more of it than a street.
 *
 * @param {PlaceHit} hit @returns {View}
 */
export function viewOf({ kind, exactness, location: [lng, lat] }) {
  const wide = (kind === 'street' && exactness !== 'interpolated') || kind === 'estate';
  return { lng, lat, zoom: wide ? 16 : 17.5 };
}
