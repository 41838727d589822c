import { openDialog } from '../../../ui/dialog.js';
import { html } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';

/**
 * Shows a first password: nobody can show it again, so only the button below it closes it.
 *
 * @param {Words} words @param {{ account: string, password: string, done?: () => void }} shown
 */
export function showPassword(words, { account, password, done }) {
  const close = openDialog({
    title: words.t('admin.password-of', { account }), closeLabel: words.t('dialog.close'), steady: true, closed: done,
    content: html`<p>${words.t('admin.password-once')}</p>
      <div class="with-button"><input class="field secret" readonly aria-label=${words.t('admin.first-password')} data-key="first-password" .value=${password}
        @focus=${(/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).select()}>
        <button type="button" class="button" data-key="copy" @click=${copy}>${icon('copy')}<span role="status">${words.t('admin.copy')}</span></button></div>
      <p class="faint">${words.t('admin.password-then', { account })}</p>
      <div class="form-foot"><button type="button" class="button primary" data-key="done" @click=${() => close()}>${words.t('admin.password-noted')}</button></div>`,
  });
  /** @param {Event} event */
  async function copy(event) {
    const button = /** @type {HTMLElement} */ (event.currentTarget);
    const said = /** @type {HTMLElement} */ (button.querySelector('span'));
    try {
      await navigator.clipboard.writeText(password);
      said.textContent = words.t('admin.copied');
    } catch {
      // Without HTTPS a page may not copy: what is marked can be copied by key.
      /** @type {HTMLInputElement} */ (button.previousElementSibling).focus();
      said.textContent = words.t('admin.copy-by-key');
    }
  }
}
