import { html, svg } from '../../ui/html.js';
import { told } from './headline.js';
import { chartOf, resultOf } from './state.js';

const WIDTH = 640;
const HEIGHT = 200;
const LEFT = 44;
const FOOT = 26;

/** How a figure went, period after period: a line with gaps where it is of nothing; and the same as a table. @param {FigureSeries} series @param {FigureTo} to */
export function seriesChart({ periods }, { words, view }) {
  const figure = view.figure;
  const values = periods.map((period) => period.figures[figure]);
  const share = values[0]?.percent !== undefined;
  const { top, bottom, points } = chartOf(values.map(resultOf), share);
  const x = (/** @type {number} */ at) => LEFT + 12 + at * (WIDTH - LEFT - 24);
  const y = (/** @type {number} */ value) => 12 + (1 - (value - bottom) / (top - bottom)) * (HEIGHT - FOOT - 16);
  const title = words.t('figure.over-time', { what: words.t(`figure.${figure}`), n: periods.length });
  const every = Math.ceil(periods.length / 4);
  return html`<section class="figure-chart"><h2>${title}</h2>
    <svg viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${title}>
      ${[bottom, (bottom + top) / 2, top].map((value) => svg`<line class="figure-grid" x1=${LEFT} x2=${WIDTH} y1=${y(value)} y2=${y(value)} />
        <text class="scale-text" x=${LEFT - 6} y=${y(value) + 4} text-anchor="end">${scaleText(value, figure, share, words)}</text>`)}
      <path class="figure-path" d=${pathOf(points.map(({ value, x: at }) => (value === null ? null : [x(at), y(value)])))} />
      ${points.map(({ value, x: at }, i) => (value === null ? null : svg`<circle class=${periods[i].running ? 'figure-point running' : 'figure-point'} cx=${x(at)} cy=${y(value)} r="4"><title>${`${periodName(periods[i], words)}: ${told(figure, values[i], words)}`}</title></circle>`))}
      ${points.map(({ x: at }, i) => ((periods.length - 1 - i) % every === 0 ? svg`<text class="scale-text" x=${x(at)} y=${HEIGHT - 6} text-anchor=${i === periods.length - 1 ? 'end' : 'middle'}>${periodName(periods[i], words)}</text>` : null))}
    </svg>
    <details><summary>${words.t('figure.as-table')}</summary><table class="table small"><thead><tr><th scope="col">${words.t('figure.period')}</th><th scope="col">${words.t('figure.line')}</th><th scope="col">${words.t(`figure.${figure}`)}</th></tr></thead>
      <tbody>${periods.map((period, i) => html`<tr><td>${periodName(period, words)}</td><td>${values[i].denominator === undefined ? '' : figure === 'handling-minutes' ? words.number(values[i].denominator ?? 0) : `${words.number(values[i].numerator)} / ${words.number(values[i].denominator ?? 0)}`}</td><td>${told(figure, values[i], words)}</td></tr>`)}</tbody></table></details></section>`;
}

/** @param {number} value @param {string} figure @param {boolean} share @param {Words} words */
const scaleText = (value, figure, share, words) => (share ? `${words.number(value)}%` : figure === 'handling-minutes' ? words.t('figure.hours', { n: words.number(value / 60) }) : words.number(value));

/** @param {([number, number] | null)[] | (number[] | null)[]} points */
function pathOf(points) {
  let open = false;
  return points.map((point) => {
    if (!point) {
      open = false;
      return '';
    }
    const step = `${open ? 'L' : 'M'}${point[0].toFixed(1)} ${point[1].toFixed(1)}`;
    open = true;
    return step;
  }).join('');
}

/** What a period is called. @param {FigurePeriod} period @param {Words} words */
export function periodName({ kind, day, lastDay }, words) {
  const [year, month] = day.split('-').map(Number);
  if (kind === 'year') return words.t('figure.name.year', { year });
  if (kind === 'quarter') return words.t('figure.name.quarter', { year, quarter: (month + 2) / 3 });
  if (kind === 'month') return words.t('figure.name.month', { year, month });
  return kind === 'week' ? words.t('figure.name.week', { from: day, to: lastDay.slice(5) }) : day;
}
