import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { drafted } from './state.js';

/** So many are shown before anything is typed: more is for the search. */
const AT_FIRST = 6;

/**
 * What it is about: a search with large answers; once chosen, one line that can be changed.
 *
 * @param {HTMLElement} place @param {ReportPage} page
 */
export function mountCategory(place, page) {
  const words = page.words();
  let text = '';
  let all = false;
  show(place, html`<h2 id="what">${words.t('report.what')}</h2><div data-part="body"></div>`);
  const body = /** @type {HTMLElement} */ (place.querySelector('[data-part=body]'));
  const choose = (/** @type {string} */ code) => {
    text = '';
    page.store.dispatch(drafted({ category: code }));
    /** @type {HTMLElement | null} */ (body.querySelector('[data-key=category-change]'))?.focus();
  };
  const more = () => {
    all = true;
    results();
  };
  const results = async () => {
    // The search is needed with the first letter, not before.
    const inUse = page.store.state().categories.filter(({ retired }) => !retired);
    const found = text ? (await import('./category.js')).findCategories(inUse, text) : inUse;
    const list = body.querySelector('[data-part=found]');
    if (list) show(list, choices(page, { found, text, all, choose, more }));
  };
  // Not the syllables of a word that is still being chosen.
  const typed = (/** @type {Event} */ event) => {
    if (/** @type {InputEvent} */ (event).isComposing) return;
    text = /** @type {HTMLInputElement} */ (event.target).value;
    results();
  };
  const draw = () => {
    const { draft, categories } = page.store.state();
    if (draft.category) {
      const known = categories.find(({ code }) => code === draft.category);
      // It was taken out of use since the draft was written.
      if (known?.retired) return void page.store.dispatch(drafted({ category: '' }));
      return show(body, chosen(words, known ? nameOf(known, words.lang) : draft.category, () => choose('')));
    }
    show(body, html`<label class="hidden" for="category-search">${words.t('report.what-search')}</label>
      <div class="search-field">${icon('search')}<input id="category-search" type="text" class="field" maxlength="40" autocomplete="off" spellcheck="false" data-key="category-search"
        placeholder=${words.t('report.what-search')} .value=${text} @input=${typed} @compositionend=${typed}></div>
      <div data-part="found"></div>`);
    results();
  };
  draw();
  return [page.store.watch(({ draft }) => draft.category, draw), page.store.watch(({ categories }) => categories, draw)];
}

/** @param {IncidentCategory} category @param {Lang} lang */
export const nameOf = ({ nameZh, nameEn }, lang) => (lang === 'zh' ? nameZh : nameEn);

/** @param {Words} words @param {string} name @param {() => void} change */
const chosen = (words, name, change) => html`<div class="chosen">${icon('check')}<b>${name}</b>
  <button type="button" class="tap" data-key="category-change" @click=${change}>${words.t('report.change')}</button></div>`;

/** @param {ReportPage} page @param {{ found: readonly IncidentCategory[], text: string, all: boolean, choose: (code: string) => void, more: () => void }} at */
function choices(page, { found, text, all, choose, more }) {
  const words = page.words();
  const { categories } = page.store.state();
  if (categories.length === 0) return html`<p class="quiet" role="status">${words.t('report.what-loading')}</p>`;
  const shown = text || all ? found : found.slice(0, AT_FIRST);
  return html`${found.length === 0 ? html`<p class="quiet" role="status">${words.t('report.what-none', { text })}</p>` : null}
    <ul class="choices">${shown.map((category) => html`<li><button type="button" class="tile" data-key=${`category-${category.code}`} @click=${() => choose(category.code)}>${nameOf(category, words.lang)}</button></li>`)}</ul>
    ${shown.length < found.length ? html`<button type="button" class="tap wide" data-key="category-more" @click=${more}>${words.t('report.what-all', { n: found.length })}</button>` : null}`;
}
