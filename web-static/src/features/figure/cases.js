import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { emptyNote } from '../../ui/problem.js';

/**
 * The cases behind a number: as many as it says.
 *
 * @param {FigureCases} list @param {{ words: Words, names: { categories: Map<string, string> }, asked: URLSearchParams, close: () => void }} to asked: in what they count, and when the number was counted, in a period that lasts still
 */
export function casesPanel({ total, cases }, { words, names, asked, close }) {
  const asOf = asked.get('asOf');
  const title = words.t('figure.cases', { what: words.word('figure.measure', asked.get('count') ?? ''), n: words.number(total) });
  return html`<div class="figure-cases-head"><h2>${title}</h2>
      <button type="button" class="icon-button" aria-label=${words.t('figure.close')} data-key="close-cases" @click=${close}>${icon('close')}</button></div>
    ${asOf ? html`<p class="faint">${words.t('figure.as-of', { at: words.dayTime(asOf) })}</p>` : null}
    ${total === 0 ? emptyNote(words.t('figure.no-cases')) : html`<div class="figure-scroll" tabindex="0" role="region" aria-label=${title}><table class="table"><caption class="hidden">${title}</caption>
      <thead><tr>${['number', 'category', 'reported', 'due', 'closed-at', 'state'].map((key) => html`<th scope="col">${words.t(`figure.case.${key}`)}</th>`)}</tr></thead>
      <tbody>${cases.map((one) => html`<tr><th scope="row"><a class="link" href=${`/?incident=${one.id}`}>${one.number}</a></th><td>${names.categories.get(one.category) ?? one.category}</td>
        <td>${words.dayTime(one.reportedAt)}</td><td>${words.dayTime(one.dueAt)}</td><td>${words.dayTime(one.closedAt)}</td><td>${state(one, words)}</td></tr>`)}</tbody></table></div>
      ${total > cases.length ? html`<p class="faint">${words.t('figure.more-cases', { n: cases.length, all: total })}</p>` : null}`}`;
}

/** @param {FigureCase} one @param {Words} words */
function state({ late, excused, closedAt }, words) {
  const word = excused ? 'excused' : late ? 'late' : closedAt ? 'in-time' : 'open';
  return html`<span class=${`figure-case ${word}`}><span aria-hidden="true">${{ excused: '◇', late: '▲', 'in-time': '●', open: '○' }[word]}</span> ${words.word('figure.case-state', word)}</span>`;
}
