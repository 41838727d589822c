import { openDialog } from '../../ui/dialog.js';
import { html, show } from '../../ui/html.js';
import { problemNote } from '../../ui/problem.js';
import { instantOf, localOf } from '../../app/when.js';
import { handlerName } from './joint.js';

const LONGEST_TEXT = 1000;
const LONGEST_WHAT = 500;

/**
 * Asks for one text.
 *
 * @param {{ words: Words, title: string, label: string, hint?: string, needed: boolean, longest?: number, send: (text: string) => Promise<ProblemBody | null> }} ask
 */
export function askText({ words, title, label, hint = '', needed, longest = LONGEST_TEXT, send }) {
  askForm({
    words, title,
    fields: html`${hint ? html`<p class="faint">${hint}</p>` : null}<label class="reason"><span>${label}</span><textarea name="text" class="field" rows="3" maxlength=${longest} ?required=${needed} data-key="joint-text" autofocus></textarea></label>`,
    send: (form) => send(String(new FormData(form).get('text') ?? '').trim()),
  });
}

/**
 * Asks who does what by when: a row for each who takes part.
 *
 * @param {{ words: Words, joint: JointState, dueMs: number, zone: string, send: (body: object) => Promise<ProblemBody | null> }} ask
 */
export function askDecision({ words, joint, dueMs, zone, send }) {
  const present = joint.participants.filter(({ outAt }) => outAt === null);
  askForm({
    words, title: words.t('joint.decide'),
    fields: html`<label class="reason"><span>${words.t('joint.decision')}</span><textarea name="text" class="field" rows="2" maxlength=${LONGEST_TEXT} required data-key="decision-text" autofocus></textarea></label>
      ${present.map((one, i) => html`<fieldset class="duty-row"><legend>${handlerName(one, words.lang)}${one.leads ? html` <span class="chip plain">${words.t('joint.leads')}</span>` : null}</legend>
        <label class="reason"><span>${words.t('joint.what')}</span><input type="text" name=${`what-${i}`} class="field" maxlength=${LONGEST_WHAT} required data-key=${`what-${i}`}></label>
        <label class="reason"><span>${words.t('joint.until')}</span><input type="datetime-local" name=${`due-${i}`} class="field" required .value=${localOf(dueMs, zone).slice(0, 16)} data-key=${`due-${i}`}></label></fieldset>`)}
      <p class="faint">${words.t('joint.once')}</p>`,
    send: (form) => {
      const typed = new FormData(form);
      return send({
        text: String(typed.get('text')).trim(),
        duties: present.map(({ to }, i) => ({ to: { kind: to.kind, code: to.code }, what: String(typed.get(`what-${i}`)).trim(), due: instantOf(String(typed.get(`due-${i}`)), zone) })),
      });
    },
  });
}

/** Asks for what a form holds, and tells in it what the server refuses. @param {{ words: Words, title: string, fields: Node, send: (form: HTMLFormElement) => Promise<ProblemBody | null> }} ask */
export function askForm({ words, title, fields, send }) {
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const button = /** @type {HTMLButtonElement} */ (form.querySelector('[type=submit]'));
    if (!form.reportValidity()) return;
    button.disabled = true;
    const problem = await send(form);
    button.disabled = false;
    if (!problem) return close();
    show(/** @type {Element} */ (form.querySelector('[data-part=refused]')), problemNote(problem, words));
  };
  const byKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) /** @type {HTMLFormElement} */ (event.currentTarget).requestSubmit();
  };
  const close = openDialog({
    title, closeLabel: words.t('help.close'),
    content: html`<form class="reason-form joint-form" novalidate @submit=${submit} @keydown=${byKey}>${fields}<div data-part="refused" role="alert"></div>
      <p class="dialog-foot"><button type="submit" class="button primary" data-key="joint-send">${title}</button>
        <button type="button" class="button" @click=${() => close()}>${words.t('incident.cancel')}</button></p></form>`,
  });
  /** @type {HTMLElement | null} */ (document.querySelector('dialog [autofocus]'))?.focus();
}
