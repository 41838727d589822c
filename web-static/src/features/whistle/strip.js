import { townMs } from '../../app/live-state.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { clockText, inOrder, standingOf } from './whistle.js';

const TICK_MS = 1000;
const MOST = 4;

/**
 * The whistles that last, above everything else: how far each has climbed and how long it waits. A click opens its incident.
 *
 * @param {HTMLElement} place @param {Page} page @param {(incident: string) => void} choose
 */
export function mountWhistles(place, page, choose) {
  const { store } = page;
  const draw = () => show(place, strip(page, choose));
  store.watch((state) => state.whistles, draw);
  store.watch((state) => state.emergencies, draw);
  store.watch((state) => state.lang, draw);
  setInterval(() => !document.hidden && tick(place, page, draw), TICK_MS);
  draw();
}

/** @param {Page} page @param {(incident: string) => void} choose */
function strip(page, choose) {
  const words = page.words();
  const nowMs = townMs(page.store.state());
  const all = inOrder(page.store.state().whistles, nowMs);
  const emergencies = page.store.state().emergencies ?? [];
  const lasting = emergencies.map((one) => emergencyRow(one, words));
  if (all.length === 0) return lasting.length === 0 ? null : html`<section class="whistles emergencies" aria-label=${words.t('legend.emergency')}>${lasting}</section>`;
  return html`<section class="whistles" aria-label=${words.t('whistle.lasting')}>${lasting}<h2>${icon('whistle')}${words.t('whistle.count', { n: words.number(all.length) })}</h2>
    <ul>${all.slice(0, MOST).map(({ properties }) => row(properties, { words, nowMs, choose }))}</ul>
    ${all.length > MOST ? html`<span class="faint">${words.t('whistle.more', { n: words.number(all.length - MOST) })}</span>` : null}</section>`;
}

/** Where it leads to how it stands. @param {Emergency} one @param {Words} words */
const emergencyRow = ({ id, title, totals }, words) => html`<a class="whistle-row emergency-row" href=${`/emergency/?emergency=${id}`} data-key=${`lasting-${id}`}>${icon('warning')}<b>${words.t('emergency.lasts', { title })}</b><span>${words.t('emergency.people-of', { confirmed: words.number(totals.confirmed), needed: words.number(totals.needed) })}</span>${totals.doors > 0 ? html`<span>${words.t('emergency.left-of', { n: words.number(totals.left) })}</span>` : null}</a>`;

/** @param {WhistleProps} whistle @param {{ words: Words, nowMs: number, choose: (incident: string) => void }} with_ */
function row(whistle, { words, nowMs, choose }) {
  const standing = standingOf(whistle, nowMs);
  const { names } = whistle.incident;
  return html`<li><button type="button" class=${`whistle-row ${standing.kind}`} data-key=${`whistle-${whistle.id}`} data-whistle=${whistle.id} title=${whistle.reason} @click=${() => choose(whistle.incident.id)}>
    <b>${words.word('whistle-level', whistle.level)}</b> <span>${(words.lang === 'zh' ? names.categoryZh : names.categoryEn) ?? whistle.incident.number}${names.grid ? html` · ${names.grid}` : null}</span> <span data-standing>${standingText(standing, words)}</span></button></li>`;
}

/** @param {{ kind: string, ms: number }} standing @param {Words} words */
export const standingText = ({ kind, ms }, words) => words.t(`whistle.standing.${kind}`, { clock: clockText(ms) });

/** Tells the time in place; draws anew what stands otherwise now. @param {HTMLElement} place @param {Page} page @param {() => void} draw */
function tick(place, page, draw) {
  const words = page.words();
  const nowMs = townMs(page.store.state());
  for (const { properties } of page.store.state().whistles) {
    const row = place.querySelector(`[data-whistle="${properties.id}"]`);
    const standing = standingOf(properties, nowMs);
    if (row && !row.classList.contains(standing.kind)) return draw();
    const text = row?.querySelector('[data-standing]');
    if (text) text.textContent = standingText(standing, words);
  }
}
