import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { changeOf, COUNTS, resultOf, SHARES } from './state.js';

const ARROWS = { up: '▲', down: '▼', same: '＝' };

/** A figure as it is read: with two places and its unit. @param {string} figure @param {FigureCount} value @param {Words} words */
export function told(figure, value, words) {
  const result = resultOf(value);
  if (result === null) return words.t('figure.of-nothing');
  if (value.denominator === undefined) return words.number(result);
  return figure === 'handling-minutes' ? words.t('figure.hours', { n: words.number(result / 60, 1) }) : `${words.number(result, 2)}%`;
}

/** A number that opens the list behind it. @param {number} number @param {string} link @param {string} label @param {{ words: Words, open: (link: string) => void }} to */
export const opener = (number, link, label, { words, open }) => html`<button type="button" class="figure-open" title=${words.t('figure.open', { what: label, n: number })}
  data-key=${`open-${link}`} @click=${() => open(link)}>${words.number(number)}</button>`;

/** What is above and below the line, each opening its list. @param {string} figure @param {FigureValue} value @param {FigureTo} to */
export function fraction(figure, value, to) {
  const label = to.words.t(`figure.${figure}`);
  if (value.denominator === undefined) return opener(value.numerator, value.list ?? '', label, to);
  if (figure === 'handling-minutes') return html`<span class="figure-fraction">${to.words.t('figure.mean-of')} ${opener(value.denominator, value.of ?? '', label, to)}</span>`;
  return html`<span class="figure-fraction">${opener(value.numerator, value.list ?? '', label, to)}<span aria-hidden="true"> / </span><span class="hidden">${to.words.t('figure.of')}</span>${opener(value.denominator, value.of ?? '', label, to)}</span>`;
}

/** How it has changed, by shape, sign, word and colour. @param {string} figure @param {FigureValue} value @param {'before' | 'lastYear'} than @param {Words} words */
export function change(figure, value, than, words) {
  const changed = changeOf(figure, value, value[than]);
  const label = words.t(`figure.than.${than}`);
  if (!changed) return html`<span class="figure-change plain"><span class="faint">${label}</span> ${words.t('figure.not-compared')}</span>`;
  const { by, way, sense } = changed;
  const digits = value.denominator === undefined ? 0 : figure === 'handling-minutes' ? 1 : 2;
  const size = words.number(Math.abs(figure === 'handling-minutes' ? by / 60 : by), digits);
  const unit = words.t(value.denominator === undefined ? 'figure.unit.cases' : figure === 'handling-minutes' ? 'figure.unit.hours' : 'figure.unit.points');
  return html`<span class=${`figure-change ${sense}`}><span class="faint">${label}</span> <span aria-hidden="true">${ARROWS[way]}</span>
    <span class="hidden">${words.t(`figure.way.${way}`)}</span>${size}${unit}${sense === 'plain' ? null : html` <b>${words.t(`figure.sense.${sense}`)}</b>`}</span>`;
}

/** From what came in to what was closed in time. @param {FigureTable} table @param {FigureTo} to */
export function countStrip({ total, period }, to) {
  const { words } = to;
  return html`<section class="figure-strip" aria-label=${words.t('figure.counts')}><ul>${COUNTS.map((figure) => {
    const value = total.figures[figure];
    return html`<li class=${`figure-count ${figure}`}><span class="faint" title=${words.t(`figure.about.${figure}`)}>${words.t(`figure.${figure}`)}</span>
      <b data-figure=${figure}>${opener(value.numerator, value.list ?? '', words.t(`figure.${figure}`), to)}</b>
      ${period.running ? html`<span class="figure-change plain faint">${words.t('figure.running')}</span>` : change(figure, value, 'before', words)}</li>`;
  })}</ul></section>`;
}

/** The shares, each with its line and its changes; one of them is drawn below. @param {FigureTable} table @param {FigureTo} to */
export function shareCards({ total }, to) {
  const { words, view } = to;
  return html`<section class="figure-cards" aria-label=${words.t('figure.shares')}><ul>${SHARES.map((figure) => {
    const value = total.figures[figure];
    return html`<li class=${`figure-card${figure === view.figure ? ' picked' : ''}`}><div class="figure-card-head"><h2 title=${words.t(`figure.about.${figure}`)}>${words.t(`figure.${figure}`)}</h2>
        <button type="button" class="icon-button" aria-pressed=${String(figure === view.figure)} aria-label=${words.t('figure.draw', { what: words.t(`figure.${figure}`) })}
          title=${words.t('figure.draw', { what: words.t(`figure.${figure}`) })} data-key=${`draw-${figure}`} @click=${() => to.choose(figure)}>${icon('chart')}</button></div>
      <p class="figure-result" data-figure=${figure}>${told(figure, value, words)}</p>
      <p class="figure-line">${fraction(figure, value, to)}</p>
      <p class="figure-changes">${change(figure, value, 'before', words)}${change(figure, value, 'lastYear', words)}</p></li>`;
  })}</ul></section>`;
}
