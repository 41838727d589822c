import { isAbort, problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { emptyNote, loadingNote, problemNote } from '../../ui/problem.js';
import { CLOSED, answered, moved } from './results.js';

const WAIT_MS = 160;
/** So many of each are asked for. */
const MOST = 13;
const LONGEST_TEXT = 100;

/** @type {Record<string, Parameters<typeof icon>[0]>} */
const ICONS = {
  area: 'layers', estate: 'estate', street: 'street', 'street-number': 'pin', 'point-of-interest': 'pin',
  building: 'building', unit: 'building', household: 'door',
};

/**
 * The search field with its results, areas and places: a combobox that is worked with arrows, Enter and Esc.
 *
 * @param {HTMLElement} place @param {SearchPage} page @param {SearchActions} actions what a chosen result does
 * @returns {{ focus: () => void }}
 */
export function mountSearch(place, page, actions) {
  const words = page.words();
  let state = CLOSED;
  show(place, html`<div class="search" role="search">${icon('search')}
    <input id="search" type="text" role="combobox" autocomplete="off" spellcheck="false" aria-autocomplete="list" aria-expanded="false" maxlength=${LONGEST_TEXT}
      aria-controls="search-results" aria-label=${words.t('search.label')} placeholder=${words.t('header.search')}>
    <kbd aria-hidden="true">/</kbd><div id="search-results" class="search-results" role="listbox" aria-label=${words.t('search.label')} hidden></div></div>`);
  const input = /** @type {HTMLInputElement} */ (place.querySelector('input'));
  const results = /** @type {HTMLElement} */ (place.querySelector('.search-results'));

  /** @param {SearchState} next */
  const set = (next) => {
    state = next;
    drawResults(results, input, state, { page, choose, again: () => ask(input.value) });
  };
  const ask = createAsker(page, () => state, set);
  /** @param {SearchResult} result */
  function choose(result) {
    if (result.area) actions.area(result.area);
    else if (result.hit) actions.place(result.hit);
    input.value = result.title;
    set(CLOSED);
  }
  input.addEventListener('input', () => ask(input.value));
  input.addEventListener('focus', () => input.select());
  input.addEventListener('blur', () => setTimeout(() => document.activeElement !== input && set(CLOSED), 150));
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') set(moved(state, event.key === 'ArrowDown' ? 1 : -1));
    else if (event.key === 'Enter' && state.found[state.at]) choose(state.found[state.at]);
    else if (event.key === 'Escape') leave(input, state, set);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return { focus: () => input.focus() };
}

/** @param {HTMLInputElement} input @param {SearchState} state @param {(next: SearchState) => void} set */
function leave(input, state, set) {
  if (state.status === 'closed') input.blur();
  set(CLOSED);
  input.value = '';
}

/** Asks the server a little after the last key, and never answers an older question. @param {SearchPage} page @param {() => SearchState} now @param {(next: SearchState) => void} set */
function createAsker(page, now, set) {
  let timer = 0;
  let abort = new AbortController();
  return (/** @type {string} */ raw) => {
    const text = raw.trim();
    clearTimeout(timer);
    abort.abort();
    abort = new AbortController();
    if (text === '') return set(CLOSED);
    const { signal } = abort;
    set({ ...now(), text, status: 'loading' });
    timer = window.setTimeout(async () => {
      try {
        const [areas, hits] = await Promise.all([findAreas(page, text, signal), findPlaces(page, text, signal)]);
        if (!signal.aborted) set(answered(text, areas, hits));
      } catch (error) {
        if (!isAbort(error)) set({ ...CLOSED, text, status: 'failed', problem: problemOf(error) });
      }
    }, WAIT_MS);
  };
}

/** In the tree, and in the overlay that is shown. @param {SearchPage} page @param {string} text @param {AbortSignal} signal */
async function findAreas(page, text, signal) {
  const { shown } = page.store.state();
  const partitions = shown.partition === 'tree' ? ['tree'] : [shown.partition, 'tree'];
  const ask = (/** @type {Record<string, string>} */ query) =>
    page.api.areas({ ...query, q: text, geometry: 'none', limit: MOST }, MOST, signal);
  const lists = await Promise.all([...partitions.map((partition) => ask({ partition })), ask({ partition: 'tree', level: 'grid' })]);
  return lists.flatMap((list) => list.features);
}

/** Of equally good ones those nearer to the middle of the map come first. @param {SearchPage} page @param {string} text @param {AbortSignal} signal */
async function findPlaces(page, text, signal) {
  const { view } = page.store.state();
  const near = view ? { near: `${view.lng.toFixed(5)},${view.lat.toFixed(5)}` } : {};
  const answer = await page.api.places({ q: text, ...near }, signal);
  return answer.hits;
}

/**
 * @param {HTMLElement} place @param {HTMLInputElement} input @param {SearchState} state
 * @param {{ page: SearchPage, choose: (result: SearchResult) => void, again: () => void }} to
 */
function drawResults(place, input, state, { page, choose, again }) {
  const words = page.words();
  const open = state.status !== 'closed';
  place.hidden = !open;
  input.setAttribute('aria-expanded', String(open && state.found.length > 0));
  if (state.found[state.at] && open) input.setAttribute('aria-activedescendant', `found-${state.at}`);
  else input.removeAttribute('aria-activedescendant');
  show(place, open ? resultsOf(state, words, choose, again) : null);
  place.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
}

/** @param {SearchState} state @param {Words} words @param {(result: SearchResult) => void} choose @param {() => void} again */
function resultsOf(state, words, choose, again) {
  if (state.status === 'failed' && state.problem) return problemNote(state.problem, words, again);
  if (state.found.length === 0) {
    return state.status === 'loading' ? loadingNote(words) : html`${emptyNote(words.t('search.none', { text: state.text }))}<p class="note faint">${words.t('search.mend')}</p>`;
  }
  const groups = [...new Set(state.found.map(({ group }) => group))];
  return html`${groups.map((group) => html`<div role="group" aria-label=${words.t(`search.${group}`)}><p class="result-group" aria-hidden="true">${words.t(`search.${group}`)}</p>
      ${state.found.map((result, i) => (result.group === group ? row(result, i, state.at === i, { words, choose }) : null))}</div>`)}
    ${state.more ? html`<p class="note faint">${words.t('search.more')}</p>` : null}`;
}

/** @param {SearchResult} result @param {number} i @param {boolean} marked @param {{ words: Words, choose: (result: SearchResult) => void }} to */
function row(result, i, marked, { words, choose }) {
  const { area, hit } = result;
  const chip = area ? words.word('level', area.level) : words.word('place-kind', hit?.kind ?? '');
  const code = area ? area.code : hit?.grid;
  return html`<div id=${`found-${i}`} class="result" role="option" aria-selected=${String(marked)}
      @pointerdown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${() => choose(result)}>
      ${icon(ICONS[area ? 'area' : (hit?.kind ?? '')] ?? 'pin')}<span class="result-name">${result.title}</span><span class="chip">${chip}</span>
      <span class="result-note">${code ? html`<span class="code-text">${code}</span>` : null}${hit ? html`<span>${noteOf(hit, words)}</span>` : null}</span></div>`;
}

/** How exact it is, where it is not; what is missing; the name it was found by, where that is another. @param {PlaceHit} hit @param {Words} words */
function noteOf(hit, words) {
  if (hit.missing !== '') return words.t('search.missing', { missing: hit.missing });
  if (hit.exactness === 'exact') return '';
  const how = words.word('exactness', hit.exactness);
  return hit.exactness === 'alias' || (hit.matched !== hit.nameZh && hit.matched !== hit.label && hit.matched !== '') ? words.t('search.by', { how, name: hit.matched }) : how;
}
