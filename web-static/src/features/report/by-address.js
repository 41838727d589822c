import { problemNote } from '../../app/hand.js';
import { isAbort, problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { typing } from '../../ui/typing.js';

const WAIT_MS = 300;
const MOST = 6;
const LONGEST_TEXT = 100;

/**
 * The search for an address: what is typed is asked a moment later, and an older question no longer answers.
 *
 * @param {HTMLElement} place @param {ReportPage} page @param {(place: ReportPlace) => void} choose
 */
export function mountAddress(place, page, choose) {
  const words = page.words();
  let abort = new AbortController();
  let timer = 0;
  const say = (/** @type {Node} */ content) => show(/** @type {Element} */ (place.querySelector('[data-part=hits]')), content);
  const ask = async (/** @type {string} */ text) => {
    const { signal } = (abort = new AbortController());
    try {
      const { hits } = await (await page.calls()).get('/api/places/search', { q: text, limit: MOST }, signal);
      if (!signal.aborted) say(found(words, hits, text, choose));
    } catch (error) {
      if (!isAbort(error) && !signal.aborted) say(problemNote(problemOf(error), words));
    }
  };
  const typed = typing((text) => {
    clearTimeout(timer);
    abort.abort();
    if (text.trim()) timer = window.setTimeout(() => ask(text.trim()), WAIT_MS);
    else say(html``);
  });
  show(place, html`<div class="search-field">${icon('search')}<label class="hidden" for="address">${words.t('report.address-search')}</label>
    <input id="address" type="text" class="field" maxlength=${LONGEST_TEXT} autocomplete="off" spellcheck="false" enterkeyhint="search" data-key="address" placeholder=${words.t('report.address-search')} @input=${typed} @compositionend=${typed}></div>
    <div data-part="hits" aria-live="polite"></div>`);
  /** @type {HTMLElement} */ (place.querySelector('input')).focus();
}

/** @param {Words} words @param {PlaceHit[]} hits @param {string} text @param {(place: ReportPlace) => void} choose */
function found(words, hits, text, choose) {
  if (hits.length === 0) return html`<p class="quiet">${words.t('report.address-none', { text })}</p>`;
  return html`<ul class="rows">${hits.map((hit) => {
    const label = hit.label || (words.lang === 'zh' ? hit.nameZh : hit.nameEn || hit.nameZh);
    return html`<li><button type="button" class="row" data-key=${`hit-${hit.id}`} @click=${() => choose({ lon: hit.location[0], lat: hit.location[1], by: 'address', label })}>${icon('pin')}<span>${label}</span>${icon('right')}</button></li>`;
  })}</ul>`;
}
