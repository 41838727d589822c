import { html, svg } from '../../ui/html.js';
import { bandOf, dotsOf } from './balance-state.js';

const COLUMNS = 44;
const WIDTH = 352;
const STEP = WIDTH / COLUMNS;
const TALLEST = 11;

/** The same marks as everywhere: up for too many, down for too few. */
const SHAPES = /** @type {Record<string, string>} */ ({
  above: 'M0 -4l4 7h-8z', below: 'M0 4l-4 -7h8z', within: 'M0 -3.2a3.2 3.2 0 1 0 0 6.4a3.2 3.2 0 1 0 0 -6.4z', none: 'M-3 -1h6v2h-6z',
});

/**
 * The households of each grid along one scale, with the band of the rule behind them.
 *
 * @param {Balance} balance @param {{ selected: string | null, words: Words, pick: (face: string) => void }} page
 */
export function dotChart({ grids }, { selected, words, pick }) {
  const { end, tallest, dots } = dotsOf(grids, COLUMNS);
  const band = bandOf(grids);
  const rise = Math.min(STEP, (TALLEST * STEP) / tallest);
  const base = Math.min(tallest, TALLEST) * STEP + 10;
  const x = (/** @type {number} */ households) => (households / end) * WIDTH;
  const told = band ? words.t('balance.chart-band', { min: band.min, max: band.max, n: grids.length }) : words.t('balance.chart', { n: grids.length });
  return html`<figure class="dot-chart"><figcaption class="faint">${told}</figcaption>
    <svg viewBox=${`-8 0 ${WIDTH + 16} ${base + 24}`} role="img" aria-label=${told}>
      ${band ? svg`<rect class="allowed" x=${x(band.min)} y="2" width=${x(band.max) - x(band.min)} height=${base} />
        ${[band.min, band.max].map((value) => svg`<line class="limit" x1=${x(value)} x2=${x(value)} y1="2" y2=${base + 2} /><text class="scale-text" x=${x(value)} y=${base + 18} text-anchor="middle">${words.number(value)}</text>`)}` : null}
      <line class="axis" x1="0" x2=${WIDTH} y1=${base + 2} y2=${base + 2} />
      ${[0, end].map((value) => svg`<text class="scale-text" x=${x(value)} y=${base + 18} text-anchor=${value === 0 ? 'start' : 'end'}>${words.number(value)}</text>`)}
      ${dots.map(({ grid, column, row }) => svg`<path class=${`dot ${grid.verdict}${grid.face === selected ? ' picked' : ''}`} d=${SHAPES[grid.verdict]}
        transform=${`translate(${(column + 0.5) * STEP} ${base - 3 - row * rise})`} @click=${() => pick(grid.face)}><title>${`${grid.code.slice(-3)}: ${words.number(grid.households)}`}</title></path>`)}
    </svg></figure>`;
}
