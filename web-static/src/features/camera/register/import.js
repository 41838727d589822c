import { queryString } from '../../../app/call.js';
import { problemOf } from '../../../app/problem.js';
import { instantOf } from '../../../app/when.js';
import { openDialog } from '../../../ui/dialog.js';
import { html, show } from '../../../ui/html.js';
import { problemNote } from '../../../ui/problem.js';
import { sinceField } from './since.js';
import { NUMBERS } from './state.js';

const SYSTEMS = [['EPSG:4326', 'WGS 84'], ['EPSG:4490', 'CGCS2000'], ['GCJ-02', 'GCJ-02'], ['BD-09', 'BD-09']];
const MOST_TOLD = 50;
/** Codes of remarks for which there is a word on how to mend them. */
const MENDED = ['camera-id-malformed', 'camera-id-missing', 'camera-twice', 'camera-place-missing', 'camera-word-unknown', 'camera-direction-not-understood', 'camera-lenses-count', 'camera-name-length'];

/** A file of cameras: tried first, then taken over. @param {CameraPage} to */
export function openImport(to) {
  const { words, page, does, site } = to;
  const t = words().t;
  const said = document.createElement('div');
  said.setAttribute('aria-live', 'polite');
  const send = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const data = new FormData(form);
    const file = data.get('file');
    if (!(file instanceof File) || file.size === 0) return show(said, html`<p class="note bad" role="alert">${t('cams.no-file')}</p>`);
    const from = data.has('from') ? instantOf(String(data.get('from')), site.timeZone) : '';
    if (from === null) return show(said, html`<p class="note bad" role="alert">${t('cams.wrong', { field: t('cams.field.from') })}</p>`);
    const tries = event.submitter?.dataset.key !== 'import-take';
    const text = (/** @type {string} */ name) => String(data.get(name) ?? '').trim();
    const query = {
      try: tries ? 'true' : '', skip: data.get('skip') ? 'true' : '', crs: text('crs'), centre: text('centre'),
      mount: text('mount'), angle: text('angle'), range: text('range'), from,
    };
    const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (form.querySelectorAll('.form-foot button'));
    buttons.forEach((button) => (button.disabled = true));
    show(said, html`<p class="note quiet"><span class="dots" aria-hidden="true"></span>${t('state.loading')}</p>`);
    try {
      /** @type {CameraReport} */
      const report = await page.api.send('POST', `/api/imports/cameras${queryString(query)}`, { body: new Blob([file], { type: file.type || 'text/csv' }), signal: new AbortController().signal });
      show(said, reportView(report, words()));
      buttons.forEach((button) => (button.disabled = button.dataset.key === 'import-take' && report.read === report.refusedCount));
      if (!tries) does.again();
    } catch (error) {
      const problem = problemOf(error);
      const { report } = /** @type {ProblemBody & { report?: CameraReport }} */ (problem);
      show(said, html`${problemNote(problem, words())}${report ? refusedView(report, words()) : null}`);
      buttons[0].disabled = false;
    }
  };
  const number = (/** @type {string} */ name, /** @type {string} */ value, /** @type {string} */ label) => html`<label class="form-field"><span>${t(label)}</span><input class="field" type="number" name=${name} value=${value} min="1" data-key=${`import-${name}`}></label>`;
  openDialog({
    title: t('cams.import'), closeLabel: t('dialog.close'),
    content: html`<form class="desk-form cams-import" novalidate @submit=${send}><p>${t('cams.import-text')}</p>
      <label class="form-field"><span>${t('cams.file')}</span><input class="field" type="file" name="file" accept=".csv,.json,.geojson,text/csv,application/json,application/geo+json" data-key="import-file"></label>
      <div class="two"><label class="form-field"><span>${t('cams.crs')}</span><select class="field" name="crs" data-key="import-crs">${SYSTEMS.map(([value, text]) => html`<option value=${value}>${text}</option>`)}</select></label>
      <label class="form-field"><span>${t('cams.centre')}</span><input class="field" name="centre" inputmode="numeric" maxlength="8" data-key="import-centre" placeholder=${t('cams.centre-hint')}></label>
      ${number('mount', '5', 'cams.field.mountHeightMeters')}${number('angle', '60', 'cams.field.angleDegrees')}${number('range', '60', 'cams.field.rangeMeters')}
      ${sinceField(to, 'import-from')}</div>
      <p class="form-help">${t('cams.import-defaults')}</p>
      <label class="choice inline"><input type="checkbox" name="skip" data-key="import-skip"><span>${t('cams.skip')}</span></label>${said}
      <div class="form-foot"><button class="button primary" data-key="import-try">${t('cams.try')}</button><button class="button" data-key="import-take" disabled>${t('cams.take-over')}</button></div></form>`,
  });
}

/** @param {CameraReport} report @param {Words} words */
const reportView = (report, words) => html`<p class="note-title" data-part="report">${words.t(report.tried ? 'cams.would' : 'cams.taken', Object.fromEntries(/** @type {const} */ (['read', 'added', 'changed', 'unchanged']).map((one) => [one, words.number(report[one])])))}</p>${refusedView(report, words)}`;

/** What cannot be taken and what is to be noted: where, why, and how it is mended. @param {CameraReport} report @param {Words} words */
function refusedView({ refused, refusedCount, remarks, remarkCount }, words) {
  const list = (/** @type {string} */ title, /** @type {CameraRemark[]} */ all, /** @type {number} */ count) => count === 0 ? null : html`<h3>${words.t(title, { n: words.number(count) })}</h3><div class="cams-remarks"><table class="table" aria-label=${words.t(title, { n: words.number(count) })}><thead><tr>${['record', 'field', 'given', 'what', 'mend'].map((one) => html`<th scope="col">${words.t(`cams.remark.${one}`)}</th>`)}</tr></thead>
    <tbody>${all.slice(0, MOST_TOLD).map(({ record, field, code, given }) => html`<tr><td>${record}</td><td>${words.word('cams.field', field)}</td><td class="code-text">${given}</td><td>${words.word('cams.code', code)}</td><td>${mendOf(field, code, words)}</td></tr>`)}</tbody></table></div>`;
  return html`${list('cams.refused', refused, refusedCount)}${list('cams.remarks', remarks, remarkCount)}`;
}

/** @param {string} field @param {string} code @param {Words} words */
function mendOf(field, code, words) {
  const limits = code === 'measure-out-of-range' && NUMBERS[field];
  if (limits) return words.t('cams.mend.between', { least: String(limits[0]), most: words.number(limits[1]) });
  return words.t(`cams.mend.${MENDED.includes(code) ? code : 'other'}`);
}
