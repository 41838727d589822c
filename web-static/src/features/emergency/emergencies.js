import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { openDeclaring } from './declare.js';
import { mountPeople } from './people.js';
import { reportView } from './report.js';
import { addressOf, DECLARERS, firstOf, viewOf } from './state.js';

const MOST_GRIDS = 2_000;
/** What comes together is read together. */
const SOON_MS = 400;

/**
 * The page: which emergencies there are, and of the chosen one how it stands or stood.
 *
 * @param {HTMLElement} place @param {FramePage} page @param {Site} site
 */
export function mountEmergencies(place, page, site) {
  const words = page.words();
  let view = viewOf(location.search);
  show(place, html`<div class="emergency-page"><aside class="emergency-list"></aside><div class="emergency-one"></div></div>`);
  const [aside, one] = ['list', 'one'].map((name) => /** @type {HTMLElement} */ (place.querySelector(`.emergency-${name}`)));
  /** @type {Part<Emergency[]>} */
  const list = createPart(aside, {
    words: page.words, over: page.over,
    read: async (signal) => (await page.api.get('/api/emergencies', {}, signal)).features.map((/** @type {any} */ { properties }) => properties),
    content: (all) => {
      const first = firstOf(all);
      if (view.emergency === '' && first) queueMicrotask(() => go({ emergency: String(first.id) }, true));
      return listView(all, { view, page, site, go }, () => openDeclaring(page, site, (id) => {
        list.reload();
        go({ emergency: id, part: 'report' });
      }));
    },
  });
  /** @type {Part<{ emergency: Emergency, areas: any[] }>} */
  const chosen = createPart(one, {
    words: page.words, over: page.over,
    read: (signal) => readOne(page, view.emergency, signal, chosen.data()?.areas),
    content: (data) => reportView(data, to),
  });
  /** @type {EmergencyTo} */
  const to = { page, site, view: () => view, go: (change) => go(change), renew: () => { list.reload(); drawOne(); } };
  const drawOne = async () => {
    await chosen.reload();
    const room = /** @type {HTMLElement | null} */ (one.querySelector('.emergency-people'));
    const data = chosen.data();
    if (room && data) mountPeople(room, data.emergency, to);
  };
  /** @param {Partial<EmergencyView>} change @param {boolean} [silent] */
  const go = (change, silent) => {
    const address = addressOf({ ...view, ...change }, location.search, location.pathname);
    if (silent) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    follow();
  };
  const follow = () => {
    view = viewOf(location.search);
    list.draw();
    if (view.emergency) drawOne();
    else show(one, emptyNote(words.t('emergency.none')));
  };
  window.onpopstate = follow;
  listen(page, place, { list: () => list.reload(), one: () => view.emergency && drawOne() });
  list.reload();
  if (view.emergency) drawOne();
  else show(one, emptyNote(words.t('emergency.none')));
}

/** Reads anew what the stream says has changed. @param {FramePage} page @param {HTMLElement} place @param {Record<'list' | 'one', () => void>} again */
function listen(page, place, again) {
  const own = place.firstElementChild;
  let soon = 0;
  page.hear((message) => {
    if (message.kind !== 'change' || !own?.isConnected) return;
    if (!/^emergency-|^campaign-answered|^incident-(filed|closed|reported)|^whistle-blown/.test(message.type)) return;
    clearTimeout(soon);
    soon = window.setTimeout(() => {
      if (message.type.startsWith('emergency-')) again.list();
      again.one();
    }, SOON_MS);
  });
}

/** @param {FramePage} page @param {string} id @param {AbortSignal} signal @param {any[]} [known] outlines */
async function readOne(page, id, signal, known) {
  const { properties: emergency } = await page.api.get(`/api/emergencies/${id}`, {}, signal);
  const codes = new Set(emergency.grids.map((/** @type {EmergencyGrid} */ { code }) => code));
  const areas = known?.some(({ properties }) => codes.has(properties.code)) ? known : (await page.api.areas({ level: 'grid' }, MOST_GRIDS, signal)).features;
  return { emergency, areas };
}

/** @param {Emergency[]} all @param {{ view: EmergencyView, page: FramePage, site: Site, go: EmergencyTo['go'] }} to @param {() => void} declare */
function listView(all, { view, page, site, go }, declare) {
  const words = page.words();
  const item = (/** @type {Emergency} */ one) => html`<li><button type="button" class="emergency-item" aria-current=${String(one.id) === view.emergency ? 'true' : null} data-key=${`emergency-${one.id}`} @click=${() => go({ emergency: String(one.id), part: 'report' })}>
      <b>${one.title}</b><span class=${one.endedAt ? 'faint' : 'emergency-lasting'}>${one.endedAt ? null : icon('warning')}${words.t(one.endedAt ? 'emergency.ended' : 'emergency.lasting')} · ${words.t('emergency.n-grids', { n: words.number(one.totals.grids) })}</span>
      <span class="faint">${words.dayTime(one.declaredAt)}${one.generated ? ` · ${words.t('emergency.generated')}` : ''}</span></button></li>`;
  return html`<div class="emergency-list-head"><h2>${words.t('emergency.all')}</h2>
      ${site.roles.some((role) => DECLARERS.includes(role)) ? html`<button type="button" class="button primary" data-key="declare" @click=${declare}>${icon('warning')}${words.t('emergency.declare')}</button>` : null}</div>
    ${all.some(({ endedAt }) => endedAt === null) ? null : html`<p class="emergency-peace">${icon('check')}${words.t('emergency.peace')}</p>`}
    <ul>${all.map(item)}</ul>`;
}
