import { problemOf } from '../../app/problem.js';
import { openDialog } from '../../ui/dialog.js';
import { html, show } from '../../ui/html.js';
import { loadingNote, problemNote } from '../../ui/problem.js';
import { leftFirst } from './state.js';

/**
 * The task of a grid, building unit by building unit: each is some thirty households that one person can go to.
 *
 * @param {FramePage} page @param {number} campaign @param {EmergencyGrid} grid
 */
export async function openUnits(page, campaign, grid) {
  const words = page.words();
  const place = document.createElement('div');
  openDialog({ title: words.t('emergency.units-of', { grid: grid.name }), closeLabel: words.t('dialog.close'), content: place });
  show(place, loadingNote(words));
  try {
    const { rows } = await page.api.get(`/api/campaigns/${campaign}/progress`, { by: 'unit' }, new AbortController().signal);
    const units = leftFirst(rows.filter((/** @type {any} */ row) => row.grid === grid.code));
    show(place, html`<div class="emergency-units"><table class="table"><thead><tr><th scope="col">${words.t('emergency.column.unit')}</th><th scope="col" class="number">${words.t('emergency.column.left')}</th><th scope="col" class="number">${words.t('emergency.column.done')}</th></tr></thead>
      <tbody>${units.map((/** @type {any} */ row) => html`<tr><th scope="row">${row.building} <span class="code-text">${row.unit}</span></th><td class="number">${words.number(row.all - row.answered)}</td><td class="number">${words.number(row.answered)} / ${words.number(row.all)}</td></tr>`)}</tbody></table></div>
      <p class="form-foot"><a class="button primary" data-key="doors" href=${`/campaigns/?campaign=${campaign}&grid=${grid.code}&part=doors&state=open`}>${words.t('emergency.doors')}</a></p>`);
  } catch (error) {
    show(place, problemNote(problemOf(error), words));
  }
}
