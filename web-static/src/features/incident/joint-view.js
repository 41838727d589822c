import { townMs } from '../../app/live-state.js';
import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { problemNote } from '../../ui/problem.js';
import { evaluationPart } from '../evaluation/part.js';
import { publicationPart } from '../evaluation/publish.js';
import { messagePart } from '../message/part.js';
import { whistlePart } from '../whistle/part.js';
import { askDecision, askText } from './joint-dialogs.js';
import { dutyOf, formerName, handlerName, usualDue } from './joint.js';
import { spanText } from './steps.js';

/**
 * What can be done with those who have an incident in hand.
 *
 * @typedef {object} TogetherDoing
 * @property {(path: string, body: object, version: number) => Promise<ProblemBody | null>} together
 * @property {(path: string, body: object, version: number | null) => Promise<ProblemBody | null>} whistling
 * @property {() => void} readTogether
 * @property {() => number | null} jointVersion of the joint handling as it was read last
 * @property {() => number | null} incidentVersion of the incident as it was read last
 * @property {boolean} [busy] whether something is being done
 * @typedef {{ page: Page, doing: TogetherDoing }} With
 */

/**
 * Who was called for help, who has an incident in hand, what they answer, and how they handle it together.
 *
 * @param {IncidentProps} incident @param {IncidentCardState} card @param {Page} page @param {TogetherDoing} given
 */
export function togetherPart(incident, { together, doing: deed }, page, given) {
  const words = page.words();
  const doing = { ...given, busy: deed !== null };
  if (together.status === 'failed') return html`<section class="card-part" data-part="joint"><h3>${words.t('joint.title')}</h3>${problemNote(together.problem, words, doing.readTogether)}</section>`;
  const known = together.status === 'ready' ? together.data : together.status === 'loading' ? together.old : undefined;
  return known ? html`${whistlePart(incident, known.whistles, page, doing.whistling)}${hands(incident, known, page, doing)}${joint(incident, known.joint, page, doing)}${evaluationPart(known.evaluation, page)}${publicationPart(incident, known.publication, page, doing.readTogether)}${messagePart(known.notifications, page, doing.whistling)}` : null;
}

/** @param {IncidentProps} incident @param {Together} together @param {Page} page @param {TogetherDoing} doing */
function hands(incident, { tasks }, page, doing) {
  const words = page.words();
  const now = tasks.filter(({ state }) => state === 'offered' || state === 'taken');
  if (now.length === 0 || incident.closedAt) return null;
  return html`<section class="card-part" data-part="hands"><h3>${words.t('hands.title')}</h3><ul class="hands">${now.map((task) => html`<li>
    ${icon(task.to.kind === 'person' ? 'person' : 'building')}<span class="hand-who">${who(task, words)}${task.leads && now.length > 1 ? html` <span class="chip plain">${words.t('joint.leads')}</span>` : null}
      <span class="faint">${words.word('task-state', task.state)}</span></span>
    ${task.actions.map((action) => html`<button type="button" class="button small" data-key=${`${action}-${task.to.kind}-${task.to.code}`} ?disabled=${doing.busy} @click=${() => answer(incident, task, action, { page, doing })}>${words.word('incident-action', action)}${action === 'decline' ? '…' : ''}</button>`)}</li>`)}</ul></section>`;
}

/** Whoever leads answers for others, who have telephoned. @param {IncidentProps} incident @param {HandTask} task @param {string} action @param {With} with_ */
async function answer(incident, task, action, { page, doing }) {
  const words = page.words();
  const sendAnswer = sendSeen(doing, action, incident.version, doing.incidentVersion);
  const send = async (/** @type {string} */ reason) => {
    const problem = await sendAnswer({ ...(reason ? { reason } : {}), ...(task.own ? {} : { to: [task.to] }) });
    if (!problem) page.say(words.t('incident.did', { action: words.word('incident-action', action), number: incident.number }), 'good');
    return problem;
  };
  if (action === 'decline') return askText({ words, title: words.word('incident-action', action), label: words.t('incident.reason'), needed: true, longest: 500, send });
  const problem = await send('');
  if (problem) page.say(problem.detail || problem.title || words.t('problem.title'), 'bad');
}

/** @param {{ to: HandlerRef, names?: Record<Lang, string> }} one @param {Words} words */
const who = (one, words) => html`<b title=${one.to.code}>${handlerName(one, words.lang)}</b>${one.names && one.to.kind === 'person' ? html` <span class="code-text faint">${one.to.code}</span>` : null}`;

/** @param {IncidentProps} incident @param {JointAnswer} answered @param {Page} page @param {TogetherDoing} doing */
function joint(incident, { joint: now, past, actions }, page, doing) {
  const words = page.words();
  if (!now && past.length === 0 && !actions.includes('convene')) return null;
  return html`<section class="card-part" data-part="joint"><h3>${words.t('joint.title')}</h3>
    ${now ? goingOn(incident, now, actions, { page, doing }) : null}
    ${actions.includes('convene') ? html`<p class="joint-foot"><span class="faint">${words.t('joint.several')}</span> <button type="button" class="button" data-key="joint-convene" ?disabled=${doing.busy} @click=${() => convene(incident, words, doing)}>${words.t('joint.convene')}…</button></p>` : null}
    ${past.map((one) => html`<details class="joint-past"><summary>${words.t('joint.past', { from: words.time(one.convened.at), to: words.time(one.endedAt), action: words.word('incident-action', one.endedBy ?? '') })}</summary>${duties(one, page, doing)}${minutes(one, words)}</details>`)}</section>`;
}

/** @param {IncidentProps} incident @param {JointState} now @param {string[]} actions @param {With} with_ */
function goingOn(incident, now, actions, { page, doing }) {
  const words = page.words();
  const { site } = page.store.state();
  const decide = () => askDecision({
    words, joint: now, dueMs: usualDue(incident.dueAt, townMs(page.store.state())), zone: site.status === 'ready' ? site.data.timeZone : 'Asia/Shanghai',
    send: sendSeen(doing, 'joint/decision', now.version),
  });
  const write = sendSeen(doing, 'joint/minutes', now.version);
  const minute = () => askText({ words, title: words.t('joint.minute'), label: words.t('joint.said'), needed: true, send: (text) => write({ text }) });
  return html`<p class="joint-who">${now.participants.map((one) => html`<span class=${`chip plain${one.outAt ? ' out' : ''}`}>${handlerName(one, words.lang)}${one.leads ? ` · ${words.t('joint.leads')}` : ''}${one.outAt ? ` · ${words.t('joint.out')}` : ''}</span>`)}</p>
    ${now.decision ? duties(now, page, doing) : html`<p class="faint">${words.t('joint.undecided')}</p>`}
    ${minutes(now, words)}
    <p class="joint-foot">${actions.includes('decide') ? html`<button type="button" class="button primary" data-key="joint-decide" @click=${decide}>${words.t('joint.decide')}…</button>` : null}
      ${actions.includes('minute') ? html`<button type="button" class="button" data-key="joint-minute" @click=${minute}>${words.t('joint.minute')}…</button>` : null}</p>`;
}

/** @param {IncidentProps} incident @param {Words} words @param {TogetherDoing} doing */
function convene(incident, words, doing) {
  const send = sendSeen(doing, 'joint', incident.version, doing.incidentVersion);
  askText({ words, title: words.t('joint.convene'), label: words.t('incident.reason'), hint: words.t('joint.convene-hint'), needed: true, send: (reason) => send({ reason }) });
}

/** @param {JointState} joint @param {Page} page @param {TogetherDoing} doing */
function duties(joint, page, doing) {
  const words = page.words();
  const nowMs = townMs(page.store.state());
  const done = (/** @type {JointDuty} */ duty) => {
    const send = sendSeen(doing, `joint/duties/${duty.number}/done`, joint.version);
    askText({ words, title: words.t('joint.done'), label: words.t('incident.reason-optional'), hint: duty.what, needed: false, send: (note) => send({ note }) });
  };
  const over = joint.endedAt !== null;
  return html`<ol class="duties">${joint.duties.map((duty) => html`<li class=${`duty ${over && !duty.doneAt ? 'dropped' : dutyOf(duty, nowMs).kind}`} data-duty=${duty.number}>
    <p class="duty-head">${who(duty, words)} ${over && !duty.doneAt ? html`<span class="duty-left">${words.t('joint.duty.dropped')}</span>` : html`<span class="duty-left" data-duty-left=${JSON.stringify([duty.due, duty.doneAt])}>${dutyText(duty, nowMs, words)}</span>`}</p>
    <p class="duty-what">${duty.what}</p>
    <p class="faint">${words.t('joint.by', { time: words.dayTime(duty.due) })}${duty.from ? ` · ${words.t('joint.from', { name: formerName(joint, duty.from, words.lang) })}` : ''}</p>
    ${duty.actions.includes('done') ? html`<button type="button" class="button small" data-key=${`duty-done-${duty.number}`} @click=${() => done(duty)}>${icon('check')}${words.t('joint.done')}…</button>` : null}</li>`)}</ol>`;
}

/**
 * Sends as of what was seen when it was begun. Whoever was told that others were faster has seen what they did.
 *
 * @param {TogetherDoing} doing @param {string} path @param {number} seen @param {() => number | null} [latest] version, as it was read last
 */
export function sendSeen(doing, path, seen, latest = doing.jointVersion) {
  let overtaken = false;
  return async (/** @type {object} */ body) => {
    const problem = await doing.together(path, body, overtaken ? (latest() ?? seen) : seen);
    overtaken = problem?.code === 'version-conflict';
    return problem;
  };
}

/** @param {Pick<JointDuty, 'due' | 'doneAt'>} duty @param {number} nowMs @param {Words} words */
function dutyText(duty, nowMs, words) {
  const { kind, ms } = dutyOf(duty, nowMs);
  return words.t(`joint.duty.${kind}`, { span: spanText(ms, words) });
}

/** Tells the time that is left for duties in place. @param {HTMLElement} place @param {number} nowMs @param {Words} words */
export function tellDuties(place, nowMs, words) {
  for (const shown of place.querySelectorAll('[data-duty-left]')) {
    const [due, doneAt] = JSON.parse(shown.getAttribute('data-duty-left') ?? '[]');
    shown.textContent = dutyText({ due, doneAt }, nowMs, words);
    const row = shown.closest('.duty');
    if (row) row.className = `duty ${dutyOf({ due, doneAt }, nowMs).kind}`;
  }
}

/** @param {JointState} joint @param {Words} words */
const minutes = (joint, words) => html`<h4 class="joint-minutes">${words.t('joint.minutes')}</h4><ol class="minutes">${joint.minutes.map((one) => html`<li>
  <p><b>${words.word('minute', one.kind)}</b>${one.duty ? ` ${words.t('joint.duty-number', { n: one.duty })}` : ''} <span class="faint">${one.name || words.word('account', one.account)} · ${words.time(one.at)}</span></p>
  ${one.text ? html`<p class="minute-text">${one.text}</p>` : null}</li>`)}</ol>`;
