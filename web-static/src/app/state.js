import { samePlace } from '../features/place/ref.js';
import { NOT_LIVE, heardLive } from './live-state.js';

/** What the page keeps in mind and how it follows from what happens. Nothing here touches the document or the server. */

/** @type {Level[]} */
export const TREE_LEVELS = ['district', 'street', 'community', 'grid', 'micro-grid'];
/** @type {ListKind[]} */
export const LISTS = ['areas', 'incidents', 'people', 'cameras', 'tracks', 'estates', 'buildings', 'streets'];
/** Those that everybody may read. @type {('estates' | 'buildings' | 'streets')[]} */
export const PLACE_LISTS = ['estates', 'buildings', 'streets'];
/** @type {LayerName[]} */
export const LAYERS = ['base', 'areas', 'labels', 'incidents', 'people', 'cameras', 'tracks'];

/** @type {Readonly<Record<LayerName, boolean>>} */
export const FIRST_LAYERS = { base: true, areas: true, labels: true, incidents: true, people: true, cameras: false, tracks: false };
/** @type {Readonly<Shown>} */
export const FIRST_SHOWN = { partition: 'tree', level: 'grid' };

/** @type {Record<ListKind, Sort>} */
const FIRST_SORTS = {
  areas: { by: 'code', descending: false },
  incidents: { by: 'reportedAt', descending: true },
  people: { by: 'staffCode', descending: false },
  cameras: { by: 'name', descending: false },
  tracks: { by: 'from', descending: true },
  estates: { by: 'name', descending: false },
  buildings: { by: 'name', descending: false },
  streets: { by: 'name', descending: false },
};
const IDLE = /** @type {const} */ ({ status: 'idle' });

/**
 * @param {Address} address what the address bar says
 * @param {{ lang: Lang, theme: Theme, tablesOpen: boolean }} otherwise for what it does not say
 * @returns {State}
 */
export function firstState(address, otherwise) {
  return {
    lang: address.lang ?? otherwise.lang,
    theme: address.theme ?? otherwise.theme,
    view: address.view,
    shown: address.shown,
    layers: address.layers,
    selected: address.selected,
    picked: null,
    under: null,
    hovered: null,
    place: address.place,
    placeCard: IDLE,
    tab: address.tab,
    tablesOpen: address.tablesOpen ?? otherwise.tablesOpen,
    sorts: FIRST_SORTS,
    filters: { areas: '', incidents: '', people: '', cameras: '', tracks: '', estates: '', buildings: '', streets: '' },
    closedToo: false,
    people: new Map(),
    peopleMs: null,
    names: new Map(),
    whistles: [],
    emergencies: null,
    site: IDLE,
    card: IDLE,
    lists: { areas: IDLE, incidents: IDLE, cameras: IDLE, tracks: IDLE, estates: IDLE, buildings: IDLE, streets: IDLE },
    here: null,
    asking: address.asking,
    watched: null,
    connected: true,
    live: NOT_LIVE,
    wall: null,
  };
}

/**
 * @param {State} state
 * @param {Input} input
 * @returns {State}
 */
export function reduce(state, input) {
  switch (input.kind) {
    case 'lang':
      return { ...state, lang: input.lang };
    case 'theme':
      return { ...state, theme: input.theme };
    case 'view':
      return { ...state, view: input.view };
    case 'shown':
      return sameShown(state.shown, input.shown) ? state : { ...state, shown: input.shown };
    case 'layer':
      return { ...state, layers: { ...state.layers, [input.layer]: input.on } };
    case 'select':
      return select(state, input.area, input.level);
    case 'pick':
      return { ...(input.picked ? choosePlace(state, null) : state), picked: input.picked, under: underOf(state, input.picked) };
    case 'hover':
      return state.hovered === input.id ? state : { ...state, hovered: input.id };
    case 'place':
      return choosePlace(input.place && state.picked ? { ...state, picked: null, under: null } : state, input.place);
    case 'place-card':
      return { ...state, placeCard: input.card };
    case 'tab':
      return openTab(state, input.tab);
    case 'tables':
      return { ...state, tablesOpen: input.open };
    case 'sort':
      return { ...state, sorts: { ...state.sorts, [input.list]: nextSort(state.sorts[input.list], input.by) } };
    case 'filter':
      return { ...state, filters: { ...state.filters, [input.list]: input.text } };
    case 'closed-too':
      return { ...state, closedToo: input.on };
    case 'site':
      return { ...state, site: input.site };
    case 'card':
      return { ...state, card: input.card };
    case 'list':
      return { ...state, lists: { ...state.lists, [input.list]: input.rows } };
    case 'people':
      return { ...state, people: input.people, peopleMs: input.heardMs ?? state.peopleMs };
    case 'names':
    case 'whistles':
    case 'emergencies':
      return known(state, input);
    case 'here':
      return { ...state, here: input.here };
    case 'asking':
      return { ...state, asking: input.on };
    case 'watch':
      return { ...state, watched: input.watched };
    case 'connected':
      return state.connected === input.connected ? state : { ...state, connected: input.connected };
    case 'live':
      return { ...state, live: heardLive(state.live, input.message, input.nowMs) };
    case 'wall':
      return onWall(state, input);
    case 'address':
      return followAddress(state, input.address);
  }
}

/** What is known of people and of what lasts. @param {State} state @param {Extract<Input, { kind: 'names' | 'whistles' | 'emergencies' }>} input @returns {State} */
function known(state, input) {
  if (input.kind === 'names') return { ...state, names: input.names };
  return input.kind === 'whistles' ? { ...state, whistles: input.whistles } : { ...state, emergencies: input.emergencies };
}

/** @param {State} state @param {{ wall: string }} input @returns {State} */
const onWall = (state, { wall }) => ({ ...state, wall, tablesOpen: false, layers: { ...state.layers, incidents: true, people: true, cameras: true } });

/** @param {State} state @param {AreaRef | null} area @param {Level} [level] @returns {State} */
function select(state, area, level) {
  if (sameArea(state.selected, area)) return choosePlace(state.picked ? { ...state, picked: null, under: null } : state, null);
  const shown = area && level ? { partition: area.partition, level } : state.shown;
  return { ...choosePlace(state, null), selected: area, picked: null, under: null, shown, card: area ? state.card : IDLE };
}

/**
 * An incident stays in mind while people and cameras near it are looked at.
 *
 * @param {State} state @param {Picked | null} next @returns {Picked | null}
 */
function underOf({ picked, under }, next) {
  if (!next || next.kind === 'incidents') return null;
  return picked?.kind === 'incidents' ? picked : under;
}

/** @param {State} state @param {PlaceRef | null} place @returns {State} */
function choosePlace(state, place) {
  return samePlace(state.place, place) ? state : { ...state, place, placeCard: place ? state.placeCard : IDLE };
}

/**
 * A table that is opened shows its things on the map too.
 *
 * @param {State} state @param {ListKind} tab @returns {State}
 */
function openTab(state, tab) {
  const layers = LAYERS.some((layer) => layer === tab) ? { ...state.layers, [tab]: true } : state.layers;
  return { ...state, tab, tablesOpen: true, layers };
}

/**
 * The same column again turns the order round.
 *
 * @param {Sort} sort @param {string} by @returns {Sort}
 */
export function nextSort(sort, by) {
  return { by, descending: sort.by === by ? !sort.descending : false };
}

/** @param {State} state @param {Address} address @returns {State} */
function followAddress(state, address) {
  const next = choosePlace(select(state, address.selected), address.place);
  return {
    ...next,
    lang: address.lang ?? state.lang,
    theme: address.theme ?? state.theme,
    view: address.view ?? state.view,
    shown: sameShown(state.shown, address.shown) ? state.shown : address.shown,
    layers: address.layers,
    tab: address.tab,
  };
}

/** @param {AreaRef | null} a @param {AreaRef | null} b */
export const sameArea = (a, b) => a === b || (!!a && !!b && a.code === b.code && a.partition === b.partition);

/** @param {Shown} a @param {Shown} b */
const sameShown = (a, b) => a.partition === b.partition && a.level === b.level;

/**
 * What a list is about: the areas of the shown level; the things in the chosen area, or everywhere. Two equal scopes are
 * equal texts.
 *
 * @param {State} state @param {ListKind} list
 */
export function scopeOf(state, list) {
  if (list === 'areas') return `${state.shown.partition}/${state.shown.level}`;
  const grid = state.selected?.partition === 'tree' ? state.selected.code : '';
  return list === 'incidents' && state.closedToo ? `${grid}+closed` : grid;
}
