import { createStore } from '../../app/store.js';
import { createWords, LOCALES } from '../../app/i18n.js';
import { keep, readerDefaults } from '../../app/reader.js';
import { boxOf, widened } from '../../map/box.js';
import { planMapCreator } from '../../map/plan-open.js';
import { drawingOfBrowser } from '../../map/webgl.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { tell } from '../story/story.js';
import { createPlanActions } from './actions.js';
import { mountBalance } from './balance.js';
import { chooser } from './choose.js';
import { desk } from './desk.js';
import { showHead } from './head.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { createPictures } from './picture.js';
import { createPlanRequests } from './requests.js';
import { reviewPanels } from './review.js';
import { ownImpact } from './own-impact.js';
import { searchOnPlan } from './search.js';
import { createHooks } from './hooks.js';
import { createPanels } from './panels.js';
import { splitStory } from './story.js';
import { firstPlanState, reducePlan } from './state.js';

/** The entry of the planner's page: makes its parts and connects them. */

const SAID_MS = 9000;

/** @param {string} id */
const place = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const asked = new URLSearchParams(location.search);
/** @type {PlanStore} */
const store = createStore(firstPlanState(readerOf(asked)), reducePlan);
const words = () => createWords(store.state().lang, store.state().site?.timeZone, { zh, en });
const requests = createPlanRequests(() => store.state().lang);
const actions = createPlanActions(store, requests, words);
const pictureOf = createPictures();
/** @type {PlanMapView | null} */
let map = null;
let said = '';
let saying = 0;

const withBalance = mountBalance(place('balance'), { store, actions, words, shown: () => map?.apply(withBalance(pictureOf(store.state()))) });
/** @type {PlanPage} */
const page = { store, words, requests, actions, map: () => map, on: createHooks(store) };
const own = ownImpact(store, words, asked.get('plan'));
const panels = createPanels(place('panel'), page, {
  id: 'chooser', titleKey: 'plan.choose',
  render: (root) => show(root, html`${chooser(store.state(), words(), actions)}${store.state().signIn ? own : null}`),
});
// One line for each panel; their order is that of panels.js.
panels.addPanel({ id: 'shape', titleKey: 'plan.panel.shape', render: (root) => show(root, desk(store.state(), words(), actions)) });
for (const panel of reviewPanels(store, words)) panels.addPanel(panel);

let focusSearch = drawHead();
draw(store.state());
store.watch((state) => state, draw);
for (const part of /** @type {const} */ (['lang', 'theme', 'site'])) store.watch((state) => state[part], () => (focusSearch = drawHead()));
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  focusSearch();
});
store.watch((state) => state.plan?.id ?? null, () => {
  followAddress();
  fit();
  const { plan } = store.state();
  if (plan?.state === 'published' && !store.state().compare) actions.compare();
});
store.watch((state) => state.selected, fitChosen);
begin();

async function begin() {
  await actions.load();
  const { site, signIn } = store.state();
  if (site) await openMap(site);
  const id = asked.get('plan');
  if (id && !signIn) await actions.open(id);
  if (asked.get('story') === 'split' && !signIn) tell(splitStory(store), words);
}

/** @param {Site} site */
async function openMap(site) {
  map = (await planMapCreator(!drawingOfBrowser().webgl2))(place('map'), {
    picture: withBalance(pictureOf(store.state())), title: words().t('plan.map'), box: widened(site.bounds, 0.02),
    actions: {
      chosen: (face) => {
        const { plan } = store.state();
        if (!plan) actions.pickArea(face);
        else if (plan.state !== 'published') actions.select(face);
      },
      drawn: actions.drawn,
      cancelled: actions.giveUp,
      failed: () => {},
    },
  });
  new ResizeObserver(() => map?.resized()).observe(place('map'));
  show(place('overmap'), html`<div class="map-buttons" role="group">
    ${/** @type {const} */ ([['plus', 'map.zoom-in', 1], ['minus', 'map.zoom-out', -1]]).map(([name, label, steps]) => html`<button type="button" class="icon-button"
      aria-label=${words().t(label)} title=${words().t(label)} @click=${() => map?.zoomBy(steps)}>${icon(name)}</button>`)}</div>`);
  fit();
}

/** Not with every state: what is being typed into the search would be lost. */
function drawHead() {
  showHead(place('header'), store.state(), words(), choose);
  const search = /** @type {HTMLElement} */ (place('header').querySelector('.search-place'));
  return searchOnPlan(search, { store, requests, actions, words, map: () => map });
}

/** @param {PlanState} state */
function draw(state) {
  document.documentElement.lang = LOCALES[state.lang];
  document.documentElement.dataset.theme = state.theme;
  document.title = words().t('plan.title');
  show(place('bands'), drawingOfBrowser().webgl2 ? null : html`<p class="band">${icon('info')}<span>${words().t('plan.no-map')}</span></p>`);
  panels.draw();
  say(state.said);
  map?.apply(withBalance(pictureOf(state)));
}

/** What happened is said, and goes away from the picture again. @param {string} text */
function say(text) {
  if (text === said) return;
  said = text;
  place('said').textContent = text;
  clearTimeout(saying);
  saying = setTimeout(() => (place('said').textContent = ''), SAID_MS);
}

/** @param {{ lang?: Lang, theme?: Theme }} reader */
function choose(reader) {
  if (reader.lang) keep('lang', reader.lang);
  if (reader.theme) keep('theme', reader.theme);
  store.dispatch({ kind: 'reader', reader });
}

function fit() {
  const boxes = (store.state().plan?.grids.features ?? []).flatMap(({ geometry }) => boxOf(geometry) ?? []);
  if (boxes.length === 0) return;
  map?.resized();
  const every = (/** @type {number} */ k) => boxes.filter((_, i) => i % 4 === k);
  map?.fit([Math.min(...every(0)), Math.min(...every(1)), Math.max(...every(2)), Math.max(...every(3))], 40);
}

function fitChosen() {
  const { plan, selected } = store.state();
  const box = boxOf(plan?.grids.features.find(({ id }) => id === selected)?.geometry ?? null);
  if (box) map?.fit(box, 96);
}

function followAddress() {
  const query = new URLSearchParams(location.search);
  const id = store.state().plan?.id;
  if (id) query.set('plan', String(id));
  else query.delete('plan');
  history.replaceState(null, '', `${location.pathname}${query.size > 0 ? `?${query}` : ''}`);
}

/** @param {URLSearchParams} query @returns {{ lang: Lang, theme: Theme }} */
function readerOf(query) {
  const { lang, theme } = readerDefaults();
  const [askedLang, askedTheme] = [query.get('lang'), query.get('theme')];
  return {
    lang: askedLang === 'zh' || askedLang === 'en' ? askedLang : lang,
    theme: askedTheme === 'dark' || askedTheme === 'light' || askedTheme === 'contrast' ? askedTheme : theme,
  };
}
