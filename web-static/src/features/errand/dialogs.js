import { problemOf } from '../../app/problem.js';
import { openDialog } from '../../ui/dialog.js';
import { html, show } from '../../ui/html.js';
import { problemNote } from '../../ui/problem.js';
import { isLate } from './state.js';

/** @typedef {(body: object) => Promise<void>} Send */

/**
 * A form in a dialog: it stays open with what went wrong.
 *
 * @param {FramePage} page @param {{ title: string, hint?: string, fields: DocumentFragment, body: (form: FormData) => object, send: Send }} options
 */
function ask(page, { title, hint = '', fields, body, send }) {
  const words = page.words();
  const said = document.createElement('div');
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    try {
      await send(body(new FormData(/** @type {HTMLFormElement} */ (event.target))));
      close();
    } catch (error) {
      show(said, problemNote(problemOf(error), words));
    }
  };
  const close = openDialog({
    title, closeLabel: words.t('dialog.close'),
    content: html`${said}<form class="campaign-form" @submit=${submit}>${hint ? html`<p class="faint">${hint}</p>` : null}${fields}<p class="form-foot"><button class="button primary" data-key="do">${title}</button></p></form>`,
  });
}

/**
 * What a dialog is about; where that cannot be read, the page says why.
 *
 * @param {FramePage} page @param {string} path @returns {Promise<any>} null where it says so
 */
async function readFor(page, path) {
  try {
    return await page.api.get(path, {}, new AbortController().signal);
  } catch (error) {
    const problem = problemOf(error);
    page.say(problem.detail || problem.title || page.words().t('problem.title'), 'bad');
    return null;
  }
}

/** Whom to send. @param {FramePage} page @param {ErrandAtDesk} errand @param {Send} send */
export async function askVolunteers(page, errand, send) {
  const words = page.words();
  const told = await readFor(page, `/api/errands/${errand.id}/volunteers`);
  if (!told) return;
  const { volunteers } = told;
  ask(page, {
    title: words.t('errand.dispatch'), hint: words.t(volunteers.length === 0 ? 'errand.no-volunteers' : isLate(errand, Date.now()) ? 'errand.dispatch-late' : 'errand.dispatch-hint'), send,
    fields: html`<fieldset class="campaign-areas"><legend class="hidden">${words.t('errand.offers')}</legend>${volunteers.map((/** @type {{ account: string, name: string | null }} */ { account, name }) => html`<label><input type="checkbox" name="to" value=${account} data-key=${`to-${account}`}> ${name ? `${name}（${account}）` : account}</label>`)}</fieldset>`,
    body: (form) => ({ to: form.getAll('to') }),
  });
}

/** Why it goes back. @param {FramePage} page @param {Send} send */
export function askReason(page, send) {
  const words = page.words();
  ask(page, {
    title: words.t('errand.return'), hint: words.t('errand.return-hint'), send,
    fields: html`<label class="form-row"><span>${words.t('errand.reason')}</span><textarea class="field" name="reason" rows="3" maxlength="1000" required data-key="reason"></textarea></label>`,
    body: (form) => ({ reason: form.get('reason') }),
  });
}

/** Of which category the incident is. @param {FramePage} page @param {Send} send */
export async function askCategory(page, send) {
  const words = page.words();
  const told = await readFor(page, '/api/incidents/categories');
  if (!told) return;
  const { categories } = told;
  ask(page, {
    title: words.t('errand.file'), send,
    fields: html`<label class="form-row"><span>${words.t('errand.category')}</span><select class="field" name="category" data-key="category">${categories.map((/** @type {any} */ one) => html`<option value=${one.code}>${words.lang === 'zh' ? one.nameZh : one.nameEn}</option>`)}</select></label>`,
    body: (form) => ({ category: form.get('category') }),
  });
}
