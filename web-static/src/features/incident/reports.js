import { html } from '../../ui/html.js';
import { emptyNote, problemNote } from '../../ui/problem.js';
import { askWhy } from '../people/reveal.js';

/** In the order they are shown. @type {ReporterField[]} */
const FIELDS = ['reporterName', 'reporterPhone'];

/**
 * What was said in an incident's reports and by whom, as the server masks it for the reader. What was shown whole for a
 * reason is kept by the card, and forgotten with it.
 *
 * @param {IncidentProps} incident @param {IncidentCardState} card @param {Page} page
 * @param {{ shown: (key: string, value: string | null) => void, again: () => void }} to shown: a field whole, or masked again
 */
export function reportsPart(incident, { reports, revealed }, page, to) {
  const words = page.words();
  const list = reports.status === 'ready' ? reports.data : reports.status === 'loading' ? reports.old : undefined;
  if (reports.status === 'failed') return section(words, problemNote(reports.problem, words, to.again));
  if (!list) return null;
  if (list.length === 0) return section(words, emptyNote(words.t('report.none')));
  return section(words, html`<ol class="reports">${list.map((report) => html`<li>
      <p class="report-head"><b>${words.t('report.number', { n: report.report })}</b> <span>${words.word('channel', report.channel)}</span> <span class="faint">${words.time(report.reportedAt)}</span></p>
      ${report.description ? html`<p class="report-words">${report.description}</p>${errandLink(report.description, words)}` : null}
      ${whoSent(report, incident, { revealed, page, to })}</li>`)}</ol>
    <p class="faint" role="status">${revealed.size > 0 ? words.t('person.shown') : ''}</p>`);
}

/** What was an errand first leads back to it. @param {string} text @param {Words} words */
function errandLink(text, words) {
  const id = /^〔点单 ([0-9]+)〕/.exec(text)?.[1];
  return id ? html`<p><a class="link" href=${`/errands/?errand=${id}`} data-key="errand">${words.t('report.errand')}</a></p>` : null;
}

/** @param {Words} words @param {unknown} content */
const section = (words, content) => html`<section class="card-part" data-part="reports"><h3>${words.t('report.title')}</h3>${content}</section>`;

/** @param {ReporterField} field @param {number} report */
export const keyOf = (field, report) => `${field}-${report}`;

/**
 * @param {IncidentReport} report @param {IncidentProps} incident
 * @param {{ revealed: ReadonlyMap<string, string>, page: Page, to: { shown: (key: string, value: string | null) => void } }} with_
 */
function whoSent(report, incident, { revealed, page, to }) {
  const words = page.words();
  if (FIELDS.every((field) => !report[field])) return html`<p class="faint">${words.t('report.nobody')}</p>`;
  return html`<dl class="facts">${FIELDS.filter((field) => report[field]).map((field) => {
    const key = keyOf(field, report.report);
    const name = words.t(`report.${field}`);
    const whole = revealed.get(key);
    const reveal = () => askWhy({
      page, field: name, of: incident.number, path: `/api/incidents/${encodeURIComponent(incident.id)}/reveals`, body: { report: report.report, field },
    }, (value) => to.shown(key, value));
    const button = whole !== undefined
      ? html`<button type="button" class="button small" data-key=${`hide-${key}`} @click=${() => to.shown(key, null)}>${words.t('person.hide')}</button>`
      : report.revealable.includes(field)
        ? html`<button type="button" class="button small" data-key=${`show-${key}`} aria-label=${words.t('person.show-field', { field: name })} @click=${reveal}>${words.t('person.show')}…</button>`
        : null;
    return html`<div><dt>${name}</dt><dd class="fact-masked"><span class="code-text" data-field=${key}>${whole ?? report[field]}</span> ${button}</dd></div>`;
  })}</dl>`;
}
