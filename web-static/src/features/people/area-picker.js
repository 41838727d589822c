import { problemOf, isAbort } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { emptyNote, loadingNote, problemNote } from '../../ui/problem.js';
import { EVERYWHERE, reachOf, reaches, searchesOf } from './reach.js';

const WAIT_MS = 200;
const MOST = 12;
/** Where only some of what is found may be offered, more is looked for. */
const MOST_SEARCHED = 2000;
const PAGE = 500;

/**
 * Where a grant shall hold: everywhere, in an area of the tree, or in one of an overlay. Areas are searched by name or code
 * and chosen among what is found. Whoever holds a role in some areas is offered those and what lies below.
 *
 * @param {HTMLElement} place @param {FramePage} page @param {Site} site
 * @param {PickerOptions} [options]
 * @returns {() => { partition?: string, area?: string } | null} what was chosen; null where nothing was
 */
export function mountAreaPicker(place, page, site, options = {}) {
  /** @type {() => { partition?: string, area?: string } | null} */
  let chosen = () => null;
  show(place, loadingNote(page.words()));
  readReach(page, options.as).then((reach) => {
    chosen = mountFor(reach, { place, page, site, options });
  });
  return () => chosen();
}

/**
 * How far the reader's roles go. Where that cannot be read the server judges alone.
 *
 * @param {FramePage} page @param {string} [role] @returns {Promise<Reach>}
 */
async function readReach(page, role) {
  try {
    /** @type {OwnAccount} */
    const own = await page.api.get('/api/account', {}, new AbortController().signal);
    return reachOf(own.grants, role);
  } catch {
    return EVERYWHERE;
  }
}

/**
 * @param {Reach} reach
 * @param {{ place: HTMLElement, page: FramePage, site: Site, options: PickerOptions }} given
 * @returns {() => { partition?: string, area?: string } | null}
 */
function mountFor(reach, { place, page, site, options: { onlyTree = false, whole } }) {
  const words = page.words();
  const partitions = site.partitions.filter(({ id }) => (!onlyTree && reach.everywhere) || id === 'tree').map(({ id, nameZh, nameEn }) => ({ id, name: id === 'tree' ? words.t('levels.tree') : words.lang === 'zh' ? nameZh : nameEn }));
  let partition = whole ? '' : (partitions[0]?.id ?? 'tree');
  /** @type {AreaProps | null} */
  let chosen = null;
  show(place, html`<fieldset class="area-picker"><legend>${words.t('area.where')}</legend>
    <label class="select"><span class="hidden">${words.t('area.kind')}</span><select data-key="partition" @change=${change}>
      ${partitions.map(({ id, name }) => html`<option value=${id} ?selected=${id === partition}>${words.t('area.in', { partition: name })}</option>`)}${whole || reach.everywhere ? html`<option value="" ?selected=${partition === ''}>${whole ?? words.t('area.everywhere')}</option>` : null}</select>${icon('down')}</label>
    <div class="area-search"><label class="form-field"><span class="hidden">${words.t('area.search')}</span><input class="field" type="search" autocomplete="off" spellcheck="false" maxlength="60" data-key="area-search"
      placeholder=${words.t('area.search')} @input=${(/** @type {Event} */ event) => search(/** @type {HTMLInputElement} */ (event.target).value)} @keydown=${keepForm}></label><div class="area-found" role="group" aria-label=${words.t('area.found')}></div></div>
    <p class="area-chosen" role="status"></p></fieldset>`);
  const [found, said, finder] = ['.area-found', '.area-chosen', '.area-search'].map((name) => /** @type {HTMLElement} */ (place.querySelector(name)));
  const tell = () => {
    finder.hidden = partition === '';
    said.textContent = partition === '' ? (whole ? '' : words.t('area.chosen-everywhere')) : chosen ? words.t('area.chosen', { area: chosen.name, code: chosen.code }) : '';
  };
  const search = createSearch(page, { reach, partition: () => partition }, (list) => show(found, list === null ? loadingNote(words) : 'status' in list ? problemNote(list, words) : results(list, words, pick)));
  const pick = (/** @type {AreaProps} */ area) => {
    chosen = area;
    tell();
  };
  /** @param {Event} event */
  function change(event) {
    partition = /** @type {HTMLSelectElement} */ (event.target).value;
    chosen = null;
    tell();
    if (partition) search('');
  }
  tell();
  if (partition) search('');
  return () => (partition === '' ? {} : chosen ? { partition, area: chosen.code } : null);
}

/** Enter looks for an area and does not send the form around it. @param {KeyboardEvent} event */
function keepForm(event) {
  if (event.key === 'Enter') event.preventDefault();
}

/** @param {FramePage} page @param {{ reach: Reach, partition: () => string }} where @param {(found: AreaProps[] | ProblemBody | null) => void} tell */
function createSearch(page, { reach, partition }, tell) {
  let timer = 0;
  let abort = new AbortController();
  return (/** @type {string} */ text) => {
    clearTimeout(timer);
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    tell(null);
    timer = window.setTimeout(async () => {
      try {
        const areas = await findAreas(page, { reach, partition: partition(), text: text.trim(), signal });
        if (!signal.aborted) tell(areas);
      } catch (error) {
        if (!isAbort(error)) tell(problemOf(error));
      }
    }, WAIT_MS);
  };
}

/**
 * @param {FramePage} page @param {{ reach: Reach, partition: string, text: string, signal: AbortSignal }} asked
 * @returns {Promise<AreaProps[]>}
 */
async function findAreas(page, { reach, partition, text, signal }) {
  const level = text === '' && reach.everywhere && partition === 'tree' ? 'community' : '';
  const most = reach.everywhere || text === '' ? MOST : MOST_SEARCHED;
  const lists = await Promise.all(searchesOf(reach, text).map((q) => page.api.areas({ partition, q, level, geometry: 'none', limit: Math.min(most, PAGE) }, most, signal)));
  return lists.flatMap(({ features }) => features.map(({ properties }) => properties)).filter(({ code }) => partition !== 'tree' || reaches(reach, code));
}

/** @param {AreaProps[]} areas @param {Words} words @param {(area: AreaProps) => void} pick */
function results(areas, words, pick) {
  if (areas.length === 0) return emptyNote(words.t('area.none'));
  return html`${areas.slice(0, MOST).map((area) => html`<label class="choice"><input type="radio" name="area" data-key=${`area-${area.code}`} @change=${() => pick(area)}>
    <span class="choice-name">${area.name}</span><span class="chip plain">${words.word('level', area.level)}</span><span class="code-text">${area.code}</span></label>`)}`;
}
