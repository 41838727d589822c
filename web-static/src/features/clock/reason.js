import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';

const REASONS = ['holidays-announced', 'hours-changed', 'rules-changed', 'corrected'];

/**
 * Why something about time is changed, as it goes on record.
 *
 * @param {Words} words @param {{ reason: string, number: string, reasons?: readonly string[], put: (change: { reason?: string, number?: string }) => void }} options
 */
export function reasonFields(words, { reason, number, reasons = REASONS, put }) {
  const value = (/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).value;
  return html`<label class="reason-field"><span>${words.t('clock.reason')}</span><span class="select"><select data-key="reason" @change=${(/** @type {Event} */ event) => put({ reason: value(event) })}>
      ${reasons.map((one) => html`<option value=${one} ?selected=${one === reason}>${words.t(`clock.reason.${one}`)}</option>`)}</select>${icon('down')}</span></label>
    <label class="reason-field"><span>${words.t('clock.case')}</span><input class="field" type="text" maxlength="40" pattern="[A-Za-z0-9\\-]*" autocomplete="off" data-key="case" .value=${number} @input=${(/** @type {Event} */ event) => put({ number: value(event) })}></label>`;
}
