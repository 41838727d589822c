import { coveringList } from '../camera/covering.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { loadingNote, problemNote } from '../../ui/problem.js';

/**
 * What a place belongs to: the chain of areas and the overlays, or that it is outside, with the nearest grid labelled so.
 *
 * @param {HTMLElement} place @param {Page} page
 */
export function mountHere(place, page) {
  const draw = () => {
    const { here } = page.store.state();
    place.hidden = !here;
    show(place, here ? panel(here, page) : null);
  };
  draw();
  page.store.watch((state) => state.here, draw);
  page.store.watch((state) => state.lang, draw);
  page.store.watch((state) => state.watched, draw);
  page.store.watch((state) => state.picked, draw);
}

/** @param {Here} here @param {Page} page */
function panel(here, page) {
  const words = page.words();
  return html`<div class="here-head"><h2>${icon('target')}${words.t('here.title')}</h2>
      <button type="button" class="icon-button small" aria-label=${words.t('here.close')} data-key="here-close"
        @click=${() => page.store.dispatch({ kind: 'here', here: null })}>${icon('close')}</button></div>
    ${here.label ? html`<p class="here-label">${here.label}</p>` : null}
    <p class="code-text">${here.lng.toFixed(6)}, ${here.lat.toFixed(6)}</p>${answer(here.answer, page)}${coveringList(here.cameras, page)}`;
}

/** @param {Resource<HereAnswer>} answer @param {Page} page */
function answer(answer, page) {
  const words = page.words();
  if (answer.status === 'failed') return answer.problem.code === 'outside-every-grid' ? outside(answer.problem, page) : problemNote(answer.problem, words, () => page.retry('here'));
  if (answer.status !== 'ready') return loadingNote(words);
  const { chain, overlays } = answer.data;
  const partitions = partitionNames(page);
  return html`<ol class="chain">${chain.map((link) => html`<li><span class="chip">${words.word('level', link.level)}</span>
      <button type="button" class="link" data-key=${`here-${link.code}`} @click=${() => page.choose({ partition: 'tree', code: link.code }, link.level)}>${link.name}</button></li>`)}
    ${overlays.map((area) => html`<li><span class="chip plain">${partitions.get(area.partition) ?? area.partition}</span>
      <button type="button" class="link" data-key=${`here-${area.code}`}
        @click=${() => page.choose({ partition: area.partition, code: area.code }, 'overlay')}>${area.name}</button></li>`)}</ol>`;
}

/** @param {ProblemBody} problem @param {Page} page */
function outside(problem, page) {
  const words = page.words();
  const { nearest } = problem;
  return html`<div class="note">${icon('info')}<div><p class="note-title">${words.t('here.outside')}</p>
    ${nearest ? html`<p>${words.t('here.nearest', { name: nearest.name, distance: words.length(nearest.distanceMeters) })}</p>
      <button type="button" class="button" @click=${() => page.choose({ partition: 'tree', code: nearest.code }, 'grid')}>${words.t('here.choose')}</button>` : null}</div></div>`;
}

/** @param {Page} page @returns {Map<string, string>} */
export function partitionNames(page) {
  const { site, lang } = page.store.state();
  if (site.status !== 'ready') return new Map();
  return new Map(site.data.partitions.map(({ id, nameZh, nameEn }) => [id, lang === 'zh' ? nameZh : nameEn]));
}
