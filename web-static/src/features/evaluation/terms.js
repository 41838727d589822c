import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { createPart } from '../../ui/part.js';
import { problemNote } from '../../ui/problem.js';

const MOST_DAYS = 90;

/**
 * On which terms reporters are asked: the editions, and a form for who may change them.
 *
 * @param {HTMLElement} place @param {SupervisionTo} to @returns {() => void} stops
 */
export function mountTerms(place, { page, site }) {
  const words = page.words();
  const may = site.roles.includes('administrator');
  /** @type {ProblemBody | null} */
  let problem = null;
  /** @type {Part<EvaluationTerms>} */
  const part = createPart(place, {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/evaluations/terms', {}, signal),
    content: (terms) => html`<section class="supervision-terms"><h2>${words.t('supervision.terms-now', { days: words.number(terms.days) })}</h2><p class="form-help">${words.t('supervision.terms-help')}</p>
      ${problem ? problemNote(problem, words) : null}
      ${may ? html`<form class="supervision-days" @submit=${save}><label class="form-field"><span>${words.t('supervision.days')}</span><input class="field number" name="days" type="number" min="1" max=${MOST_DAYS} required value=${terms.days} data-key="days"></label>
        <button class="button primary" data-key="save-terms">${words.t('supervision.save')}</button></form>` : html`<p class="faint">${words.t('supervision.terms-who')}</p>`}
      <table class="table"><caption class="hidden">${words.t('supervision.editions')}</caption><thead><tr><th scope="col" class="number">${words.t('supervision.edition')}</th><th scope="col" class="number">${words.t('supervision.days')}</th><th scope="col">${words.t('supervision.since')}</th></tr></thead>
        <tbody>${terms.editions.map((/** @type {{ version: number, since: string, days: number }} */ { version, since, days }) => html`<tr><th scope="row" class="number">${version}</th><td class="number">${words.number(days)}</td><td>${words.dayTime(since)}</td></tr>`)}</tbody></table></section>`,
  });
  const save = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const days = Number(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get('days'));
    problem = null;
    try {
      part.put(await page.api.send('PUT', '/api/evaluations/terms', { body: { days }, version: part.data()?.version, signal: new AbortController().signal }));
      page.say(words.t('supervision.saved'), 'good');
    } catch (error) {
      problem = problemOf(error);
      part.draw();
    }
  };
  part.reload();
  return () => show(place, null);
}
