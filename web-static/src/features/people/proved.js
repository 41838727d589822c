import { problemOf } from '../../app/problem.js';
import { openDialog } from '../../ui/dialog.js';
import { html, show } from '../../ui/html.js';
import { problemNote } from '../../ui/problem.js';
import { passwordField } from './fields.js';

/**
 * Does something that outlasts a screen left alone: where the sign-in is a while ago, the server wants the password with it,
 * and whoever sits there is asked.
 *
 * @param {Words} words
 * @param {(proof: { password?: string }) => Promise<any>} send sends it, with what proves who it is
 * @returns {Promise<{ answer: any } | null>} null where whoever was asked thought better of it
 */
export async function proved(words, send) {
  try {
    return { answer: await send({}) };
  } catch (error) {
    if (problemOf(error).code !== 'proof-needed') throw error;
    return asked(words, send);
  }
}

/** @param {Words} words @param {(proof: { password: string }) => Promise<any>} send @returns {Promise<{ answer: any } | null>} */
function asked(words, send) {
  return new Promise((resolve) => {
    /** @type {{ answer: any } | null} */
    let done = null;
    let password = '';
    const submit = async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const form = /** @type {HTMLFormElement} */ (event.currentTarget);
      const button = /** @type {HTMLButtonElement} */ (form.querySelector('[type=submit]'));
      button.disabled = true;
      try {
        done = { answer: await send({ password }) };
        close();
      } catch (error) {
        button.disabled = false;
        show(/** @type {HTMLElement} */ (form.querySelector('.form-problem')), problemNote(problemOf(error), words));
        /** @type {HTMLElement} */ (form.querySelector('[data-key=proof]')).focus();
      }
    };
    const close = openDialog({
      title: words.t('proof.title'), closeLabel: words.t('dialog.close'), closed: () => resolve(done),
      content: html`<form class="desk-form" @submit=${submit}><p>${words.t('proof.why')}</p>
        ${passwordField(words, { key: 'proof', value: '', put: (value) => void (password = value) })}<div class="form-problem"></div>
        <div class="form-foot"><button type="submit" class="button primary" data-key="prove">${words.t('proof.go-on')}</button>
          <button type="button" class="button" data-key="no" @click=${() => close()}>${words.t('dialog.no')}</button></div></form>`,
    });
    /** @type {HTMLElement | null} */ (document.querySelector('[data-key=proof]'))?.focus();
  });
}
