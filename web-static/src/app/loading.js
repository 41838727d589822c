import { readPlace } from '../features/place/read.js';
import { readPlaceRows } from '../features/place/rows.js';
import { createSlot } from './slot.js';
import { PLACE_LISTS, sameArea, scopeOf } from './state.js';

/** How many of each list are read at most; beyond that the page says that there is more. */
const MOST = { areas: 2000, incidents: 2000, cameras: 2000, tracks: 500, estates: 1000, buildings: 2000, streets: 2000 };
/** A wall shows a whole city, and nobody pages through it. */
const MOST_ON_WALL = { ...MOST, areas: 20_000, incidents: 5000, cameras: 20_000 };
/** The steps of an incident before it is closed. */
const OPEN_STEPS = ['collect', 'file', 'dispatch', 'handle', 'verify'];
export const TRACK_HOURS = { site: 24, area: 48 };
/** @param {ListKind} kind @returns {kind is 'estates' | 'buildings' | 'streets'} */
const isPlaces = (kind) => PLACE_LISTS.some((list) => list === kind);
const THINGS = /** @type {const} */ (['incidents', 'cameras', 'tracks']);

/**
 * Reads what the state asks for: the site, the card of the chosen area, the lists that are seen. Each has an abort of its
 * own, so that a newer question stops the older one.
 *
 * @param {Page} page
 */
export function startLoading(page) {
  const { store } = page;
  const card = createSlot((now) => store.dispatch({ kind: 'card', card: now }), () => store.state().card);
  const place = createSlot((now) => store.dispatch({ kind: 'place-card', card: now }), () => store.state().placeCard);
  const here = createHere(page);
  const lists = {
    areas: listSlot(page, 'areas'), incidents: listSlot(page, 'incidents'),
    cameras: listSlot(page, 'cameras'), tracks: listSlot(page, 'tracks'),
    estates: listSlot(page, 'estates'), buildings: listSlot(page, 'buildings'), streets: listSlot(page, 'streets'),
  };
  const readCard = () => {
    const area = store.state().selected;
    if (area) card.read((signal) => readCardOf(page, area, signal));
    else card.stop();
  };
  const readThePlace = () => {
    const { place: ref, site } = store.state();
    if (ref && site.status === 'ready') place.read((signal) => readPlace(page, ref, signal));
    else place.stop();
  };
  const readLists = () => {
    for (const kind of /** @type {ReadKind[]} */ (Object.keys(lists))) lists[kind](false);
  };
  store.watch((state) => state.selected, readCard);
  store.watch((state) => state.place, readThePlace);
  store.watch((state) => state.site.status, readThePlace);
  store.watch(wanted, readLists);
  store.watch((state) => state.site.status, readLists);
  readCard();
  return {
    here: here.ask,
    /** @param {ReadKind | 'card' | 'here' | 'place'} what */
    again(what) {
      if (what === 'card') readCard();
      else if (what === 'here') here.again();
      else if (what === 'place') readThePlace();
      else lists[what](true);
    },
  };
}

/** Everything that decides which lists are read, as one text. @param {State} state */
const wanted = (state) =>
  JSON.stringify([state.tablesOpen && state.tab, THINGS.map((kind) => state.layers[kind]), state.shown, state.selected?.code, state.closedToo]);

/** @param {Page} page @param {ReadKind} kind */
function listSlot(page, kind) {
  const { store } = page;
  const slot = createSlot((now) => store.dispatch({ kind: 'list', list: kind, rows: now }), () => store.state().lists[kind]);
  /** @type {string | null} */
  let scopeRead = null;
  return (/** @type {boolean} */ again) => {
    const state = store.state();
    const seen = (state.tablesOpen && state.tab === kind) || (kind === 'areas' ? page.outline : !isPlaces(kind) && state.layers[kind]);
    const scope = scopeOf(state, kind);
    if (state.site.status !== 'ready' || !seen) return;
    if (kind !== 'areas' && !isPlaces(kind) && !state.site.data.canRead.includes(kind)) return;
    if (!again && scope === scopeRead) return;
    scopeRead = scope;
    slot.read((signal) => readRows(page, kind, scope, signal));
  };
}

/** @param {Page} page @param {ReadKind} kind @param {string} scope @param {AbortSignal} signal @returns {Promise<Rows>} */
async function readRows(page, kind, scope, signal) {
  if (isPlaces(kind)) {
    const area = scope === '' ? null : { partition: 'tree', code: scope };
    return { scope, ...(await readPlaceRows(page.api, kind, area, { most: MOST[kind], signal })) };
  }
  if (kind !== 'areas') {
    const list = kind === 'incidents' ? await readIncidents(page.api, { ...place(page), closedToo: page.store.state().closedToo }, signal) : await page.api.things(kind, { ...place(page), ...since(page, kind) }, most(page)[kind], signal);
    return { scope, features: list.features, next: list.next ?? null };
  }
  const { partition, level } = page.store.state().shown;
  const geometry = page.outline ? 'outline' : 'none';
  const list = await page.api.areas({ partition, level, geometry, limit: 500 }, most(page).areas, signal);
  return { scope, features: list.features, next: list.next ?? null };
}

/** @param {Page} page */
const most = (page) => (page.store.state().wall === null ? MOST : MOST_ON_WALL);

/** @param {Page} page @returns {{ grid: string }} */
const place = (page) => ({ grid: page.store.state().selected?.partition === 'tree' ? (page.store.state().selected?.code ?? '') : '' });

/**
 * Tracks are many: of the whole site those of a day, of one area those of a week.
 *
 * @param {Page} page @param {ReadKind} kind
 */
function since(page, kind) {
  if (kind !== 'tracks') return {};
  const hours = place(page).grid ? TRACK_HOURS.area : TRACK_HOURS.site;
  return { from: new Date(Date.now() - hours * 3_600_000).toISOString() };
}

/**
 * Open incidents step by step, because the closed ones are twenty times as many; all of them when they are asked for.
 *
 * @param {Page['api']} api @param {{ grid: string, closedToo: boolean }} which @param {AbortSignal} signal
 * @returns {Promise<FeatureList<IncidentProps>>}
 */
export async function readIncidents(api, { grid, closedToo }, signal) {
  const steps = closedToo ? [''] : OPEN_STEPS;
  const [categories, ...lists] = await Promise.all([
    api.categories(signal),
    ...steps.map((state) => api.things('incidents', { grid, state }, MOST.incidents, signal)),
  ]);
  const features = lists.flatMap((list) => list.features);
  nameCategories(features, categories.categories);
  return { type: 'FeatureCollection', features, next: lists.find((list) => list.next)?.next };
}

/**
 * Gives incidents the names of their categories.
 *
 * @param {GeoFeature<IncidentProps>[]} incidents @param {{ code: string, nameZh: string, nameEn: string }[]} categories
 */
export function nameCategories(incidents, categories) {
  const names = new Map(categories.map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }]));
  for (const { properties } of incidents) properties.categoryNames = names.get(properties.category);
}

/** @param {Page} page @param {AreaRef} area @param {AbortSignal} signal @returns {Promise<CardData>} */
async function readCardOf(page, area, signal) {
  const [card, children, history] = await Promise.all([
    page.api.card(area, signal),
    page.api.areas({ partition: area.partition, parent: area.code, geometry: 'none', limit: 200 }, 200, signal),
    page.api.history(area, signal),
  ]);
  return { ...card, children: children.features, history: versionsOf(history) };
}

/**
 * The versions of an area, the newest first, whether they come as features or bare.
 *
 * @param {any} answer @returns {AreaProps[]}
 */
export function versionsOf(answer) {
  const list = Array.isArray(answer) ? answer : (answer.features ?? answer.versions ?? []);
  return list
    .map((/** @type {any} */ item) => item.properties ?? item)
    .sort((/** @type {AreaProps} */ a, /** @type {AreaProps} */ b) => b.version - a.version);
}

/** @param {Page} page */
function createHere({ store, api }) {
  let last = { lng: 0, lat: 0, label: '' };
  /** @param {Partial<Here>} found */
  const put = (found) => {
    const { here } = store.state();
    if (here) store.dispatch({ kind: 'here', here: { ...here, ...found } });
  };
  const answer = createSlot((/** @type {Resource<HereAnswer>} */ now) => put({ answer: now }), idle);
  const cameras = createSlot((/** @type {Resource<GeoFeature<CoveringProps>[]>} */ now) => put({ cameras: now }), idle);
  const mayLook = () => {
    const { site } = store.state();
    return site.status === 'ready' && site.data.canRead.includes('cameras');
  };
  /** @param {number} lng @param {number} lat @param {string} [label] what is there, where that is known */
  const ask = (lng, lat, label = '') => {
    last = { lng, lat, label };
    store.dispatch({ kind: 'here', here: { ...last, answer: { status: 'loading' }, cameras: { status: 'idle' } } });
    answer.read((signal) => api.at(lng, lat, signal));
    if (mayLook()) cameras.read(async (signal) => (await api.covering(lng, lat, signal)).features);
  };
  return { ask, again: () => ask(last.lng, last.lat, last.label) };
}

/** Nothing of what was found for another place is kept. @returns {{ status: 'idle' }} */
const idle = () => ({ status: 'idle' });

/** Whether a card is that of an area. @param {Resource<CardData>} card @param {AreaRef | null} area */
export const isCardOf = (card, area) =>
  card.status === 'ready' && sameArea(area, { partition: card.data.area.properties.partition, code: card.data.area.properties.code });
