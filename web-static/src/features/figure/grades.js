import { problemOf } from '../../app/problem.js';
import { openDialog } from '../../ui/dialog.js';
import { html, show } from '../../ui/html.js';
import { problemNote } from '../../ui/problem.js';

/**
 * From which figures on work is excellent or not good enough; whoever may, changes it from now on.
 *
 * @param {FramePage} page @param {Site} site
 */
export async function openGrades(page, site) {
  const words = page.words();
  const { signal } = new AbortController();
  const place = document.createElement('div');
  const may = site.roles.includes('administrator');
  const draw = (/** @type {FigureGrades} */ grades, /** @type {ProblemBody | null} */ problem) => show(place, html`${problem ? problemNote(problem, words) : null}${form(grades, may, words, save)}`);
  /** @type {FigureGrades | null} */
  let known = null;
  const save = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (!known) return;
    const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const thresholds = known.thresholds.map(({ figure }) => ({ figure, excellent: Number(given.get(`${figure}-excellent`)), competent: Number(given.get(`${figure}-competent`)) }));
    try {
      await page.api.send('PUT', '/api/kpi/grades', { body: { thresholds }, version: known.version, signal });
      page.say(words.t('figure.grades-saved'), 'good');
      close();
    } catch (error) {
      draw(known, problemOf(error));
    }
  };
  const close = openDialog({ title: words.t('figure.grades'), closeLabel: words.t('figure.close'), content: place });
  try {
    known = /** @type {FigureGrades} */ (await page.api.get('/api/kpi/grades', {}, signal));
    draw(known, null);
  } catch (error) {
    show(place, problemNote(problemOf(error), words));
  }
}

/** @param {FigureGrades} grades @param {boolean} may @param {Words} words @param {(event: SubmitEvent) => void} save */
function form({ version, since, thresholds }, may, words, save) {
  const field = (/** @type {string} */ figure, /** @type {string} */ mark, /** @type {number} */ value) => html`<input class="field number" name=${`${figure}-${mark}`} type="number" min="0" max="100" step="0.01" value=${value} required ?disabled=${!may}
    aria-label=${`${words.t(`figure.${figure}`)} ${words.word('figure.grade', mark)}`}>`;
  return html`<form class="figure-grades" @submit=${save}><p class="form-help">${words.t('figure.grades-help')}</p>
    <table class="table"><thead><tr><th scope="col">${words.t('figure.figure')}</th><th scope="col">${words.word('figure.grade', 'excellent')}</th><th scope="col">${words.word('figure.grade', 'competent')}</th></tr></thead>
      <tbody>${thresholds.map(({ figure, better, excellent, competent }) => html`<tr><th scope="row">${words.t(`figure.${figure}`)}</th><td>${better === 'higher' ? '≥' : '≤'} ${field(figure, 'excellent', excellent)}</td><td>${better === 'higher' ? '≥' : '≤'} ${field(figure, 'competent', competent)}</td></tr>`)}</tbody></table>
    <p class="faint">${words.t('figure.grades-version', { version, since: words.day(since) })}</p>
    ${may ? html`<p class="form-foot"><button class="button primary" data-key="save-grades">${words.t('figure.save')}</button></p>` : null}</form>`;
}
