import { mountBands } from '../../app/bands.js';
import { createApi } from '../../app/api.js';
import { mountHeader } from '../../app/header.js';
import { LOCALES } from '../../app/i18n.js';
import { createLive } from '../../app/live.js';
import { createFollower } from '../../app/live-follow.js';
import { mountOvermap } from '../../app/overmap.js';
import { createPage, createWordsFor } from '../../app/page.js';
import { problemOf } from '../../app/problem.js';
import { keep, readerDefaults } from '../../app/reader.js';
import { pickedFeature } from '../../app/rows.js';
import { firstState, reduce } from '../../app/state.js';
import { createStore } from '../../app/store.js';
import { parseAddress } from '../../app/url.js';
import { boxOf, widened } from '../../map/box.js';
import { mapCreator } from '../../map/open.js';
import { drawingOfBrowser } from '../../map/webgl.js';
import { problemNote } from '../../ui/problem.js';
import { show } from '../../ui/html.js';
import { createToasts } from '../../ui/toast.js';
import { mountAlarms } from '../alarm/panel.js';
import { en as alarmEn } from '../alarm/i18n/en.js';
import { zh as alarmZh } from '../alarm/i18n/zh.js';
import { mountVideo } from '../camera/window.js';
import { idOf } from '../incident/card.js';
import { mountCallNow } from '../message/strip.js';
import { followPeople } from '../patrol/people.js';
import { followEmergencies } from '../emergency/lasting.js';
import { followWhistles } from '../whistle/lasting.js';
import { mountDutyLine } from '../shift/on-duty.js';
import { tell } from '../story/story.js';
import { silentStory } from '../whistle/story.js';
import { mountWhistles } from '../whistle/strip.js';
import { mountDeskCard } from './card.js';
import { createDeskPage } from './desk-page.js';
import { FIRST, parseDesk } from './desk-state.js';
import { mayEnter, showDoor } from './door.js';
import { followAddress, keptArea } from './follow-address.js';
import { openDeskHelp } from './help.js';
import { mountJump } from './jump.js';
import { listenToDeskKeys } from './keys.js';
import { mountList } from './list.js';
import { createReading } from './reading.js';
import { FILTERS } from './queue.js';
import { mountPanes } from './panes.js';
import { followNews } from './news.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';

/** The entry of the operator's desk: makes its parts and connects them. */

/** @param {string} id */
const place = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const asked = parseDesk(location.search);
const store = createStore(firstState({ ...parseAddress(location.search, location.hash), selected: null, tablesOpen: false }, readerDefaults()), reduce);
/** @type {DeskStore} */
const desk = createStore({ ...FIRST, filter: asked.filter, area: asked.area ?? keptArea() }, (state, change) => ({ ...state, ...change }));
const api = createApi((connected) => store.dispatch({ kind: 'connected', connected }), () => store.state().lang);
const { page, setMap, setRetry, heard } = createPage(store, api, !drawingOfBrowser().webgl2, createToasts(place('toasts')));
page.words = createWordsFor(store, { zh: { ...alarmZh, ...zh }, en: { ...alarmEn, ...en } });
const deskPage = createDeskPage(page, desk);
const creator = mapCreator(page.outline);
const home = () => {
  const { site } = store.state();
  if (site.status === 'ready') page.map()?.fit(site.data.bounds, 24);
};
const help = () => openDeskHelp(page);
const header = mountHeader(place('header'), page, { help, title: 'desk.title', search: (at) => mountJump(at, deskPage) });
const overmap = mountOvermap(place('overmap'), page, { home, asks: false });
const reading = createReading(page, desk);
setRetry((what) => (what === 'site' ? readSite() : reading.again(what)));
mountBands(place('bands'), page, { askServer: readSite, hints: false });
dressDocument();
readSite();

async function readSite() {
  const first = store.state().site.status !== 'ready';
  try {
    const site = await api.site(new AbortController().signal);
    store.dispatch({ kind: 'site', site: { status: 'ready', data: site } });
    if (!first) return;
    if (mayEnter(site)) await open(site);
    else showDoor(place('main'), page, site);
  } catch (error) {
    if (first) show(place('main'), problemNote(problemOf(error), page.words(), () => location.reload()));
  }
  document.documentElement.dataset.page = 'ready';
}

/** @param {Site} site */
async function open(site) {
  const live = createLive(store);
  live.subscribe(heard);
  live.subscribe(createFollower(page, { again: reading.again, readSite }));
  followNews(deskPage, place('told'));
  const list = mountList(place('queue'), deskPage);
  mountDeskCard(place('card'), deskPage);
  mountPanes(place('panes'), deskPage);
  mountVideo(place('video'), page);
  followPeople(page);
  followWhistles(page);
  followEmergencies(page);
  mountWhistles(place('whistles'), page, (incident) => deskPage.choose(incident, true));
  mountCallNow(place('call-now'), page, (incident) => deskPage.choose(incident, true));
  desk.watch((state) => state.area, mountDutyLine(place('duty-now'), page, () => desk.state().area));
  const alarms = mountAlarms(place('alarms'), page, (incident) => deskPage.choose(incident, true));
  followAddress(deskPage, asked.incident);
  keepRowsInPlace();
  listen(list, alarms);
  live.begin(site.newestEvent, site.account);
  if (new URLSearchParams(location.search).get('story') === 'silent') tell(silentStory(), page.words);
  await Promise.all([reading.begin(), openMap(site)]);
  // The map of an address that names an incident opens where that is.
  const at = pickedFeature(store.state())?.geometry?.coordinates;
  if (at) page.map()?.center(at[0], at[1]);
}

/** Whistles and alarms come and go above the list: whoever reads on in it keeps their row where it is. */
function keepRowsInPlace() {
  const above = /** @type {HTMLElement} */ (document.querySelector('.above'));
  let height = above.offsetHeight;
  new ResizeObserver(() => {
    const grown = above.offsetHeight - height;
    height += grown;
    const scroll = place('queue').querySelector('.queue-scroll');
    if (scroll && scroll.scrollTop > 0) scroll.scrollTop += grown;
  }).observe(above);
}

/** @param {Site} site */
async function openMap(site) {
  const create = await creator;
  const map = create(place('map'), { state: store.state(), words: page.words(), box: widened(site.bounds, 0.02), actions: mapActions() });
  setMap(map);
  store.watch((now) => now, (now) => map.apply(now, page.words()));
  map.apply(store.state(), page.words());
  new ResizeObserver(() => map.resized()).observe(place('map'));
  overmap.scale();
}

/** @returns {MapActions} */
function mapActions() {
  return {
    moved: (view) => store.dispatch({ kind: 'view', view }),
    hovered: overmap.hovered,
    pointed: overmap.pointed,
    touched: (thing) => store.dispatch({ kind: 'hover', id: thing?.kind === 'incidents' ? thing.id : null }),
    selected: () => store.dispatch({ kind: 'select', area: null }),
    picked: (picked) => (picked.kind === 'incidents' ? deskPage.choose(picked.id, true) : page.mark(picked)),
    placed: () => {},
    askedHere: () => {},
    failed: (message) => page.say(page.words().t('map.failed', { message }), 'bad'),
    ready: () => {
      document.documentElement.dataset.map = 'ready';
    },
  };
}

/** @param {{ focus: () => void }} list @param {{ focus: () => void }} alarms */
function listen(list, alarms) {
  const inList = () => place('queue').contains(document.activeElement);
  const step = (/** @type {1 | -1} */ by) => () => {
    const within = inList();
    deskPage.step(by);
    if (within) list.focus();
  };
  listenToDeskKeys({
    actions: deskPage.actions,
    doings: {
      next: step(1), before: step(-1), jump: header.focusSearch, help, home, alarms: alarms.focus, 'let-go': deskPage.letGo,
      list: () => go('list', list.focus),
      incident: () => go('incident', () => /** @type {HTMLElement | null} */ (place('card').querySelector('.desk-card-scroll'))?.focus()),
      map: () => go('map', () => /** @type {HTMLElement | null} */ (place('map').querySelector('canvas, .outline'))?.focus()),
      act: (action) => /** @type {HTMLElement | null} */ (place('card').querySelector(`[data-key="act-${action}"]:not(:disabled)`))?.click(),
      ...Object.fromEntries(FILTERS.map((filter, i) => [`filter-${i + 1}`, () => desk.dispatch({ filter })])),
    },
  });
}

/** @param {DeskState['pane']} pane @param {() => void} focus */
function go(pane, focus) {
  desk.dispatch({ pane });
  focus();
}

/** What the state says of the document itself: language, theme, and in the title how many wait to be accepted. */
function dressDocument() {
  const dress = () => {
    const { lang, theme } = store.state();
    document.documentElement.lang = LOCALES[lang];
    document.documentElement.dataset.theme = theme;
    const waiting = deskPage.all().filter(({ incident }) => incident.actions.includes('accept')).length;
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${page.words().t('frame.title', { page: page.words().t('desk.title') })}`;
  };
  dress();
  for (const part of /** @type {const} */ (['lang', 'theme', 'site', 'lists'])) store.watch((state) => state[part], dress);
  desk.watch((state) => state.area, dress);
  store.watch((state) => state.lang, (lang) => keep('lang', lang));
  store.watch((state) => state.theme, (theme) => keep('theme', theme));
  store.watch(idOf, dress);
  store.watch((state) => state.selected, async (area) => {
    // A grid that a card leads to is shown on the map.
    const card = area && (await api.card(area, new AbortController().signal).catch(() => null));
    const box = card ? boxOf(card.area.geometry) : null;
    if (box && store.state().selected === area) page.map()?.fit(box);
  });
}
