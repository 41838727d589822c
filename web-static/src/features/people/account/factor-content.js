import { html } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';
import { problemNote } from '../../../ui/problem.js';
import { codeField, passwordField } from '../fields.js';

/** @param {FactorState} state @param {FactorView} view @param {Words} words @param {FactorActions} actions */
export function factorContent(state, view, words, actions) {
  if (view.kind === 'codes') return codes(view.recoveryCodes, words, actions);
  if (view.kind === 'password') return passwordForm(words, actions);
  if (view.kind === 'begun') return begun(view, words, actions);
  if (view.kind === 'replace' || view.kind === 'remove') return asked(view.kind, words, actions);
  const { problem } = actions;
  return html`<p>${state.inForce ? html`<span class="mark-on">${icon('check')}${words.t('factor.on')}</span> ${words.t('factor.left', { n: state.recoveryCodesLeft })}` : words.t('factor.off')}</p>
    ${problem ? problemNote(problem, words) : null}
    <div class="form-foot">${state.inForce
      ? html`<button type="button" class="button" data-key="replace" @click=${() => actions.ask('replace')}>${words.t('factor.replace')}</button>
        <button type="button" class="button danger" data-key="remove" @click=${() => actions.ask('remove')}>${words.t('factor.remove')}</button>`
      : html`<button type="button" class="button primary" data-key="begin" @click=${() => actions.ask('password')}>${words.t('factor.begin')}</button>`}</div>`;
}

/** @param {{ secret: string, qr: string }} view @param {Words} words @param {FactorActions} actions */
function begun({ secret, qr }, words, actions) {
  return html`<div class="factor-begun"><img class="qr" src=${qr} alt=${words.t('factor.qr')} width="192" height="192"><div><ol class="steps"><li>${words.t('factor.step-1')}</li><li>${words.t('factor.step-2')}</li></ol>
    <p class="faint">${words.t('factor.by-hand')}</p><p class="code-text secret-text">${secret}</p></div></div>${codeForm(words, actions, { send: actions.confirm, yes: words.t('factor.confirm') })}`;
}

/** @param {'replace' | 'remove'} kind @param {Words} words @param {FactorActions} actions */
const asked = (kind, words, actions) => html`<p>${words.t(`factor.${kind}-why`)}</p>${codeForm(words, actions, { send: actions[kind], yes: words.t(`factor.${kind}`) })}`;

/** @param {Words} words @param {FactorActions} actions @param {{ send: (code: string) => void, yes: string }} form */
function codeForm(words, { problem, cancel }, { send, yes }) {
  let code = '';
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    send(code.trim());
  };
  return html`<form class="desk-form" @submit=${submit}>${codeField(words, '', (value) => void (code = value))}${problem ? problemNote(problem, words) : null}
    <div class="form-foot"><button type="submit" class="button primary" data-key="send-code">${yes}</button><button type="button" class="button" data-key="cancel" @click=${cancel}>${words.t('sign-in.back')}</button></div></form>`;
}

/** Whoever sits at a session that was left alone does not know it. @param {Words} words @param {FactorActions} actions */
function passwordForm(words, { problem, cancel, begin }) {
  let password = '';
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    begin(password);
  };
  return html`<p>${words.t('factor.password-why')}</p><form class="desk-form" @submit=${submit}>
    ${passwordField(words, { key: 'password', value: '', put: (value) => void (password = value) })}${problem ? problemNote(problem, words) : null}
    <div class="form-foot"><button type="submit" class="button primary" data-key="send-password">${words.t('factor.begin')}</button><button type="button" class="button" data-key="cancel" @click=${cancel}>${words.t('sign-in.back')}</button></div></form>`;
}

/** @param {string[]} list @param {Words} words @param {FactorActions} actions */
function codes(list, words, { noted }) {
  const copy = async (/** @type {Event} */ event) => {
    const button = /** @type {HTMLElement} */ (event.currentTarget);
    const copied = await navigator.clipboard?.writeText(list.join('\n')).then(() => true, () => false);
    button.textContent = words.t(copied ? 'factor.copied' : 'factor.copy-failed');
  };
  return html`<div class="printed"><p><b>${words.t('factor.codes')}</b></p><p>${words.t('factor.codes-why')}</p><ol class="recovery-codes">${list.map((code) => html`<li class="code-text">${code}</li>`)}</ol></div>
    <div class="form-foot"><button type="button" class="button" data-key="print" @click=${() => window.print()}>${words.t('factor.print')}</button><button type="button" class="button" data-key="copy" @click=${copy}>${words.t('factor.copy')}</button>
      <button type="button" class="button primary" data-key="noted" @click=${noted}>${words.t('factor.noted')}</button></div>`;
}
