import { generatedChip } from '../../ui/generated.js';
import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { loadingNote, problemNote } from '../../ui/problem.js';
import { bestCameras } from '../camera/nearest.js';
import { actionPart } from '../incident/act.js';
import { known } from '../incident/card.js';
import { togetherPart } from '../incident/joint-view.js';
import { reportsPart } from '../incident/reports.js';
import { spanText } from '../incident/steps.js';
import { incidentDue, incidentFacts, incidentHead, incidentSteps, mayReadCameras } from '../incident/view.js';
import { nearestPeople } from '../patrol/nearest.js';
import { notesPart, photosPart, similarPart, suggestionsPart } from './extras-view.js';
import { ACTION_KEYS } from './keys.js';
import { timelineOf } from './timeline.js';

/**
 * An incident as one page: how it stands and what can be done, what was reported, who and what is near, all its history.
 *
 * @param {DeskPage} deskPage @param {ReturnType<typeof import('./extras.js').createExtras>} extras
 * @returns {typeof import('../incident/view.js').incidentView}
 */
export const createDeskView = (deskPage, extras) => (card, page, doing) => {
  const words = page.words();
  const feature = known(card.incident);
  if (card.incident.status === 'failed') return html`<div class="desk-incident">${problemNote(card.incident.problem, words, doing.again)}</div>`;
  if (!feature) return html`<div class="desk-incident">${loadingNote(words)}</div>`;
  const { properties } = feature;
  const more = extras.state();
  return html`<article class="desk-incident" aria-labelledby="incident-name" data-incident=${properties.id}>
    <div class="incident-top"><div class="incident-head" id="incident-name">${incidentHead(properties, card, page)}</div>${tools(deskPage, words)}</div>
    ${incidentDue(properties, page)}${incidentSteps(properties, words)}${actionPart(properties, card, page, { act: doing.act, keys: ACTION_KEYS })}
    <div class="incident-columns"><div class="incident-column">
        ${togetherPart(properties, card, page, doing)}
        ${suggestionsPart(more, properties, { page, doings: extras.doings, again: doing.again })}
        ${reportsPart(properties, card, page, { shown: doing.shown, again: doing.readReports })}${photosPart(more, page)}${notesPart(more, page, extras.player)}
        ${similarPart(more, properties, { deskPage, doings: extras.doings, categories: card.categories })}${timeline(properties, card, words)}</div>
      <div class="incident-column">${incidentFacts(feature, card, page)}
        <section class="card-part near-part"><h3>${words.t('incident.people')}</h3><div data-part="people">${nearestPeople(card.people, page, doing.readPeople)}</div></section>
        ${mayReadCameras(page.store.state()) ? html`<section class="card-part near-part"><h3>${words.t('covering.title')}</h3>${bestCameras(card.cameras, page, doing.readCameras)}</section>` : null}</div></div>
    <p class="printed-note">${words.t('desk.printed', { name: words.t('product.name'), time: words.dayTime(new Date().toISOString()) })} ${properties.generated ? generatedChip(words) : null}</p></article>`;
};

/** @param {DeskPage} deskPage @param {Words} words */
const tools = ({ letGo }, words) => html`<div class="incident-tools">
  <button type="button" class="button small" data-key="print" @click=${() => window.print()}>${icon('print')}${words.t('desk.print')}</button>
  <button type="button" class="icon-button" data-key="let-go" aria-label=${words.t('desk.close')} title=${words.t('desk.close')} @click=${letGo}>${icon('close')}</button></div>`;

/** The history as one line of time. @param {IncidentProps} incident @param {IncidentCardState} card @param {Words} words */
function timeline(incident, card, words) {
  const others = new Set(card.conflict.map(({ version }) => version));
  const reports = card.reports.status === 'ready' ? card.reports.data : [];
  let day = '';
  return html`<section class="card-part" data-part="timeline"><h3>${words.t('incident.history')}</h3><ol class="timeline">${timelineOf(incident, card.deeds, reports).map((entry) => {
    const newDay = words.day(entry.at) !== day;
    day = words.day(entry.at);
    return html`<li class=${`kind-${entry.kind}${others.has(entry.version) && entry.version > 0 ? ' by-others' : ''}`}><time datetime=${entry.at}>${newDay ? html`<span class="timeline-day">${day}</span>` : null}${words.hour(entry.at)}</time>
      <div><p class="timeline-what"><b>${whatOf(entry, words, incident.channel)}</b>${entry.account ? html` <span title=${entry.name ? entry.account : null}>${entry.name || words.word('account', entry.account)}</span>` : null}
        ${entry.afterMs > 0 ? html` <span class="faint">${words.t(entry.kind === 'due' ? 'desk.due-after' : 'desk.after', { span: spanText(entry.afterMs, words) })}</span>` : null}</p>
        ${entry.reason ? html`<p class="timeline-why">${entry.reason}</p>` : null}</div></li>`;
  })}</ol></section>`;
}

/** @param {TimeEntry} entry @param {Words} words @param {string} channel over which it was reported first */
function whatOf(entry, words, channel) {
  if (entry.kind === 'due') return words.t('desk.due');
  if (entry.kind === 'report') return `${words.t('report.number', { n: entry.report ?? 0 })} · ${words.word('channel', entry.channel ?? '')}`;
  if (entry.action === 'reported') return `${words.word('incident-action', 'reported')} · ${words.word('channel', channel)}`;
  return words.word('incident-action', entry.action);
}
