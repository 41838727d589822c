import { formatRef, parseRef } from '../features/place/ref.js';
import { FIRST_LAYERS, FIRST_SHOWN, LAYERS, LISTS, TREE_LEVELS } from './state.js';

/** The address of what the page shows: the choice in the query, the view in the hash (`#zoom/latitude/longitude`). */

/** @type {readonly Lang[]} */
const LANGS = ['zh', 'en'];
/** @type {readonly Theme[]} */
const THEMES = ['dark', 'light', 'contrast'];
const TREE = 'tree';

/**
 * What an address says; whatever in it makes no sense is as if it were not there.
 *
 * @param {string} search @param {string} hash
 * @returns {Address}
 */
export function parseAddress(search, hash) {
  const query = new URLSearchParams(search);
  const partition = query.get('partition') || TREE;
  const code = query.get('area');
  const tables = query.get('tables');
  return {
    lang: oneOf(LANGS, query.get('lang')),
    theme: oneOf(THEMES, query.get('theme')),
    view: parseView(hash),
    shown:
      partition === TREE
        ? { partition, level: oneOf(TREE_LEVELS, query.get('level')) ?? FIRST_SHOWN.level }
        : { partition, level: 'overlay' },
    layers: parseLayers(query.get('layers')),
    selected: code ? { partition: query.get('of') || partition, code } : null,
    place: parseRef(query.get('place')),
    tab: oneOf(LISTS, query.get('tab')) ?? 'areas',
    tablesOpen: tables === null ? null : tables === '1',
    asking: query.get('ask') === 'cameras',
    wall: query.has('wall') ? true : query.has('map') ? false : null,
  };
}

/**
 * The address of a state, without what it has by default.
 *
 * @param {State} state
 * @param {{ lang: Lang | null, theme: Theme | null, map?: boolean }} said what the reader has asked for, null where they took what came
 */
export function formatAddress(state, said) {
  const query = new URLSearchParams();
  if (state.shown.partition !== TREE) query.set('partition', state.shown.partition);
  else if (state.shown.level !== FIRST_SHOWN.level) query.set('level', state.shown.level);
  if (state.selected) {
    query.set('area', state.selected.code);
    if (state.selected.partition !== state.shown.partition) query.set('of', state.selected.partition);
  }
  if (LAYERS.some((layer) => state.layers[layer] !== FIRST_LAYERS[layer])) {
    query.set('layers', LAYERS.filter((layer) => state.layers[layer]).join('.'));
  }
  if (state.place) query.set('place', formatRef(state.place));
  if (state.tab !== 'areas') query.set('tab', state.tab);
  if (state.asking) query.set('ask', 'cameras');
  if (said.map) query.set('map', '');
  if (said.lang) query.set('lang', said.lang);
  if (said.theme) query.set('theme', said.theme);
  const text = query.toString();
  return (text ? `?${text}` : '') + formatView(state.view);
}

/** @param {View | null} view */
function formatView(view) {
  return view ? `#${view.zoom.toFixed(2)}/${view.lat.toFixed(5)}/${view.lng.toFixed(5)}` : '';
}

/** @param {string} hash @returns {View | null} */
function parseView(hash) {
  const parts = /^#(\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)$/.exec(hash);
  if (!parts) return null;
  const [zoom, lat, lng] = parts.slice(1).map(Number);
  return zoom <= 24 && Math.abs(lat) <= 85 && Math.abs(lng) <= 180 ? { zoom, lat, lng } : null;
}

/** @param {string | null} text @returns {Record<LayerName, boolean>} */
function parseLayers(text) {
  if (text === null) return { ...FIRST_LAYERS };
  const on = new Set(text.split('.'));
  return /** @type {Record<LayerName, boolean>} */ (Object.fromEntries(LAYERS.map((layer) => [layer, on.has(layer)])));
}

/**
 * @template {string} T
 * @param {readonly T[]} words @param {string | null} word
 * @returns {T | null}
 */
function oneOf(words, word) {
  return words.find((known) => known === word) ?? null;
}
