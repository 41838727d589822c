import { areaPicture } from '../../ui/area-picture.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { bandOf } from '../campaign/state.js';
import { askCategory, askReason, askVolunteers } from './dialogs.js';
import { GROUPS, addressOf, countOf, kindName, sharesOf, viewOf } from './state.js';

const MOST_GRIDS = 2_000;
const PAGE = 50;
const READ_AGAIN_MS = 30_000;
const FRAME = { width: 480, height: 360, edge: 8 };

/**
 * The page: how many are done of those ordered, grid by grid, and the list behind each number.
 *
 * @param {HTMLElement} place @param {FramePage} page
 */
export function mountDesk(place, page) {
  const words = page.words();
  let view = viewOf(location.search);
  /** @type {ErrandKindInfo[]} */
  let kinds = [];
  let limit = PAGE;
  show(place, html`<div class="campaign-page errand-page"><aside class="campaign-list errand-grids"></aside><div class="campaign-one"><div class="errand-head"></div><div class="errand-list"></div></div></div>`);
  const [aside, head, room] = ['errand-grids', 'errand-head', 'errand-list'].map((name) => /** @type {HTMLElement} */ (place.querySelector(`.${name}`)));

  /** @type {Part<{ ordered: number, done: number, rows: ErrandRow[], areas: any[] }>} */
  const grids = createPart(aside, {
    words: page.words, over: page.over,
    read: async (signal) => {
      const told = await page.api.get('/api/errands/progress', {}, signal);
      const known = grids.data()?.areas;
      return { ...told, areas: known ?? (await page.api.areas({ level: 'grid' }, MOST_GRIDS, signal)).features };
    },
    content: (data) => {
      drawHead();
      return gridsView(data, { words, view, go });
    },
  });
  /** @type {Part<{ errands: ErrandAtDesk[], more: boolean }>} */
  const list = createPart(room, {
    words: page.words, over: page.over,
    read: async (signal) => {
      if (kinds.length === 0) ({ kinds } = await page.api.get('/api/errands/kinds', {}, signal));
      if (view.errand) return { errands: [(await page.api.get(`/api/errands/${view.errand}`, {}, signal)).properties], more: false };
      const told = await page.api.get('/api/errands', { limit, ...(view.grid ? { grid: view.grid } : {}), ...(view.show === 'all' ? {} : { state: GROUPS[view.show].join(',') }) }, signal);
      return { errands: told.features.map((/** @type {any} */ one) => one.properties), more: Boolean(told.next) };
    },
    content: (/** @type {{ errands: ErrandAtDesk[], more: boolean }} */ { errands, more }) => html`${errands.length === 0 ? emptyNote(words.t('errand.none')) : html`<ul class="errand-cards">${errands.map((one) => html`<li>${card(one, { page, kinds, renew })}</li>`)}</ul>`}
      ${more ? html`<button type="button" class="button" data-key="more" @click=${() => { limit += PAGE; list.reload(); }}>${words.t('errand.more')}</button>` : null}`,
  });
  const drawHead = () => show(head, headView(grids.data()?.rows ?? [], { words, view, go }));
  const renew = () => Promise.all([grids.reload(), list.reload()]);
  const go = (/** @type {Partial<{ grid: string, show: string }>} */ change) => {
    history.pushState(null, '', addressOf({ ...view, ...change }, location.search));
    follow();
  };
  const follow = () => {
    view = viewOf(location.search);
    limit = PAGE;
    grids.draw();
    list.reload();
  };
  window.onpopstate = follow;
  renew();
  const timer = setInterval(() => {
    if (!aside.isConnected) return clearInterval(timer);
    if (document.visibilityState === 'visible' && !document.querySelector('dialog[open]')) renew();
  }, READ_AGAIN_MS);
}

/** @typedef {{ words: Words, view: { grid: string, show: string }, go: (change: Partial<{ grid: string, show: string }>) => void }} DeskTo */

/** @param {{ ordered: number, done: number, rows: ErrandRow[], areas: any[] }} data @param {DeskTo} to */
function gridsView({ ordered, done, rows, areas }, { words, view, go }) {
  const known = new Map(rows.map((row) => [row.grid, row]));
  return html`<div class="campaign-list-head"><h2>${words.t('errand.title')}</h2><p class="campaign-count" data-count="done"><b>${words.t('errand.done-of', { n: words.number(done), all: words.number(ordered) })}</b></p></div>
    <figure class="campaign-map">${areaPicture(areas, words.t('errand.map'), (code) => {
      const row = known.get(code);
      return { band: row ? bandOf(sharesOf(row)) : 0, text: row ? `${row.done}/${row.ordered}` : '' };
    }, FRAME)}</figure>
    <table class="table"><caption class="hidden">${words.t('errand.table')}</caption><thead><tr><th scope="col">${words.t('errand.grid')}</th><th scope="col" class="number">${words.t('errand.show.done')}</th><th scope="col" class="number">${words.t('errand.show.waiting')}</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr aria-current=${row.grid === view.grid ? 'true' : null}><th scope="row"><button type="button" class="row-button" data-key=${`grid-${row.grid}`} @click=${() => go({ grid: row.grid === view.grid ? '' : row.grid })}>${row.name}</button></th>
        <td class="number"><button type="button" class="row-button" data-key=${`done-${row.grid}`} @click=${() => go({ grid: row.grid, show: 'done' })}>${words.t('errand.n-of-n', { n: row.done, all: row.ordered })}</button></td><td class="number">${countOf([row], 'waiting')}</td></tr>`)}</tbody></table>
    <p class="errand-foot"><a class="link" href="/errand/">${words.t('errand.order-page')}</a></p>`;
}

/** @param {readonly ErrandRow[]} rows @param {DeskTo} to */
function headView(rows, { words, view, go }) {
  const shown = view.grid ? rows.filter(({ grid }) => grid === view.grid) : rows;
  return html`<div class="campaign-head"><h2>${view.grid ? shown[0]?.name ?? view.grid : words.t('errand.all-grids')}</h2>
    ${view.grid ? html`<button type="button" class="chip" data-key="all-grids" @click=${() => go({ grid: '' })}>${words.t('errand.all-grids')}${icon('close')}</button>` : null}
    <div class="segments" role="group" aria-label=${words.t('errand.filter')}>${Object.keys(GROUPS).map((name) => html`<button type="button" aria-pressed=${String(name === view.show)} data-key=${`show-${name}`} @click=${() => go({ show: name })}>${words.t(`errand.show.${name}`)} ${countOf(shown, name)}</button>`)}</div></div>`;
}

/** @param {ErrandAtDesk} errand @param {{ page: FramePage, kinds: ErrandKindInfo[], renew: () => void }} at */
function card(errand, { page, kinds, renew }) {
  const words = page.words();
  const line = (/** @type {string} */ key, /** @type {any} */ value) => (value ? html`<div><dt>${words.t(`errand.${key}`)}</dt><dd>${value}</dd></div>` : null);
  const act = (/** @type {string} */ path, /** @type {(send: (body: object) => Promise<void>) => void} */ ask) => () => ask(async (body) => {
    await page.api.send('POST', `/api/errands/${errand.id}/${path}`, { body, version: errand.version, signal: new AbortController().signal });
    page.say(words.t('errand.did'), 'good');
    renew();
  });
  const offers = errand.offers.map(({ account, name, reply }) => `${name ?? account}（${words.t(`errand.reply.${reply}`)}）`).join(words.t('list.comma'));
  return html`<article class="errand-card" data-errand=${errand.id} data-state=${errand.state}><header><h3>${kindName(kinds, errand.kind, words.lang)}</h3><span class=${`errand-state ${errand.state}`}>${words.t(`errand.state.${errand.state}`)}</span>
      <span class="faint">№ ${errand.id}${errand.generated ? ` · ${words.t('errand.generated')}` : ''}</span></header>
    <dl class="errand-facts">${line('window', `${words.dayTime(errand.from)} – ${words.dayTime(errand.until)}`)}${line('grid', errand.gridName)}${line('resident', [errand.name, errand.phone].filter(Boolean).join(' · '))}${line('where', errand.address)}
      ${line('wished', errand.wish)}${line('holder', errand.holder ? errand.holderName ?? errand.holder : '')}${line('offers', offers)}${line('reason', errand.reason)}${line('told', errand.told)}${line('thanks', errand.thanks)}
      ${line('photo', errand.photo ? html`<a class="link" href=${`/api/errands/${errand.id}/photo`} target="_blank" rel="noopener"><img class="errand-photo" src=${`/api/errands/${errand.id}/photo`} alt=${words.t('errand.photo')} loading="lazy"></a>` : null)}</dl>
    <p class="errand-acts">${errand.actions.includes('dispatch') ? html`<button type="button" class="button primary" data-key=${`dispatch-${errand.id}`} @click=${act('dispatch', (send) => askVolunteers(page, errand, send))}>${icon('send')}${words.t('errand.dispatch')}…</button>` : null}
      ${errand.actions.includes('return') ? html`<button type="button" class="button" data-key=${`return-${errand.id}`} @click=${act('return', (send) => askReason(page, send))}>${words.t('errand.return')}…</button>` : null}
      ${errand.actions.includes('file') ? html`<button type="button" class="button" data-key=${`file-${errand.id}`} @click=${act('incident', (send) => askCategory(page, send))}>${words.t('errand.file')}…</button>` : null}
      ${errand.incident ? html`<a class="button" href=${`/?incident=${errand.incident.replace('incident-', '')}`} data-key=${`incident-${errand.id}`}>${words.t('errand.incident')}</a>` : null}</p></article>`;
}
