import { isAbort, problemOf } from '../../app/problem.js';
import { TREE_LEVELS } from '../../app/state.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { emptyNote, loadingNote, problemNote } from '../../ui/problem.js';

const WAIT_MS = 160;
const MOST = 12;

/**
 * @typedef {{ text: string, status: 'closed' | 'loading' | 'ready' | 'failed', found: GeoFeature<AreaProps>[], more: boolean,
 *   at: number, problem: ProblemBody | null }} SearchState
 */

/** @type {SearchState} */
export const CLOSED = { text: '', status: 'closed', found: [], more: false, at: 0, problem: null };

/**
 * Which result is marked after an arrow key; past the ends it goes round.
 *
 * @param {SearchState} state @param {number} step @returns {SearchState}
 */
export function moved(state, step) {
  const n = state.found.length;
  return n === 0 ? state : { ...state, at: (state.at + step + n) % n };
}

/**
 * The search field with its results: a combobox that is worked with arrows, Enter and Esc.
 *
 * @param {HTMLElement} place @param {Page} page
 * @returns {{ focus: () => void }}
 */
export function mountSearch(place, page) {
  const words = page.words();
  /** @type {SearchState} */
  let state = CLOSED;
  show(place, html`<div class="search" role="search">${icon('search')}
    <input id="search" type="text" role="combobox" autocomplete="off" spellcheck="false" aria-autocomplete="list" aria-expanded="false"
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
  /** @param {GeoFeature<AreaProps>} area */
  function choose(area) {
    page.choose({ partition: area.properties.partition, code: area.id }, area.properties.level);
    input.value = area.properties.name;
    set(CLOSED);
  }
  input.addEventListener('input', () => ask(input.value));
  input.addEventListener('focus', () => input.select());
  input.addEventListener('blur', () => setTimeout(() => document.activeElement !== input && set(CLOSED), 150));
  input.addEventListener('keydown', (event) => {
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

/** Asks the server a little after the last key, and never answers an older question. @param {Page} page @param {() => SearchState} now @param {(next: SearchState) => void} set */
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
        const list = await find(page, text, signal);
        if (!signal.aborted) set({ text, status: 'ready', found: list.slice(0, MOST), more: list.length > MOST, at: 0, problem: null });
      } catch (error) {
        if (!isAbort(error)) set({ ...CLOSED, text, status: 'failed', problem: problemOf(error) });
      }
    }, WAIT_MS);
  };
}

/** In the tree, and in the overlay that is shown. @param {Page} page @param {string} text @param {AbortSignal} signal */
async function find(page, text, signal) {
  const { shown } = page.store.state();
  const partitions = shown.partition === 'tree' ? ['tree'] : [shown.partition, 'tree'];
  const ask = (/** @type {Record<string, string>} */ query) =>
    page.api.areas({ ...query, q: text, geometry: 'none', limit: MOST + 1 }, MOST + 1, signal);
  const lists = await Promise.all([...partitions.map((partition) => ask({ partition })), ask({ partition: 'tree', level: 'grid' })]);
  return ranked(lists.flatMap((list) => list.features));
}

/**
 * Each area once, the larger levels first: there are twenty-five micro-grids for a grid, and the grid is mostly meant.
 *
 * @param {GeoFeature<AreaProps>[]} found
 */
export function ranked(found) {
  const once = new Map(found.map((area) => [`${area.properties.partition}/${area.id}`, area]));
  const rank = (/** @type {GeoFeature<AreaProps>} */ area) => TREE_LEVELS.indexOf(area.properties.level);
  return [...once.values()].sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id));
}

/**
 * @param {HTMLElement} place @param {HTMLInputElement} input @param {SearchState} state
 * @param {{ page: Page, choose: (area: GeoFeature<AreaProps>) => void, again: () => void }} to
 */
function drawResults(place, input, state, { page, choose, again }) {
  const words = page.words();
  const open = state.status !== 'closed';
  place.hidden = !open;
  input.setAttribute('aria-expanded', String(open && state.found.length > 0));
  const marked = state.found[state.at];
  if (marked && open) input.setAttribute('aria-activedescendant', `found-${marked.id}`);
  else input.removeAttribute('aria-activedescendant');
  show(place, open ? resultsOf(state, words, choose, again) : null);
  place.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
}

/** @param {SearchState} state @param {Words} words @param {(area: GeoFeature<AreaProps>) => void} choose @param {() => void} again */
function resultsOf(state, words, choose, again) {
  if (state.status === 'failed' && state.problem) return problemNote(state.problem, words, again);
  if (state.found.length === 0) {
    return state.status === 'loading' ? loadingNote(words) : html`${emptyNote(words.t('search.none', { text: state.text }))}<p class="note faint">${words.t('search.mend')}</p>`;
  }
  return html`${state.found.map((area, i) => html`<div id=${`found-${area.id}`} class="result" role="option" aria-selected=${String(i === state.at)}
      @pointerdown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${() => choose(area)}>
      <span class="result-name">${area.properties.name}</span><span class="chip">${words.word('level', area.properties.level)}</span>
      <span class="code-text">${area.properties.code}</span></div>`)}
    ${state.more ? html`<p class="note faint">${words.t('search.more')}</p>` : null}`;
}
