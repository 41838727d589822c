import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { limitParts, UNITS, unitKey } from './spans.js';

/**
 * How long something may take, as a number and its unit.
 *
 * @param {string} of id of the form they belong to @param {string} said as the server tells it @param {Words} words @param {string} [name] what
 *   the fields are called by, where a form has more than one limit
 */
export function timeFields(of, said, words, name = '') {
  const { number, unit } = limitParts(said);
  return html`<span class="limit-time"><input class="field" type="number" name=${`${name}number`} form=${of} min="1" max="527040" required aria-label=${words.t('limit.amount')} data-key=${`${of}-${name}number`} .value=${number}>
    <span class="select"><select name=${`${name}unit`} form=${of} aria-label=${words.t('limit.unit')} data-key=${`${of}-${name}unit`}>${UNITS.map((one) => html`<option value=${one} ?selected=${one === unit}>${words.t(`limit.unit.${unitKey(one)}`)}</option>`)}</select>${icon('down')}</span></span>`;
}

/** What such fields say, as the server takes it. @param {FormData} given @param {string} [name] */
export const limitOf = (given, name = '') => `${given.get(`${name}number`)} ${given.get(`${name}unit`)}s`;
