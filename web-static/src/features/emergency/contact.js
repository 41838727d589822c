import { problemOf } from '../../app/problem.js';
import { openDialog } from '../../ui/dialog.js';
import { html, show } from '../../ui/html.js';
import { problemNote } from '../../ui/problem.js';

/**
 * Whom to call in a grid, while it lasts.
 *
 * @param {Emergency} one @param {EmergencyGrid} grid @param {EmergencyTo} to
 */
export function openContact(one, grid, to) {
  const { page } = to;
  const words = page.words();
  const place = document.createElement('div');
  const { signal } = new AbortController();
  const kept = { ...grid.contact };
  const draw = (/** @type {ProblemBody | null} */ problem) => show(place, html`${problem ? problemNote(problem, words) : null}<form class="emergency-form" @submit=${send}>
    <p class="faint">${words.t('emergency.contact-why')}</p>${contactFields(kept, words)}
    <p class="form-foot"><button class="button primary" data-key="keep">${words.t('emergency.keep')}</button></p></form>`);
  const send = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    try {
      await page.api.send('PUT', `/api/emergencies/${one.id}/grids/${grid.code}/contact`, { body: kept, version: one.version, signal });
      close();
      to.renew();
    } catch (error) {
      draw(problemOf(error));
    }
  };
  const close = openDialog({ title: words.t('emergency.contact-of', { grid: grid.name }), closeLabel: words.t('dialog.close'), content: place });
  draw(null);
}

/** Who, and by which number; what is typed is kept at once. @param {EmergencyContact} kept @param {Words} words */
export const contactFields = (kept, words) => html`<div class="emergency-pair"><label class="form-row"><span>${words.t('emergency.contact-name')}</span><input class="field" data-key="contact-name" required maxlength="60" autocomplete="off" value=${kept.name} @input=${keeping(kept, 'name')}></label>
  <label class="form-row"><span>${words.t('emergency.contact-phone')}</span><input class="field" data-key="contact-phone" type="tel" required maxlength="30" autocomplete="off" value=${kept.phone} @input=${keeping(kept, 'phone')}></label></div>`;

/** @param {EmergencyContact} kept @param {'name' | 'phone'} name */
const keeping = (kept, name) => (/** @type {Event} */ event) => {
  kept[name] = /** @type {HTMLInputElement} */ (event.target).value;
};
