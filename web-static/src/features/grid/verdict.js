import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';

const ICONS = /** @type {const} */ ({ within: 'check', below: 'below', above: 'above', none: 'none' });

/**
 * What the size rule says of an area: colour, shape and word together.
 *
 * @param {SizeRule | undefined} rule @param {Words} words
 */
export function verdictBadge(rule, words) {
  const verdict = rule?.verdict ?? 'none';
  return html`<span class=${`verdict ${verdict}`}>${icon(ICONS[verdict])}${words.word('verdict', verdict)}</span>`;
}

/**
 * Where a number lies against a rule, as parts of a scale from 0 to 1; null without a rule.
 *
 * @param {number} households @param {SizeRule | undefined} rule
 */
export function gaugeParts(households, rule) {
  if (!rule || !rule.max || rule.verdict === 'none') return null;
  const end = Math.max(rule.max * 1.5, households * 1.1);
  return { from: (rule.min ?? 0) / end, to: rule.max / end, at: households / end };
}

/** @param {number} households @param {SizeRule | undefined} rule @param {Words} words */
export function gauge(households, rule, words) {
  const parts = gaugeParts(households, rule);
  if (!parts || !rule) return html`<p class="faint">${words.t('card.no-rule')}</p>`;
  const percent = (/** @type {number} */ part) => `${(part * 100).toFixed(1)}%`;
  const told = words.t('card.rule', { min: words.number(rule.min ?? 0), max: words.number(rule.max ?? 0) });
  return html`<svg class=${`gauge ${rule.verdict}`} role="img" aria-label=${`${words.number(households)}, ${told}`} width="100%" height="20">
      <rect class="scale" x="0" y="8" width="100%" height="4" rx="2" />
      <rect class="allowed" x=${percent(parts.from)} y="6" width=${percent(parts.to - parts.from)} height="8" rx="2" />
      <line class="at" x1=${percent(parts.at)} x2=${percent(parts.at)} y1="1" y2="19" /></svg>
    <p class="faint">${told}</p>`;
}
