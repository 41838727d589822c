import { localOf } from '../../../app/when.js';
import { html } from '../../../ui/html.js';

/**
 * Since when something is so: now, unless a past time is chosen. As a part of a form it is left out while it is now.
 *
 * @param {Pick<CameraPage, 'words' | 'site'>} to @param {string} key
 * @param {{ value?: string, told?: (local: string) => void }} [how] value: a time as a field takes it; empty for now
 */
export function sinceField({ words, site }, key, { value = '', told = () => {} } = {}) {
  const t = words().t;
  const choose = (/** @type {Event} */ event) => {
    const select = /** @type {HTMLSelectElement} */ (event.target);
    const field = /** @type {HTMLInputElement} */ (select.closest('.cams-since')?.querySelector('input'));
    field.hidden = field.disabled = select.value === '';
    field.value = field.disabled ? '' : localOf(Date.now(), site.timeZone).slice(0, 16);
    if (!field.disabled) field.focus();
    told(field.value);
  };
  return html`<div class="form-field cams-since"><span>${t('cams.field.from')}</span><span class="cams-since-parts"><select class="field" aria-label=${t('cams.field.from')} data-key=${`${key}-choice`} @change=${choose}>
      <option value="" ?selected=${value === ''}>${t('cams.since.now')}</option><option value="then" ?selected=${value !== ''}>${t('cams.since.then')}</option></select>
    <input class="field" name="from" type="datetime-local" required aria-label=${t('cams.since.then')} data-key=${key} .value=${value} ?hidden=${value === ''} ?disabled=${value === ''} max="9999-12-31T23:59"
      @input=${(/** @type {Event} */ event) => told(/** @type {HTMLInputElement} */ (event.target).value || 'blank')}></span></div>`;
}
