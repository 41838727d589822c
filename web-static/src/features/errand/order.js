import { place, problemNote, startHand, wear } from '../../app/hand.js';
import { createCalls } from '../../app/call.js';
import { problemOf } from '../../app/problem.js';
import { newKey } from '../../app/shelf.js';
import { createStore, merge } from '../../app/store.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { en as laterEn } from '../report/i18n/later.en.js';
import { zh as laterZh } from '../report/i18n/later.zh.js';
import { en as reportEn } from '../report/i18n/en.js';
import { zh as reportZh } from '../report/i18n/zh.js';
import { mountWhere } from '../report/where.js';
import { mountOwn } from './own.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { emptyOrder, lacking, orderBody, retimed, viewOf } from './state.js';

/** The entry of the page on which residents order errands, and follow them with the link they got. */

/** @type {ReportStore} */
const store = createStore(/** @type {any} */ ({ draft: { place: null, photos: [] }, open: '', grid: { status: 'none', names: [] }, busy: '', said: '', told: false, problem: null }), merge);
/** @type {HandPage | null} */
let hand = null;
let stop = () => {};
/** @type {ErrandKindInfo[]} */
let kinds = [];
const first = emptyOrder(newKey(), Date.now());
let draft = first;
let ahead = 0;
let gridName = '';
let told = false;
const { grid } = viewOf(location.search);
const calls = createCalls(() => {}, () => /** @type {HandPage} */ (hand).lang());
/** @type {ReportPage} */
const page = {
  store,
  words: () => /** @type {HandPage} */ (hand).words(),
  lang: () => /** @type {HandPage} */ (hand).lang(),
  calls: async () => calls,
  learn: async () => {},
};

startHand({
  title: 'errand.order-title', home: '/errand/',
  catalog: async (lang) => (lang === 'zh' ? { ...reportZh, ...laterZh, ...zh } : { ...reportEn, ...laterEn, ...en }),
  draw(now) {
    hand = now;
    draw();
  },
}).then(async () => {
  wear('hand-later.css');
  window.addEventListener('hashchange', draw);
  await readFirst();
  document.documentElement.dataset.errand = 'ready';
});

async function readFirst() {
  const { signal } = new AbortController();
  const [all, site, area] = await Promise.all([
    calls.get('/api/errands/kinds', {}, signal).catch(() => null), calls.get('/api/site', {}, signal).catch(() => null),
    grid ? calls.get(`/api/grids/${grid}`, {}, signal).catch(() => null) : null,
  ]);
  kinds = all?.kinds ?? [];
  gridName = area?.properties?.name ?? '';
  if (site) {
    ahead = Date.parse(site.asOf) - Date.now();
    hand?.zone(site.timeZone);
  }
  draft = retimed(draft, first, Date.now() + ahead);
  draw();
}

function draw() {
  stop();
  const main = place('content');
  const token = location.hash.slice(1);
  stop = token ? mountOwn(main, { words: page.words, lang: page.lang, kinds: () => kinds, token }) : mountOrder(main);
}

/** @param {HTMLElement} main */
function mountOrder(main) {
  const words = page.words();
  show(main, html`<form class="report-form errand-order" novalidate @submit=${(/** @type {Event} */ event) => { event.preventDefault(); send(main); }}>
    <p class="lead">${words.t('errand.lead')}</p>
    <fieldset class="part errand-kinds" data-part="kinds"></fieldset>
    ${gridName ? html`<p class="note errand-grid">${icon('pin')}<span>${words.t('errand.grid-chosen', { grid: gridName })}</span></p>` : null}
    <section class="part" data-part="where" aria-labelledby="where"></section>
    <section class="part" aria-labelledby="when"><h2 id="when">${words.t('errand.when')}</h2><div class="errand-window">${field('from', 'datetime-local', 16)}${field('until', 'datetime-local', 16)}</div></section>
    <section class="part" aria-labelledby="who"><h2 id="who">${words.t('errand.who')}</h2>${field('name', 'text', 60)}${field('phone', 'tel', 30)}${field('address', 'text', 200)}
      <label class="labelled"><span>${words.t('errand.wish')}</span><textarea class="field" rows="3" maxlength="1000" data-key="wish" placeholder=${words.t('errand.wish-hint')} .value=${draft.wish} @input=${keep('wish')}></textarea></label>
      <p class="faint">${words.t('errand.privacy')}</p></section>
    <div class="send-bar" data-part="send"></div></form>`);
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (main.querySelector(`[data-part=${name}]`));
  drawKinds(main);
  const stops = mountWhere(part('where'), page);
  drawSend(main, [], null, false);
  return () => stops.forEach((one) => one());
}

/** @param {keyof ErrandDraft} name */
const keep = (name) => (/** @type {Event} */ event) => {
  draft = { ...draft, [name]: /** @type {HTMLInputElement} */ (event.target).value };
  if (told) drawSend(place('content'), lacks(), null, false);
};

/** What is missing now. */
const lacks = () => lacking(draft, Boolean(store.state().draft.place || gridName), Date.now() + ahead);

/** @param {'from' | 'until' | 'name' | 'phone' | 'address'} name @param {string} type @param {number} most */
const field = (name, type, most) => html`<label class="labelled"><span>${page.words().t(`errand.${name}`)}</span>
  <input class="field" type=${type} maxlength=${most} autocomplete=${name === 'phone' ? 'tel' : name === 'name' ? 'name' : 'off'} data-key=${name} .value=${draft[name]} @input=${keep(name)}></label>`;

/** @param {HTMLElement} main */
function drawKinds(main) {
  const words = page.words();
  const choose = (/** @type {string} */ code) => () => {
    draft = { ...draft, kind: code };
    if (told) drawSend(main, lacks(), null, false);
  };
  show(/** @type {HTMLElement} */ (main.querySelector('[data-part=kinds]')), html`<legend>${words.t('errand.what')}</legend>
    <div class="ways">${kinds.filter(({ retired }) => !retired).map(({ code, nameZh, nameEn }) => html`<label class="tile"><input type="radio" name="kind" value=${code} data-key=${`kind-${code}`} ?checked=${code === draft.kind} @change=${choose(code)}><span>${words.lang === 'zh' ? nameZh : nameEn}</span></label>`)}</div>`);
}

/** @param {HTMLElement} main @param {string[]} missing @param {ProblemBody | null} problem @param {boolean} busy */
function drawSend(main, missing, problem, busy) {
  const words = page.words();
  show(/** @type {HTMLElement} */ (main.querySelector('[data-part=send]')), html`${missing.length > 0 ? html`<p class="note bad" role="alert">${icon('warning')}<span>${words.t('errand.lacks', { what: missing.map((name) => words.t(`errand.lacks-${name}`)).join(words.t('hand.and')) })}</span></p>` : null}
    ${problem ? problemNote(problem, words) : null}
    <button type="submit" class="button primary wide" data-key="send" ?disabled=${busy}>${icon('send')}<span>${words.t(busy ? 'errand.sending' : 'errand.send')}</span></button>`);
}

/** @param {HTMLElement} main */
async function send(main) {
  const chosen = store.state().draft.place;
  told = true;
  if (lacks().length > 0) return drawSend(main, lacks(), null, false);
  drawSend(main, [], null, true);
  try {
    const { token } = await calls.send('POST', '/api/errands/orders', { body: orderBody(draft, chosen, grid), signal: new AbortController().signal });
    draft = emptyOrder(newKey(), Date.now() + ahead);
    told = false;
    location.hash = token;
    window.scrollTo(0, 0);
  } catch (error) {
    drawSend(main, [], problemOf(error), false);
  }
}
