import { townMs } from '../../app/live-state.js';
import { openDialog } from '../../ui/dialog.js';
import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { problemNote } from '../../ui/problem.js';

/** What leads on comes before what leads back or out. */
const ORDER = [
  'accept', 'confirm', 'file', 'dispatch', 'report-back', 'close', 'resume', 'grant-extension', 'endorse-extension', 'uphold-appeal',
  'ask-on-site', 'deny', 'rework', 'send-back', 'ask-extension', 'refuse-extension', 'suspend', 'appeal', 'dismiss-appeal', 'reopen', 'cancel', 'reject',
];
const LEADS_ON = new Set(['accept', 'confirm', 'file', 'dispatch', 'report-back', 'close', 'resume', 'grant-extension', 'endorse-extension']);
/** As the server has it: without a reason these are refused. */
const NEEDS_REASON = new Set([
  'deny', 'rework', 'send-back', 'ask-extension', 'refuse-extension', 'suspend', 'appeal', 'uphold-appeal', 'dismiss-appeal', 'reopen', 'cancel', 'reject',
]);
/** What cannot be taken back is asked for once more. */
const ENDS = new Set(['close', 'cancel', 'reject']);
/** For how many days something may be suspended: it goes on by itself then, or when somebody says so. */
const SUSPENSIONS = [7, 30, 90, 180, 365];
const DAY_MS = 86_400_000;
const LONGEST_REASON = 500;

/**
 * The buttons of what the reader may do now, and what came of the last one.
 *
 * @param {IncidentProps} incident @param {IncidentCardState} card @param {Page} page
 * @param {{ act: (action: string, version: number, reason: string, until?: string) => Promise<void>, keys?: Readonly<Record<string, string>> }} how keys:
 *   the letters that do them, where the page listens to some
 */
export function actionPart(incident, card, page, { act, keys = {} }) {
  const words = page.words();
  const actions = ORDER.filter((action) => incident.actions?.includes(action));
  const failed = card.problem && !isOvertaken(card.problem) ? problemNote(card.problem, words) : null;
  if (actions.length === 0) return html`${conflictNote(card, words)}${failed}${signInHint(incident, page)}`;
  return html`<section class="card-part actions-part" aria-label=${words.t('incident.actions')}>${conflictNote(card, words)}${failed}
    <div class="actions">${actions.map((action) => html`<button type="button" class=${`button${LEADS_ON.has(action) ? ' primary' : ''}`} data-key=${`act-${action}`} aria-keyshortcuts=${keys[action] ?? null}
      ?disabled=${card.doing !== null} @click=${() => decide(action, incident, page, act)}>${words.word('incident-action', action)}${NEEDS_REASON.has(action) || ENDS.has(action) ? '…' : ''}${keys[action] ? html` <kbd aria-hidden="true">${keys[action]}</kbd>` : null}</button>`)}</div></section>`;
}

/** @param {string} action @param {IncidentProps} incident @param {Page} page @param {(action: string, version: number, reason: string, until?: string) => Promise<void>} act */
function decide(action, incident, page, act) {
  if (NEEDS_REASON.has(action) || ENDS.has(action)) askReason(action, incident, page, (reason, until) => act(action, incident.version, reason, until));
  else act(action, incident.version, '');
}

/** @param {string} action @param {IncidentProps} incident @param {Page} page @param {(reason: string, until?: string) => void} then */
function askReason(action, incident, page, then) {
  const words = page.words();
  const required = NEEDS_REASON.has(action);
  const name = words.word('incident-action', action);
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const field = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem('reason'));
    const days = Number(new FormData(form).get('days') ?? 0);
    const reason = field.value.trim();
    field.setCustomValidity(required && !reason ? words.t('incident.reason-missing') : '');
    if (!field.reportValidity()) return;
    close();
    then(reason, days > 0 ? new Date(townMs(page.store.state()) + days * DAY_MS).toISOString() : undefined);
  };
  const close = openDialog({
    title: words.t('incident.ask', { action: name, number: incident.number }),
    closeLabel: words.t('help.close'),
    content: html`<form class="reason-form" novalidate @submit=${send} @keydown=${sendsByKey}>${ENDS.has(action) ? html`<p>${words.t(`incident.ends.${action}`)}</p>` : null}
      ${action === 'suspend' ? suspensions(words) : null}
      <label class="reason"><span>${words.t(required ? 'incident.reason' : 'incident.reason-optional')}</span>
        <textarea name="reason" class="field" rows="3" maxlength=${LONGEST_REASON} data-key="reason" @input=${(/** @type {Event} */ event) => /** @type {HTMLTextAreaElement} */ (event.target).setCustomValidity('')}></textarea></label>
      <p class="dialog-foot"><button type="submit" class="button primary" data-key="reason-send">${name}</button>
        <button type="button" class="button" @click=${() => close()}>${words.t('incident.cancel')}</button></p></form>`,
  });
  /** @type {HTMLElement | null} */ (document.querySelector('dialog [name=reason]'))?.focus();
}

/** Ctrl and Enter send what was written over several lines. @param {KeyboardEvent} event */
function sendsByKey(event) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) /** @type {HTMLFormElement} */ (event.currentTarget).requestSubmit();
}

/** For how long; the shortest first. @param {Words} words */
const suspensions = (words) => html`<fieldset class="suspensions"><legend>${words.t('incident.suspend-for')}</legend>
  ${SUSPENSIONS.map((days, i) => html`<label class="choice inline"><input type="radio" name="days" value=${days} ?checked=${i === 0} data-key=${`days-${days}`}><span>${words.t('span.whole-days', { a: days })}</span></label>`)}</fieldset>`;

/** Whether somebody else was faster; what a rule keeps back is told as it is. @param {ProblemBody} problem */
export const isOvertaken = ({ status, code }) => status === 409 && !code?.startsWith('joint-');

/** What others did before, so that nobody wonders. @param {IncidentCardState} card @param {Words} words */
function conflictNote({ conflict, problem }, words) {
  if (!problem || !isOvertaken(problem)) return null;
  return html`<div class="note bad conflict" role="alert">${icon('warning')}<div><p class="note-title">${words.t('incident.conflict')}</p>
    ${conflict.map(({ account, name, action, at }) => html`<p>${words.t('incident.conflict-what', { who: name || words.word('account', account), action: words.word('incident-action', action), time: words.time(at) })}</p>`)}
    <p>${words.t('incident.conflict-mend')}</p></div></div>`;
}

/** Who only looks on is told how to come to the buttons. @param {IncidentProps} incident @param {Page} page */
function signInHint(incident, page) {
  const { site } = page.store.state();
  if (incident.closedAt || site.status !== 'ready' || site.data.account !== 'anonymous') return null;
  return html`<p class="hint"><a class="link" href="/sign-in/">${page.words().t('incident.sign-in')}</a></p>`;
}
