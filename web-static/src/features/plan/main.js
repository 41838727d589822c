import { createStore } from '../../app/store.js';
import { createWordsOf, LOCALES } from '../../app/i18n.js';
import { keep } from '../../app/reader.js';
import { drawingOfBrowser } from '../../map/webgl.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { tell } from '../story/story.js';
import { createPlanActions } from './actions.js';
import { mountBalance } from './balance.js';
import { followAddress, readerOf } from './address.js';
import { chooser } from './choose.js';
import { desk } from './desk.js';
import { showHead } from './head.js';
import { openPlanHelp } from './help.js';
import { createHooks } from './hooks.js';
import { createHud } from './hud.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { listenToPlanKeys } from './keys.js';
import { ownImpact } from './own-impact.js';
import { createPanels } from './panels.js';
import { createPictures } from './picture.js';
import { followPlan } from './plan-live.js';
import { fitChosen, fitConflict, fitPlan, openPlanMap } from './plan-map.js';
import { createPlanRequests } from './requests.js';
import { reviewPanels } from './review.js';
import { sizeOf } from './said.js';
import { searchOnPlan } from './search.js';
import { firstPlanState, reducePlan } from './state.js';
import { splitStory } from './story.js';
import { commentsPanel } from './comments-panel.js';
import { createTelling } from './telling.js';
import { createTogether } from './together.js';
import { showToolbar } from './toolbar.js';
import { createTour } from './tour.js';

/** The entry of the planner's page: makes its parts and connects them. */

/** @param {string} id */
const place = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const asked = new URLSearchParams(location.search);
/** @type {PlanStore} */
const store = createStore(firstPlanState(readerOf(asked)), reducePlan);
const words = createWordsOf(() => ({ lang: store.state().lang, timeZone: store.state().site?.timeZone }), { zh, en });
const requests = createPlanRequests(() => store.state().lang);
const telling = createTelling(place('said'), place('told'));
/** @type {PlanMapView | null} */
let map = null;
/** @type {PlanPage} */
const page = {
  store, words, requests, map: () => map, tell: telling.tell,
  actions: createPlanActions(store, requests, words), on: createHooks(store), tour: createTour(store, words),
  together: createTogether(store, requests, words),
};
const { actions } = page;
const pictureOf = createPictures();
const hud = createHud(place('hud'), page);
const withBalance = mountBalance(place('balance'), { store, actions, words, shown: () => map?.apply(picture()) });
const picture = () => page.together.onMap(withBalance(pictureOf(store.state())));
const own = ownImpact(store, words, asked.get('plan'));

const panels = createPanels(place('panel'), page, {
  id: 'chooser', titleKey: 'plan.choose',
  render: (root) => show(root, html`${chooser(store.state(), words(), actions)}${store.state().signIn ? own : null}`),
});
// One line for each panel; their order is that of panels.js.
panels.addPanel({ id: 'shape', titleKey: 'plan.panel.shape', render: (root) => show(root, desk(page)) });
for (const panel of reviewPanels(store, words)) panels.addPanel(panel);
panels.addPanel(commentsPanel(page));

let focusSearch = drawHead();
draw(store.state());
store.watch((state) => state, draw);
page.together.watch((state) => state, () => draw(store.state()));
for (const part of /** @type {const} */ (['lang', 'theme', 'site'])) store.watch((state) => state[part], () => (focusSearch = drawHead()));
store.watch((state) => state.plan?.id ?? null, () => {
  followAddress(store.state().plan);
  fitPlan(page);
  const { plan } = store.state();
  if (plan?.state === 'published' && !store.state().compare) actions.compare();
});
page.on('face-chosen', (face) => {
  fitChosen(page);
  const grid = store.state().plan?.grids.features.find(({ id }) => id === face);
  if (grid) page.tell(sizeOf(grid.properties, words()));
  // Its card stands above the table in which it may have been chosen.
  document.querySelector('#panel-shape .plan-chosen')?.scrollIntoView({ block: 'nearest' });
});
store.watch(({ conflict }) => conflict, () => fitConflict(page));
store.watch(({ work }) => work?.tool ?? null, () => document.querySelector('#panel-shape .plan-work')?.scrollIntoView({ block: 'nearest' }));
listenToPlanKeys(page, { search: () => focusSearch(), help });
begin();

async function begin() {
  await actions.load();
  const { site, signIn } = store.state();
  if (site) await openMap(site);
  if (site && !signIn) followPlan(page, site);
  const id = asked.get('plan');
  if (id && !signIn) await actions.open(id);
  if (asked.get('story') === 'split' && !signIn) tell(splitStory(store), words);
}

/** @param {Site} site */
async function openMap(site) {
  map = await openPlanMap(place('map'), { page, site, picture: picture(), moved: hud.moved });
  show(place('overmap'), html`<div class="map-buttons" role="group">
    ${/** @type {const} */ ([['plus', 'map.zoom-in', 1], ['minus', 'map.zoom-out', -1]]).map(([name, label, steps]) => html`<button type="button" class="icon-button"
      aria-label=${words().t(label)} title=${words().t(label)} @click=${() => map?.zoomBy(steps)}>${icon(name)}</button>`)}</div>`);
  map.apply(picture());
  fitPlan(page);
}

/** Not with every state: what is being typed into the search would be lost. */
function drawHead() {
  showHead(place('header'), store.state(), words(), { choose, help });
  const search = /** @type {HTMLElement} */ (place('header').querySelector('.search-place'));
  return searchOnPlan(search, { store, requests, actions, words, map: () => map });
}

function help() {
  openPlanHelp(words, page.tour.begin);
}

/** @param {PlanState} state */
function draw(state) {
  document.documentElement.lang = LOCALES[state.lang];
  document.documentElement.dataset.theme = state.theme;
  document.title = words().t('plan.title');
  show(place('bands'), drawingOfBrowser().webgl2 ? null : html`<p class="band">${icon('info')}<span>${words().t('plan.no-map')}</span></p>`);
  panels.draw();
  showToolbar(place('tools'), page);
  hud.draw();
  telling.say(state.said);
  map?.apply(picture());
}

/** @param {{ lang?: Lang, theme?: Theme }} reader */
function choose(reader) {
  if (reader.lang) keep('lang', reader.lang);
  if (reader.theme) keep('theme', reader.theme);
  store.dispatch({ kind: 'reader', reader });
}
