import { problemOf } from '../../app/problem.js';
import { openDialog } from '../../ui/dialog.js';
import { html, show } from '../../ui/html.js';
import { problemNote } from '../../ui/problem.js';

/** As the server has them. */
const REASONS = ['incident', 'complaint', 'emergency', 'case', 'check'];
const CASE_RULE = '[A-Za-z0-9\\-]{0,40}';

/**
 * Asks why somebody wants to see a masked field, has that recorded, and hands over the value.
 *
 * @param {{ page: Page, path: string, body: Record<string, unknown>, of: string, field: string }} what path and body: of the
 *   request, without the reason; of and field: what it is about, for people
 * @param {(value: string) => void} then
 */
export function askWhy({ page, path, body, of, field }, then) {
  const words = page.words();
  const abort = new AbortController();
  const send = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    if (!form.reportValidity()) return;
    const given = new FormData(form);
    const button = /** @type {HTMLButtonElement} */ (form.querySelector('[type=submit]'));
    button.disabled = true;
    try {
      const { value } = await page.api.send('POST', path, {
        body: { ...body, why: given.get('why'), case: given.get('case') }, signal: abort.signal,
      });
      close();
      then(value);
    } catch (error) {
      if (abort.signal.aborted) return;
      button.disabled = false;
      show(/** @type {HTMLElement} */ (form.querySelector('[data-part="problem"]')), problemNote(problemOf(error), words));
    }
  };
  const close = openDialog({
    title: words.t('reveal.title', { code: of, field }),
    closeLabel: words.t('help.close'),
    content: html`<form class="reveal-form" novalidate @submit=${send}><p>${words.t('reveal.recorded')}</p>
      <label class="form-field"><span>${words.t('reveal.why')}</span>
        <select class="field" name="why" data-key="reveal-why">${REASONS.map((reason) => html`<option value=${reason}>${words.t(`reveal-why.${reason}`)}</option>`)}</select></label>
      <label class="form-field"><span>${words.t('reveal.case')}</span>
        <input class="field" name="case" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" pattern=${CASE_RULE} maxlength="40" title=${words.t('reveal.case-rule')} data-key="reveal-case"></label>
      <div data-part="problem"></div>
      <p class="dialog-foot"><button type="submit" class="button primary" data-key="reveal-send">${words.t('reveal.send')}</button>
        <button type="button" class="button" @click=${() => close()}>${words.t('reveal.cancel')}</button></p></form>`,
  });
  document.querySelector('dialog.dialog')?.addEventListener('close', () => abort.abort());
  /** @type {HTMLElement | null} */ (document.querySelector('dialog [name=why]'))?.focus();
}
