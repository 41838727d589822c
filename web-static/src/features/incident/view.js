import { townMs } from '../../app/live-state.js';
import { generatedChip } from '../../ui/generated.js';
import { html } from '../../ui/html.js';
import { icon, symbol } from '../../ui/icons.js';
import { loadingNote, problemNote } from '../../ui/problem.js';
import { bestCameras } from '../camera/nearest.js';
import { nearestPeople } from '../patrol/nearest.js';
import { actionPart } from './act.js';
import { togetherPart } from './joint-view.js';
import { incidentMark } from './mark.js';
import { reportsPart } from './reports.js';
import { dueOf, historyOf, spanText, stepsOf } from './steps.js';
import { openWhy } from './why-view.js';

/**
 * What an incident's card can have done.
 *
 * @typedef {object} Doing
 * @property {(action: string, version: number, reason: string) => Promise<void>} act
 * @property {() => Promise<unknown>} again reads the incident and all of it anew
 * @property {() => void} readPeople
 * @property {() => void} readCameras
 * @property {() => void} readReports
 * @property {(path: string, body: object, version: number) => Promise<ProblemBody | null>} together does something with those who have it in hand
 * @property {(path: string, body: object, version: number | null) => Promise<ProblemBody | null>} whistling does something with a whistle
 * @property {() => void} readTogether
 * @property {() => number | null} jointVersion
 * @property {() => number | null} incidentVersion
 * @property {(key: string, value: string | null) => void} shown keeps what was revealed, or forgets it
 */

/**
 * The card of an incident: what it is and how it stands, what can be done, who and what is near, what was done.
 *
 * @param {IncidentCardState} card @param {Page} page @param {Doing} doing
 */
export function incidentView(card, page, doing) {
  const words = page.words();
  const { incident } = card;
  if (incident.status === 'failed') return problemNote(incident.problem, words, doing.again);
  const feature = incident.status === 'ready' ? incident.data : incident.status === 'loading' ? incident.old : undefined;
  if (!feature) return loadingNote(words);
  const { properties } = feature;
  return html`${head(properties, card, page)}${due(properties, page)}${steps(properties, words)}${actionPart(properties, card, page, doing)}
    ${togetherPart(properties, card, page, doing)}${facts(feature, card, page)}${reportsPart(properties, card, page, { shown: doing.shown, again: doing.readReports })}
    <section class="card-part"><h3>${words.t('incident.people')}</h3><div data-part="people">${nearestPeople(card.people, page, doing.readPeople)}</div></section>
    ${mayReadCameras(page.store.state()) ? html`<section class="card-part"><h3>${words.t('covering.title')}</h3>${bestCameras(card.cameras, page, doing.readCameras)}</section>` : null}
    ${history(properties, card, words)}`;
}

/** What other pages lay out in their own way. */
export { head as incidentHead, due as incidentDue, steps as incidentSteps, facts as incidentFacts };

/** How it stands where the steps do not tell. */
const TOLD_STANDINGS = new Set(['on-site', 'suspended', 'rejected', 'cancelled']);

/** Handlers and workers have nothing to do with cameras. @param {State} state */
export const mayReadCameras = ({ site }) => site.status === 'ready' && site.data.canRead.includes('cameras');

/** @param {IncidentProps} incident @param {IncidentCardState} card @param {Page} page */
function head(incident, card, page) {
  const words = page.words();
  const mark = incidentMark(incident);
  const category = card.categories.find(({ code }) => code === incident.category);
  const name = category ? (words.lang === 'zh' ? category.nameZh : category.nameEn) : (incident.categoryNames?.[words.lang] ?? incident.category);
  const copy = async () => {
    await navigator.clipboard?.writeText(incident.number).catch(() => {});
    page.say(words.t('card.copied', { code: incident.number }), 'good');
  };
  return html`<p class="crumb-top faint">${words.t('incident.title')}</p><h2 class="card-name">${name}</h2>
    <p class="card-line"><span class=${`condition ${mark}`}>${symbol(`incident-${mark}`)}${words.word('incident-mark', mark)}</span>
      ${TOLD_STANDINGS.has(incident.standing) ? html`<span class="chip plain">${words.word('standing', incident.standing)}</span>` : null}
      <span class="chip plain">${words.word('priority', incident.priority)}</span>${incident.generated ? generatedChip(words) : null}
      <span class="together"><button type="button" class="code" title=${words.t('incident.copy')} data-key="copy-number" @click=${copy}>${incident.number}${icon('copy')}</button>
      <button type="button" class="icon-button small" aria-label=${words.t('person.zoom')} title=${words.t('person.zoom')} data-key="incident-zoom"
        @click=${() => page.pick({ kind: 'incidents', id: incident.id })}>${icon('target')}</button></span></p>`;
}

/** @param {IncidentProps} incident @param {Page} page */
function due(incident, page) {
  const words = page.words();
  const now = dueOf(incident, townMs(page.store.state()));
  const late = now.kind === 'overdue' || now.kind === 'closed-late';
  const until = incident.closedAt ? incident.dueAt : incident.stageDueAt;
  const more = until ? words.t('incident.due-at', { stage: words.word('stage', incident.closedAt ? 'handle' : (incident.stage ?? 'handle')), time: words.time(until) }) : '';
  return html`<p class=${`due ${late ? 'late' : now.kind}`}>${late ? symbol('incident-overdue') : icon(incident.closedAt ? 'check' : 'clock')}
    <b data-live="due">${dueText(now, words)}</b><span class="faint">${more}</span>
    <button type="button" class="link due-why" data-key="due-why" @click=${() => openWhy(incident, page)}>${words.t('due.why')}</button></p>`;
}

/** How an incident stands to its clock, in words. @param {ReturnType<typeof dueOf>} due @param {Words} words */
export const dueText = ({ kind, ms }, words) => words.t(`incident.due.${kind}`, { span: spanText(ms, words) });

const SIGNS = { done: 'M4 8.5l3 3 5-6', now: 'M8 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6z', next: 'M6 5l3.5 3L6 11', later: '', 'left-out': 'M5 8h6' };

/** @param {IncidentProps} incident @param {Words} words */
function steps(incident, words) {
  return html`<ol class="steps" aria-label=${words.t('incident.steps')}>${stepsOf(incident).map(({ step, standing }) => html`<li class=${`step ${standing}`}
      aria-current=${standing === 'now' ? 'step' : null} data-step=${step} title=${words.word('incident-step', step)}>
    <svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="7" /><path d=${SIGNS[standing]} /></svg>
    <span class="step-name">${words.word('step', step)}</span><span class="hidden">${words.t(`step-standing.${standing}`)}</span></li>`)}</ol>`;
}

/** @param {GeoFeature<IncidentProps>} feature @param {IncidentCardState} card @param {Page} page */
function facts({ properties: incident, geometry }, card, page) {
  const words = page.words();
  const grid = card.chain.find(({ code }) => code === incident.grid);
  const { address } = card;
  /** @type {[string, unknown][]} */
  const all = [
    [words.t('column.grid'), incident.grid ? html`<button type="button" class="link" data-key="incident-grid"
      @click=${() => page.choose({ partition: 'tree', code: incident.grid ?? '' }, 'grid')}>${grid?.name ?? incident.grid}</button> <span class="code-text">${incident.grid}</span>` : words.t('here.outside')],
    [words.t('incident.place'), html`${address ? html`<span>${words.t('incident.near', { name: address.names[words.lang], distance: words.length(address.meters) })}</span> ` : null}
      <span class="code-text">${geometry ? `${geometry.coordinates[0].toFixed(5)}, ${geometry.coordinates[1].toFixed(5)}` : ''}</span>`],
    [words.t('column.channel'), words.word('channel', incident.channel)],
    [words.t('column.reportedAt'), words.time(incident.reportedAt)],
    [words.t('incident.filed-at'), incident.filedAt ? words.time(incident.filedAt) : words.t('incident.not-filed')],
  ];
  return html`<section class="card-part"><dl class="facts">${all.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`;
}

/** @param {IncidentProps} incident @param {IncidentCardState} card @param {Words} words */
function history(incident, card, words) {
  const others = new Set(card.conflict.map(({ version }) => version));
  return html`<section class="card-part"><h3>${words.t('incident.history')}</h3><ol class="history deeds">${historyOf(incident, card.deeds).map((entry) => html`
    <li class=${others.has(entry.version) ? 'by-others' : ''}><span>${words.word('incident-action', entry.action)}${entry.account ? html` <span class="faint" title=${entry.name ? entry.account : null}>${entry.name || words.word('account', entry.account)}</span>` : null}</span>
      <span class="faint">${words.time(entry.at)}</span>${entry.reason ? html`<p>${entry.reason}</p>` : null}</li>`)}</ol></section>`;
}
