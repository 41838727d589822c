import { openDialog } from '../../ui/dialog.js';
import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';

/** Longer ones are told in several lines: all of it can be read, also on a phone. */
const SHORT = 24;

/**
 * Shows a secret: nobody can show it again, so only the button below it closes it.
 *
 * @param {Words} words
 * @param {{ title: string, why: string, label: string, secret: string, then: string, key: string, done?: () => void }} shown
 *   then: what becomes of it; key: of the field
 */
export function showSecret(words, { title, why, label, secret, then, key, done }) {
  const close = openDialog({
    title, closeLabel: words.t('dialog.close'), steady: true, closed: done,
    content: html`<p>${why}</p>
      <div class="with-button"><textarea class="field secret" readonly spellcheck="false" rows=${secret.length > SHORT ? 3 : 1} aria-label=${label} data-key=${key} .value=${secret}
        @focus=${(/** @type {Event} */ event) => /** @type {HTMLTextAreaElement} */ (event.target).select()}></textarea>
        <button type="button" class="button" data-key="copy" @click=${copy}>${icon('copy')}<span role="status">${words.t('secret.copy')}</span></button></div>
      <p class="faint">${then}</p>
      <div class="form-foot"><button type="button" class="button primary" data-key="done" @click=${() => close()}>${words.t('secret.noted')}</button></div>`,
  });
  /** @param {Event} event */
  async function copy(event) {
    const button = /** @type {HTMLElement} */ (event.currentTarget);
    const said = /** @type {HTMLElement} */ (button.querySelector('span'));
    try {
      await navigator.clipboard.writeText(secret);
      said.textContent = words.t('secret.copied');
    } catch {
      // Without HTTPS a page may not copy: what is marked can be copied by key.
      /** @type {HTMLTextAreaElement} */ (button.previousElementSibling).focus();
      said.textContent = words.t('secret.by-key');
    }
  }
}
