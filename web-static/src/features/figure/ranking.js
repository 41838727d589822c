import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { change, fraction, opener, told } from './headline.js';
import { ranked, resultOf } from './state.js';

const COLUMNS = ['closing-rate', 'on-time-rate', 'response-rate'];
const GRADES = { excellent: '★', competent: '●', incompetent: '▲' };

/** Groups by a figure, each with the way down and with its numbers. @param {FigureTable} table @param {FigureTo} to */
export function ranking(table, to) {
  const { words, view } = to;
  const figures = [...new Set([view.figure, ...COLUMNS])];
  const rows = ranked(table.groups, view.figure, to.rising());
  return html`<section class="figure-ranking"><div class="figure-ranking-head"><h2>${words.t('figure.ranking', { what: words.t(`figure.${view.figure}`) })}</h2>
      <button type="button" class="button" data-key="turn" @click=${to.turn}>${icon('down')}${words.t(to.rising() ? 'figure.rising' : 'figure.falling')}</button></div>
    <div class="figure-scroll" tabindex="0" role="region" aria-label=${words.t('figure.ranking', { what: words.t(`figure.${view.figure}`) })}><table class="table figure-rows"><caption class="hidden">${words.t('figure.ranking', { what: words.t(`figure.${view.figure}`) })}</caption>
      <thead><tr><th scope="col">${words.t('figure.group')}</th><th scope="col">${words.t('figure.grade')}</th>
        ${figures.map((figure) => html`<th scope="col" class="number">${words.t(`figure.${figure}`)}</th>`)}
        ${['overdue', 'received'].map((figure) => html`<th scope="col" class="number">${words.t(`figure.${figure}`)}</th>`)}</tr></thead>
      <tbody>${rows.map((group) => row(group, figures, to))}</tbody></table></div>
    ${table.groupCount > table.groups.length ? html`<p class="faint">${words.t('figure.more-groups', { n: table.groups.length, all: table.groupCount })}</p>` : null}</section>`;
}

/** @param {FigureGroup} group @param {string[]} figures @param {FigureTo} to */
function row(group, figures, to) {
  const { words } = to;
  const name = groupName(group, to);
  return html`<tr><th scope="row"><button type="button" class="row-button" data-key=${`into-${group.key}`} @click=${() => to.into(group)}>${name}${icon('right')}</button></th>
    <td>${gradeMark(group.grade, words)}</td>
    ${figures.map((figure, i) => html`<td class="number">${cell(figure, group, i === 0, to)}</td>`)}
    ${['overdue', 'received'].map((figure) => html`<td class="number">${opener(group.figures[figure].numerator, group.figures[figure].list ?? '', `${name} ${words.t(`figure.${figure}`)}`, to)}</td>`)}</tr>`;
}

/** @param {string} figure @param {FigureGroup} group @param {boolean} first @param {FigureTo} to */
function cell(figure, group, first, to) {
  const value = group.figures[figure];
  const result = resultOf(value);
  return html`<span class="figure-cell"><b>${told(figure, value, to.words)}</b> <span class="faint">${fraction(figure, value, to)}</span>
    ${first && value.percent !== undefined ? html`<svg class="figure-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="figure-bar-ground" width="100" height="4" /><rect class="figure-bar-share" width=${result ?? 0} height="4" /></svg>` : null}
    ${first ? change(figure, value, 'before', to.words) : null}</span>`;
}

/** What a group is called. @param {FigureGroup} group @param {FigureTo} to */
export function groupName(group, { words, view }) {
  if (group.key === '-') return words.t(group.level || ['children', 'district', 'street', 'community', 'grid'].includes(view.by) ? 'figure.no-grid' : 'figure.no-group');
  const name = words.lang === 'zh' ? group.nameZh : group.nameEn;
  return name ?? words.word(`figure.${view.by}`, group.key);
}

/** A grade by shape, word and colour. @param {FigureGrade | null} grade @param {Words} words */
export const gradeMark = (grade, words) => (grade === null ? html`<span class="faint">${words.t('figure.ungraded')}</span>` : html`<span class=${`figure-grade ${grade}`}><span aria-hidden="true">${GRADES[grade]}</span> ${words.word('figure.grade', grade)}</span>`);
