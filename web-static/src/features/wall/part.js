import { html, svg } from '../../ui/html.js';

/** Small parts of the wall's picture. */

/** A line of how a figure went, as wide as there is room; gaps where it is of nothing. @param {(number | null)[]} values @param {string} label */
export function spark(values, label) {
  const known = /** @type {number[]} */ (values.filter((value) => value !== null));
  if (known.length < 2) return null;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const y = (/** @type {number} */ value) => (most === least ? 14 : 25 - ((value - least) / (most - least)) * 22).toFixed(1);
  const x = (/** @type {number} */ i) => (2 + (i / (values.length - 1)) * 96).toFixed(1);
  let pen = 'M';
  const path = values.map((value, i) => {
    if (value === null) {
      pen = 'M';
      return '';
    }
    const step = `${pen}${x(i)} ${y(value)}`;
    pen = 'L';
    return step;
  }).join('');
  const last = values.length - 1;
  return html`<svg class="wall-spark" viewBox="0 0 100 28" preserveAspectRatio="none" role="img" aria-label=${label}>${svg`<path d=${path} />${values[last] === null ? null : svg`<path class="end" d=${`M${x(last)} ${y(/** @type {number} */ (values[last]))}h.01`} />`}`}</svg>`;
}

/** A length of time as people say it. @param {number} ms @param {Words} words */
export function span(ms, words) {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  if (minutes < 60) return words.t('span.minutes', { a: minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? words.t('span.hours', { a: hours, b: minutes % 60 }) : words.t('span.days', { a: Math.floor(hours / 24), b: hours % 24 });
}
