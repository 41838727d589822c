import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { nameOf } from './choose-category.js';

const MOST = 3;

/**
 * What was reported here lately, once place and category are known: whoever sees theirs among it need not write it again.
 *
 * @param {HTMLElement} place @param {ReportPage} page
 */
export function mountSimilar(place, page) {
  const { store } = page;
  let abort = new AbortController();
  const look = async () => {
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    const { place: at, category } = store.state().draft;
    store.dispatch({ similar: [] });
    if (!at || !category) return;
    try {
      const answer = await (await page.calls()).get('/api/reports/similar', { lon: at.lon.toFixed(7), lat: at.lat.toFixed(7), category }, signal);
      if (!signal.aborted) store.dispatch({ similar: similarIn(answer) });
    } catch {
      // It is a help, not a condition: a server that cannot say lets them report.
    }
  };
  const draw = () => show(place, content(page));
  draw();
  look();
  return [store.watch(({ draft }) => `${draft.category} ${draft.place?.lon} ${draft.place?.lat}`, look), store.watch(({ similar }) => similar, draw), () => abort.abort()];
}

/** @param {any} answer @returns {SimilarReport[]} */
function similarIn(answer) {
  const all = answer.similar ?? answer.reports ?? answer.incidents ?? [];
  return all.slice(0, MOST).map((/** @type {any} */ one) => ({
    number: one.number, category: one.category, distanceMeters: one.distanceMeters ?? one.meters ?? 0, reportedAt: one.reportedAt ?? one.since,
  }));
}

/** @param {ReportPage} page */
function content(page) {
  const words = page.words();
  const { similar, categories } = page.store.state();
  if (similar.length === 0) return null;
  return html`<div class="similar" role="status"><h2>${icon('info')}${words.t('report.similar')}</h2>
    <ul>${similar.map((one) => {
      const known = categories.find(({ code }) => code === one.category);
      return html`<li><b>${known ? nameOf(known, words.lang) : one.category}</b><span>${words.t('report.similar-where', { distance: words.length(one.distanceMeters), time: words.time(one.reportedAt) })}</span><span class="code-text">${one.number}</span></li>`;
    })}</ul><p class="faint">${words.t('report.similar-go-on')}</p></div>`;
}
