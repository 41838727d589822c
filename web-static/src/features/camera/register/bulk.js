import { problemOf } from '../../../app/problem.js';
import { openDialog } from '../../../ui/dialog.js';
import { html, show } from '../../../ui/html.js';
import { problemNote } from '../../../ui/problem.js';
import { sinceField } from './since.js';
import { bulkOf, CERTAINTIES, LIGHTS, STATES } from './state.js';

/** Changes many cameras at once: what is left blank stays as it is with each. @param {CameraPage} to */
export function openBulk(to) {
  const { store, words } = to;
  const { rows, picked } = store.state();
  const chosen = (rows ?? []).filter(({ id }) => picked.has(id));
  const t = words().t;
  const said = document.createElement('div');
  const choose = (/** @type {string} */ name, /** @type {string[][]} */ all) => html`<label class="form-field"><span>${t(`cams.field.${name}`)}</span><select class="field" name=${name} data-key=${`bulk-${name}`}><option value="">${t('cams.as-it-is')}</option>${all.map(([value, text]) => html`<option value=${value}>${text}</option>`)}</select></label>`;
  const field = (/** @type {string} */ name, type = 'number') => html`<label class="form-field"><span>${t(`cams.field.${name}`)}</span><input class="field" name=${name} type=${type} step="any" data-key=${`bulk-${name}`} placeholder=${t('cams.as-it-is')}></label>`;
  const send = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const answers = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const { change, wrong } = bulkOf(answers, to.site.timeZone);
    const ends = event.submitter?.dataset.key === 'bulk-end';
    const { from, ...rest } = change;
    if (wrong) return show(said, html`<p class="note bad" role="alert">${t('cams.wrong', { field: t(`cams.field.${wrong}`) })}</p>`);
    if (!ends && Object.keys(rest).length === 0) return show(said, html`<p class="note bad" role="alert">${t('cams.nothing')}</p>`);
    const fault = await write(to, chosen, ends ? { ends: true, from } : { change });
    if (fault) show(said, problemNote(fault, words(), () => to.does.reload()));
    else close();
  };
  const close = openDialog({
    title: t('cams.bulk-title', { n: chosen.length }), closeLabel: t('dialog.close'),
    content: html`<form class="desk-form cams-bulk" novalidate @submit=${send}><p>${t('cams.bulk-text')}</p>
      <div class="two">${choose('state', STATES.map((one) => [one, words().word('camera-state', one)]))}${choose('directionCertainty', CERTAINTIES.map((one) => [one, words().word('certainty', one)]))}
      ${choose('light', LIGHTS.map((one) => [one, t(`cams.light.${one}`)]))}${choose('indoor', [['yes', t('cams.yes')], ['no', t('cams.no')]])}
      ${field('angleDegrees')}${field('rangeMeters')}${field('mountHeightMeters')}${field('keptDays')}${field('owner', 'text')}${field('contact', 'text')}${sinceField(to, 'bulk-from')}</div>
      <p class="form-help">${t('cams.from-help')}</p>${said}
      <div class="form-foot"><button class="button primary" data-key="bulk-save">${t('cams.bulk-save', { n: chosen.length })}</button><span class="grow"></span>
        <button class="button danger" data-key="bulk-end">${t('cams.take-down')}</button></div></form>`,
  });
}

/** Takes one down, now or since an instant. @param {CameraPage} to @param {CameraRow} row */
export function openEnd(to, row) {
  const { words } = to;
  const t = words().t;
  const said = document.createElement('div');
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const since = new FormData(/** @type {HTMLFormElement} */ (event.target)).get('from');
    const { change, wrong } = bulkOf(since === null ? {} : { from: String(since) }, to.site.timeZone);
    if (wrong) return show(said, html`<p class="note bad" role="alert">${t('cams.wrong', { field: t('cams.field.from') })}</p>`);
    const fault = await write(to, [row], { ends: true, from: change.from });
    if (fault) show(said, problemNote(fault, words()));
    else close();
  };
  const close = openDialog({
    title: t('cams.end-title', { name: row.properties.name }), closeLabel: t('dialog.close'),
    content: html`<form class="desk-form" @submit=${send}><p>${t('cams.end-text')}</p>${sinceField(to, 'end-from')}
      <p class="form-help">${t('cams.from-help')}</p>${said}<div class="form-foot"><button class="button danger" data-key="end-go">${t('cams.take-down')}</button></div></form>`,
  });
}

/**
 * @param {CameraPage} to @param {CameraRow[]} rows @param {{ change?: Record<string, unknown>, ends?: boolean, from?: unknown }} what
 * @returns {Promise<ProblemBody | null>} what kept it from being done
 */
async function write({ page, words, does, store }, rows, { change, ends, from }) {
  const cameras = rows.map(({ id, properties }) => ({ id, revision: properties.revision }));
  try {
    const body = ends ? { cameras, ...(from ? { from } : {}) } : { cameras, change };
    const answer = await page.api.send('POST', ends ? '/api/cameras/ends' : '/api/cameras/changes', { body, signal: new AbortController().signal });
    store.dispatch({ picked: new Set() });
    // The list is read after the dialog has closed.
    does.did(words().t(ends ? 'cams.ended' : 'cams.changed', { n: answer.cameras.length }), answer.cameras);
    return null;
  } catch (error) {
    return problemOf(error);
  }
}
