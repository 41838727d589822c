import { openDialog } from './dialog.js';
import { html } from './html.js';

/**
 * Asks before something is done, naming what follows from it.
 *
 * @param {{ words: Words, title: string, text: string, yes: string }} options
 * @returns {Promise<boolean>}
 */
export function confirmed({ words, title, text, yes }) {
  return new Promise((resolve) => {
    let answer = false;
    const close = openDialog({
      title, closeLabel: words.t('dialog.close'), closed: () => resolve(answer),
      content: html`<p>${text}</p><div class="form-foot"><button type="button" class="button primary" data-key="yes" @click=${() => {
        answer = true;
        close();
      }}>${yes}</button><button type="button" class="button" data-key="no" autofocus @click=${() => close()}>${words.t('dialog.no')}</button></div>`,
    });
  });
}
