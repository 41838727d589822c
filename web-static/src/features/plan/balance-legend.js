import { html, svg } from '../../ui/html.js';
import { classesOf, shadeOf } from './balance-state.js';

const DIGITS = /** @type {Record<string, number>} */ ({ compactness: 2, squareMeters: 2 });
const FACTORS = /** @type {Record<string, number>} */ ({ onStreets: 100, squareMeters: 1 / 10_000 });

/** Which shade of the map stands for which figures. @param {BalanceState} state @param {Words} words */
export function figureLegend({ figure, balance }, words) {
  if (figure === 'rule' || !balance) return null;
  const classes = classesOf(balance.grids.map((grid) => grid[figure]));
  const told = (/** @type {number} */ value) => words.number(value * (FACTORS[figure] ?? 1), DIGITS[figure] ?? 0);
  return html`<div class="figure-legend"><p class="faint">${words.t('balance.legend', { figure: words.t(`column.${figure}`) })}</p>
    <ul>${classes.map(({ from, to, count }, i) => html`<li><svg class=${`shade shade-${shadeOf(i, classes.length)}`} viewBox="0 0 16 12" aria-hidden="true">${svg`<rect width="16" height="12" />`}</svg>
      ${from === to ? told(from) : `${told(from)} – ${told(to)}`} <span class="faint">${words.t('balance.legend-count', { n: count })}</span></li>`)}</ul></div>`;
}
