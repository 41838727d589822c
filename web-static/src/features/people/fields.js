import { html } from '../../ui/html.js';

/** @param {(value: string) => void} put @returns {(event: Event) => void} */
const typed = (put) => (event) => put(/** @type {HTMLInputElement} */ (event.target).value);

/** @param {Words} words @param {string} value @param {(value: string) => void} put */
export const userField = (words, value, put) => html`<label class="form-field"><span>${words.t('start.user')}</span>
  <input class="field" name="username" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="100" data-key="user" .value=${value} @input=${typed(put)}></label>`;

/**
 * A password, and a button that shows what was typed.
 *
 * @param {Words} words
 * @param {{ key: string, value: string, put: (value: string) => void, label?: string, autocomplete?: string, help?: string }} options
 */
export function passwordField(words, { key, value, put, label = words.t('start.password'), autocomplete = 'current-password', help }) {
  const toggle = (/** @type {Event} */ event) => {
    const button = /** @type {HTMLElement} */ (event.currentTarget);
    const input = /** @type {HTMLInputElement} */ (button.previousElementSibling);
    const hide = input.type === 'text';
    input.type = hide ? 'password' : 'text';
    button.textContent = words.t(hide ? 'sign-in.show' : 'sign-in.hide');
    button.setAttribute('aria-pressed', String(!hide));
  };
  return html`<div class="form-field"><label for=${`field-${key}`}>${label}</label>
    ${help ? html`<p id=${`help-${key}`} class="form-help">${help}</p>` : null}
    <span class="with-button"><input id=${`field-${key}`} class="field" name=${key} type="password" autocomplete=${autocomplete} autocapitalize="none" spellcheck="false" required maxlength="500"
      aria-describedby=${help ? `help-${key}` : null} data-key=${key} .value=${value} @input=${typed(put)}>
      <button type="button" class="button" aria-pressed="false" aria-controls=${`field-${key}`} data-key=${`show-${key}`} @click=${toggle}>${words.t('sign-in.show')}</button></span></div>`;
}

/** A password that is to be, with what is asked of it said beforehand. @param {Words} words @param {string} value @param {(value: string) => void} put */
export const newPasswordField = (words, value, put) =>
  passwordField(words, { key: 'fresh', label: words.t('sign-in.new-password'), autocomplete: 'new-password', help: words.t('sign-in.rules'), value, put });

/** Six digits of the app, or a recovery code. @param {Words} words @param {string} value @param {(value: string) => void} put */
export const codeField = (words, value, put) => html`<label class="form-field"><span>${words.t('sign-in.code-label')}</span>
  <input class="field code-field" name="code" type="text" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" required maxlength="40" data-key="code" .value=${value} @input=${typed(put)}></label>`;
