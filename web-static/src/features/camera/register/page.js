import { createStore, merge } from '../../../app/store.js';
import { openDialog } from '../../../ui/dialog.js';
import { html, show } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';
import { createActions } from './actions.js';
import { openBulk, openEnd } from './bulk.js';
import { mountCard } from './card.js';
import { mountFilters } from './filters.js';
import { groundTabs, mountGround, NO_GROUND } from './ground.js';
import { openImport } from './import.js';
import { mountMap } from './map.js';
import { mountRows } from './rows.js';
import { createPreview, createSeen } from './seen.js';
import { KEEPERS, viewOf } from './state.js';

const NEWS_MS = 3_000;
const KEYS = [['← →', 'turn'], ['Shift', 'shift'], ['+ −', 'range'], ['[ ]', 'angle'], ['Alt ↑ ↓ ← →', 'move'], ['Enter', 'save'], ['Esc', 'escape'], ['Ctrl Z', 'undo'], ['Ctrl Shift Z', 'redo']];

/**
 * The page of the register: the table, the map with what cameras see, and the card of the chosen one.
 *
 * @param {HTMLElement} place @param {FramePage} page @param {Site} site @returns {() => void} stops
 */
export function mountRegister(place, page, site) {
  const words = page.words;
  show(place, html`<div class="cams-page"><section class="cams-filters" aria-label=${words().t('cams.filters')}></section>
    <div class="segments cams-tabs" role="group" aria-label=${words().t('cams.parts')}></div>
    <div class="segments cams-panes for-phone" role="group" aria-label=${words().t('cams.panes')}></div>
    <section class="cams-rows" aria-label=${words().t('cams.title')}></section><section class="cams-cover" aria-label=${words().t('cams.ground')} hidden></section>
    <section class="cams-stage" aria-label=${words().t('cams.map')}><div class="cams-note" role="status"></div><div class="cams-map-tools"></div><ul class="cams-legend" aria-label=${words().t('cams.legend')}></ul></section>
    <aside class="cams-side" aria-label=${words().t('cams.card')} hidden></aside><div class="cams-done" role="status"></div>
    <p class="hidden" id="cams-map-keys">${words().t('cams.map-keys')}</p><p class="hidden" data-part="told" aria-live="assertive"></p></div>`);
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (place.querySelector(`.cams-${name}`));
  const told = /** @type {HTMLElement} */ (place.querySelector('[data-part=told]'));
  const store = createStore(firstState(), merge);
  /** @type {ReturnType<typeof mountMap>} */
  let map = /** @type {any} */ (null);
  const base = {
    page, site, store, words,
    mayKeep: () => store.state().view.day === '' && site.roles.some((role) => KEEPERS.includes(role)),
    tell: (/** @type {string} */ text) => void (told.textContent = text),
    go: (/** @type {Position} */ at, /** @type {number | undefined} */ zoom) => map.go(at, zoom),
  };
  /** @type {CameraPage} */
  const to = { ...base, does: createActions(base) };
  const seen = createSeen(to);
  map = mountMap(part('stage'), to, seen.look);
  const drawFilters = mountFilters(part('filters'), to, { openImport: () => openImport(to), openHelp: () => openKeys(words()) });
  const rows = mountRows(part('rows'), to, { openBulk: () => openBulk(to) });
  const ground = mountGround(part('cover'), to);
  const drawCard = mountCard(part('side'), to, { openEnd: (row) => openEnd(to, row) });
  show(part('legend'), legend(words()));
  const drawRest = () => {
    drawPanes(to, part('panes'), part('page'));
    show(part('tabs'), groundTabs(to));
    drawNotes(to, part('note'), part('done'));
    drawMapTools(to, part('map-tools'));
  };
  follow(to, { map, rows, ground, seen, drawFilters, drawCard, drawRest });
  const stops = [listenToKeys(to), listenToNews(to), page.store.watch(({ theme }) => theme, map.redraw), map.dispose, rows.dispose, ground.dispose];
  to.does.reload().then(() => {
    const row = store.state().rows?.find(({ id }) => id === store.state().view.id);
    if (!row) return;
    map.go(row.geometry?.coordinates, 17);
    to.does.see(row.id);
  });
  return () => stops.forEach((stop) => stop());
}

/** @returns {CameraState} */
const firstState = () => ({
  view: viewOf(location.search), rows: null, busy: false, problem: null, picked: new Set(), anchor: '', session: null, coverage: null, saving: false, fault: null,
  conflict: null, placing: false, boxing: false, ground: NO_GROUND, pane: 'table', history: null, version: '', done: null, seen: { outlines: [], tooMany: false },
});

/**
 * Draws each part when something it shows is different.
 *
 * @param {CameraPage} to
 * @param {{ map: ReturnType<typeof mountMap>, rows: ReturnType<typeof mountRows>, ground: ReturnType<typeof mountGround>, seen: ReturnType<typeof createSeen>, drawFilters: () => void, drawCard: () => void, drawRest: () => void }} parts
 */
function follow({ store, ...to }, { map, rows, ground, seen, drawFilters, drawCard, drawRest }) {
  const preview = createPreview({ store, ...to });
  const draws = [drawFilters, rows.draw, drawCard, drawRest, map.draw];
  draws.forEach((draw) => draw());
  store.watch(({ view }) => view, drawFilters);
  for (const part of /** @type {((state: CameraState) => unknown)[]} */ ([({ rows: all }) => all, ({ view }) => view, ({ picked }) => picked, ({ busy }) => busy, ({ problem }) => problem])) store.watch(part, rows.draw);
  store.watch(({ view }) => view.id, rows.reveal);
  for (const part of /** @type {((state: CameraState) => unknown)[]} */ ([({ view }) => view.part, ({ ground: now }) => now])) store.watch(part, ground.draw);
  store.watch(({ view }) => `${view.part} ${view.grid}`, ground.look);
  ground.look();
  for (const part of /** @type {((state: CameraState) => unknown)[]} */ ([({ session }) => session, ({ rows: all }) => all, ({ view }) => view.id, ({ coverage }) => coverage, ({ fault }) => fault, ({ conflict }) => conflict, ({ saving }) => saving, ({ placing }) => placing, ({ history: versions }) => versions, ({ version }) => version])) store.watch(part, drawCard);
  for (const part of /** @type {((state: CameraState) => unknown)[]} */ ([({ rows: all }) => all, ({ view }) => view, ({ picked }) => picked, ({ session }) => session, ({ coverage }) => coverage, ({ seen: now }) => now, ({ ground: told }) => told, ({ version }) => version])) store.watch(part, map.redraw);
  for (const part of /** @type {((state: CameraState) => unknown)[]} */ ([({ done }) => done, ({ seen: now }) => now, ({ pane }) => pane, ({ placing }) => placing, ({ boxing }) => boxing, ({ picked }) => picked, ({ view }) => view, ({ session }) => session !== null])) store.watch(part, drawRest);
  store.watch(({ rows: all }) => all, () => seen.look(map.box()));
  store.watch(({ session }) => session, preview);
  // Whoever begins to edit goes on with the keys of the map.
  store.watch(({ session }) => session !== null && session.stored !== null, (edits) => edits && map.focus());
}

/** @param {CameraPage} to @param {HTMLElement} panes @param {HTMLElement} whole */
function drawPanes({ store, words }, panes, whole) {
  const { pane, session, view, placing } = store.state();
  whole.dataset.pane = pane;
  whole.dataset.part = view.part;
  whole.classList.toggle('has-card', session !== null || view.id !== '' || placing);
  show(panes, html`${/** @type {const} */ (['table', 'map']).map((one) => html`<button type="button" aria-pressed=${String(one === pane)} data-key=${`pane-${one}`} @click=${() => store.dispatch({ pane: one })}>${words().t(`cams.pane.${one}`)}</button>`)}`);
}

/** @param {CameraPage} to @param {HTMLElement} note @param {HTMLElement} done */
function drawNotes({ store, words, does }, note, done) {
  const { seen, placing, view, done: last } = store.state();
  const t = words().t;
  show(note, html`${view.day ? html`<p class="cams-then">${icon('clock')}<span>${t('cams.as-of', { day: view.day })}</span></p>` : null}${placing ? html`<p>${t('cams.place-hint')}</p>` : seen.tooMany ? html`<p>${t('cams.zoom-in')}</p>` : null}`);
  show(done, last && html`<span>${last.text}</span><button type="button" class="button small" data-key="take-back" @click=${() => does.takeBack()}>${t(last.undone ? 'cams.redo' : 'cams.undo')}</button>
    <button type="button" class="icon-button small" data-key="done-close" aria-label=${t('dialog.close')} @click=${() => does.forget()}>${icon('close')}</button>`);
}

/** Choosing with a box, and what is done with the chosen. @param {CameraPage} to @param {HTMLElement} place */
function drawMapTools(to, place) {
  const { store, words } = to;
  const { boxing, picked, view, session } = store.state();
  const t = words().t;
  show(place, to.mayKeep() && view.part === '' && !session ? html`<button type="button" class="button" data-key="box" aria-pressed=${String(boxing)} title=${t('cams.box-help')} @click=${() => store.dispatch({ boxing: !boxing, placing: false })}>${icon('fit')}<span>${t('cams.box')}</span></button>
    ${picked.size > 0 ? html`<button type="button" class="button primary" data-key="map-bulk" @click=${() => openBulk(to)}>${t('cams.bulk-title', { n: picked.size })}</button>` : null}` : null);
}

/** @param {Words} words */
const legend = (words) => html`${['measured', 'estimated', 'unknown'].map((one) => html`<li><span class=${`cams-swatch ${one}`}></span>${words.word('certainty', one)}</li>`)}
  ${['online', 'offline', 'registered'].map((one) => html`<li><span class=${`cams-mark ${one}`}></span>${words.word('camera-state', one)}</li>`)}`;

/** @param {Words} words */
function openKeys(words) {
  openDialog({
    title: words.t('cams.help'), closeLabel: words.t('dialog.close'),
    content: html`<p>${words.t('cams.help-text')}</p><h3>${words.t('help.keys')}</h3><dl class="keys">${KEYS.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${words.t(`cams.key.${what}`)}</dd></div>`)}</dl>
      <h3>${words.t('cams.by-hand')}</h3><p class="faint">${words.t('cams.by-hand-text')}</p>`,
  });
}

/** @param {CameraPage} to */
function listenToKeys({ store, does }) {
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    const { session, placing, boxing } = store.state();
    if (document.querySelector('dialog[open]')) return;
    const typing = event.target instanceof HTMLInputElement && ['text', 'search'].includes(event.target.type);
    if (event.key === 'Escape' && placing) does.stopPlacing();
    else if (event.key === 'Escape' && boxing) store.dispatch({ boxing: false });
    else if (event.key === 'Escape' && session) does.giveUp();
    else if (session && !typing && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') (event.shiftKey ? does.redo : does.undo)();
    else return;
    event.preventDefault();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

/** Reads anew what others changed, a while after the last of it. @param {CameraPage} to */
function listenToNews({ page, store, does }) {
  let timer = 0;
  page.hear((message) => {
    if (message.kind !== 'change' || !message.type.startsWith('camera-') || store.state().session) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => does.reload(), NEWS_MS);
  });
  return () => clearTimeout(timer);
}
