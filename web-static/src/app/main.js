import { mountVideo } from '../features/camera/window.js';
import { mountCard } from '../features/grid/card.js';
import { mountHere } from '../features/grid/here.js';
import { mountSide } from '../features/grid/side.js';
import { placeAt } from '../features/place/near.js';
import { refOfHit } from '../features/place/ref.js';
import { viewOf } from '../features/place/results.js';
import { mountSearch } from '../features/place/search.js';
import { createIncidentCard } from '../features/incident/card.js';
import { followNames } from '../features/patrol/names.js';
import { followPeople } from '../features/patrol/people.js';
import { createPersonCard } from '../features/patrol/person-card.js';
import { boxOf, widened } from '../map/box.js';
import { followEmergencies } from '../features/emergency/lasting.js';
import { followWhistles } from '../features/whistle/lasting.js';
import { mountCallNow } from '../features/message/strip.js';
import { mountWhistles } from '../features/whistle/strip.js';
import { mapCreator } from '../map/open.js';
import { drawingOfBrowser } from '../map/webgl.js';
import { createToasts } from '../ui/toast.js';
import { followAddressBar } from './address.js';
import { createApi } from './api.js';
import { mountBands } from './bands.js';
import { mountHeader } from './header.js';
import { openHelp } from './help.js';
import { LOCALES } from './i18n.js';
import { listenToKeys } from './keys.js';
import { createLive } from './live.js';
import { createFollower } from './live-follow.js';
import { isCardOf, startLoading } from './loading.js';
import { mountOvermap } from './overmap.js';
import { createPage } from './page.js';
import { isWall, mayBeWall, wallWait } from './which-view.js';
import { problemOf } from './problem.js';
import { keep, readerDefaults } from './reader.js';
import { firstState, reduce } from './state.js';
import { createStore } from './store.js';
import { mountTables } from './tables.js';
import { parseAddress } from './url.js';

/** The entry of the page: makes its parts and connects them. */

/** How long the map waits for the outline it shall open on. */
const CARD_WAIT_MS = 1500;

/** @param {string} id */
const place = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const address = parseAddress(location.search, location.hash);
const store = createStore(firstState(address, readerDefaults()), reduce);
const api = createApi((connected) => store.dispatch({ kind: 'connected', connected }), () => store.state().lang);
const { page, setMap, setRetry, heard, fitNext, fitted } = createPage(store, api, !drawingOfBrowser().webgl2, createToasts(place('toasts')));

let clicks = new AbortController();
const creator = mapCreator(page.outline);
dressDocument();
const home = () => {
  const { site } = store.state();
  if (site.status === 'ready') page.map()?.fit(site.data.bounds, 24);
};
const help = () => openHelp(page);
followPeople(page);
followNames(page);
followWhistles(page);
followEmergencies(page);
const loading = startLoading(page);
setRetry((what) => (what === 'site' ? readSite() : loading.again(what)));
const live = createLive(store);
live.subscribe(heard);
live.subscribe(createFollower(page, { again: loading.again, readSite }));
store.watch((state) => state.card, fitWanted);
/** @type {ReturnType<typeof mountOvermap> | null} */
let overmap = null;
/** @type {Awaited<ReturnType<typeof openWall>> | null} */
let wall = null;
// Who has not said which of the two views is known when the site is.
if (!mayBeWall(address)) mountParts();
readSite();

/** Everything around the map but on the wall. */
function mountParts() {
  const header = mountHeader(place('header'), page, {
    help,
    search: (at) => mountSearch(at, page, { area: (area) => page.choose(area, area.level), place: goToPlace }),
  });
  overmap = mountOvermap(place('overmap'), page, { home });
  mountBands(place('bands'), page, { askServer: readSite });
  mountSide(place('side'), page);
  mountCard(place('card'), page, { fit: fitCard, fitPlace, things: { incidents: createIncidentCard, people: createPersonCard } });
  mountTables(place('tables'), page);
  mountHere(place('here'), page);
  mountVideo(place('video'), page);
  mountWhistles(place('whistles'), page, (incident) => page.pick({ kind: 'incidents', id: incident }));
  mountCallNow(place('call-now'), page, (incident) => page.pick({ kind: 'incidents', id: incident }));
  listenToKeys(page, { search: header.focusSearch, help, home });
  followAddressBar(store, address, (view) => page.map()?.goTo(view));
  if (address.place && !address.view) fitPlaceOnce();
}

/** The other view of the page: what is around the map is the wall's. */
async function openWall() {
  const code = await import('../features/wall/wall.js');
  store.dispatch({ kind: 'wall', wall: location.search });
  code.dressWall(location.search);
  return { layers: code.wallLayers, mount: () => code.mountWall(place('wall'), page) };
}

async function readSite() {
  const first = store.state().site.status !== 'ready';
  if (first) store.dispatch({ kind: 'site', site: { status: 'loading' } });
  try {
    const site = await api.site(new AbortController().signal);
    store.dispatch({ kind: 'site', site: { status: 'ready', data: site } });
    if (site.canRead.length > 0) live.begin(site.newestEvent, site.account);
  } catch (error) {
    if (first) store.dispatch({ kind: 'site', site: { status: 'failed', problem: problemOf(error) } });
    if (first && address.wall) setTimeout(readSite, wallWait());
    else if (first && !overmap) mountParts();
    return;
  }
  if (!first) return;
  if (isWall(address, store.state())) wall = await openWall();
  else if (!overmap) mountParts();
  const mounted = wall?.mount();
  await openMap();
  mounted?.show();
}

async function openMap() {
  const create = await creator;
  const box = await firstBox();
  if (!box) return;
  const map = create(place('map'), { state: store.state(), words: page.words(), box, actions: wall ? wallActions() : mapActions(), wallLayers: wall?.layers });
  setMap(map);
  store.watch((now) => now, (now) => map.apply(now, page.words()));
  map.apply(store.state(), page.words());
  new ResizeObserver(() => map.resized()).observe(place('map'));
  overmap?.scale();
  fitWanted();
}

/** What the map opens on: the area the address names, when its outline comes in time, else the whole site. */
async function firstBox() {
  const wanted = fitNext();
  if (wanted) await cardSettled();
  const { site, card } = store.state();
  if (site.status !== 'ready') return null;
  const box = card.status === 'ready' && isCardOf(card, wanted) ? boxOf(card.data.area.geometry) : null;
  if (box) fitted();
  return box ? widened(box, 0.25) : widened(site.data.bounds, 0.02);
}

/** @returns {Promise<void>} */
function cardSettled() {
  return new Promise((resolve) => {
    const settled = () => ['ready', 'failed'].includes(store.state().card.status);
    if (settled()) return resolve();
    const stop = store.watch((state) => state.card, () => settled() && done());
    const timer = setTimeout(() => done(), CARD_WAIT_MS);
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
  });
}

/** @returns {MapActions} */
function mapActions() {
  return {
    moved: (view) => store.dispatch({ kind: 'view', view }),
    hovered: (area) => overmap?.hovered(area),
    pointed: (at) => overmap?.pointed(at),
    selected: (area) => {
      store.dispatch({ kind: 'select', area });
      store.dispatch({ kind: 'pick', picked: null });
    },
    picked: page.mark,
    placed: choosePlaceAt,
    askedHere: (lng, lat) => loading.here(lng, lat),
    failed: (message) => page.say(page.words().t('map.failed', { message }), 'bad'),
    ready: () => {
      document.documentElement.dataset.map = 'ready';
    },
  };
}

/** On the wall a click chooses nothing. @returns {MapActions} */
function wallActions() {
  const nothing = () => {};
  return { ...mapActions(), hovered: nothing, pointed: nothing, selected: nothing, picked: nothing, placed: nothing, askedHere: nothing };
}

/** Marks a place that was searched, and tells what it belongs to. @param {PlaceHit} hit */
function goToPlace(hit) {
  const view = viewOf(hit);
  page.map()?.goTo(view);
  loading.here(view.lng, view.lat, hit.label);
  store.dispatch({ kind: 'place', place: refOfHit(hit) });
}

/** @param {string} kind @param {{ lng: number, lat: number }} at @param {AreaRef | null} area chosen where there is no such place after all */
async function choosePlaceAt(kind, { lng, lat }, area) {
  clicks.abort();
  clicks = new AbortController();
  const { signal } = clicks;
  const found = await placeAt(api, kind, [lng, lat], signal).catch(() => null);
  if (signal.aborted) return;
  if (found) store.dispatch({ kind: 'place', place: { kind, id: found.id } });
  else store.dispatch({ kind: 'select', area });
}

/** The map opens on the place that the address names, unless the address says where to look. */
function fitPlaceOnce() {
  const stop = store.watch((state) => state.placeCard.status === 'ready' && page.map() !== null, (isThere) => {
    if (isThere) fitPlace();
    if (isThere) stop();
  });
}

function fitPlace() {
  const { placeCard } = store.state();
  const box = placeCard.status === 'ready' ? boxOf(placeCard.data.place.geometry) : null;
  if (box) page.map()?.fit(box);
}

/** Goes to the area that was chosen elsewhere than on the map, once its outline is there. */
function fitWanted() {
  const wanted = fitNext();
  if (!wanted || !page.map() || !isCardOf(store.state().card, wanted)) return;
  fitted();
  fitCard();
}

function fitCard() {
  const { card } = store.state();
  const box = card.status === 'ready' ? boxOf(card.data.area.geometry) : null;
  if (box) page.map()?.fit(box);
}

/** What the state says of the document itself: language, theme, title. */
function dressDocument() {
  const dress = () => {
    const { lang, theme, site } = store.state();
    document.documentElement.lang = LOCALES[lang];
    document.documentElement.dataset.theme = theme;
    const name = site.status === 'ready' ? (lang === 'zh' ? site.data.nameZh : site.data.nameEn) : '';
    document.title = name ? page.words().t('product.title', { site: name }) : page.words().t('product.name');
  };
  dress();
  store.watch((state) => state.site, dress);
  store.watch((state) => state.lang, (lang) => {
    keep('lang', lang);
    dress();
  });
  store.watch((state) => state.theme, (theme) => {
    keep('theme', theme);
    dress();
  });
}
