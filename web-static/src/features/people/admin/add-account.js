import { problemOf } from '../../../app/problem.js';
import { openDialog } from '../../../ui/dialog.js';
import { html, show } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';
import { problemNote } from '../../../ui/problem.js';
import { mountAreaPicker } from '../area-picker.js';
import { validityOf } from '../days.js';
import { showPassword } from './first-password.js';
import { ROLES } from './roles.js';

/**
 * Adds an account with its first grant, and shows its first password.
 *
 * @param {FramePage} page @param {{ site: Site, now: () => string, added: (account: AccountInfo) => Promise<void> }} to
 */
export function openAddAccount(page, { site, now, added }) {
  const words = page.words();
  openForm(page, site, {
    title: words.t('admin.add'), yes: words.t('admin.add-yes'), now,
    first: html`<label class="form-field"><span>${words.t('start.user')}</span><input class="field" name="account" required maxlength="40" autocomplete="off" autocapitalize="none" spellcheck="false" data-key="account-id" aria-describedby="help-account">
        <span id="help-account" class="form-help">${words.t('admin.account-help')}</span></label>
      <label class="form-field"><span>${words.t('admin.staff-code')}</span><input class="field" name="staffCode" maxlength="40" autocomplete="off" spellcheck="false" data-key="staff-code"></label>`,
    async send(body, given) {
      const staffCode = String(given.get('staffCode') ?? '').trim();
      const answer = await page.api.send('POST', '/api/accounts', {
        body: { account: String(given.get('account') ?? '').trim(), ...(staffCode ? { staffCode } : {}), ...body }, signal: new AbortController().signal,
      });
      showPassword(words, { account: answer.account, password: answer.password, done: () => added(answer) });
    },
  });
}

/**
 * Gives an account another role.
 *
 * @param {FramePage} page @param {{ account: string, now: () => string, add: (body: Record<string, unknown>) => Promise<void> }} to
 */
export function openGrant(page, { account, now, add }) {
  const { site } = page.store.state();
  const words = page.words();
  if (site) openForm(page, site, { title: words.t('admin.grant-to', { account }), yes: words.t('admin.grant'), now, first: null, send: add });
}

/**
 * @param {FramePage} page @param {Site} site
 * @param {{ title: string, yes: string, first: Node | null, now: () => string, send: (body: Record<string, unknown>, given: FormData) => Promise<void> }} form
 */
function openForm(page, site, { title, yes, first, now, send }) {
  const words = page.words();
  const content = html`<form class="desk-form" @submit=${submit}>${first}
    <div class="form-field"><label for="grant-role">${words.t('admin.role')}</label><span class="select"><select id="grant-role" name="role" required data-key="role">
      <option value="">${words.t('admin.choose-role')}</option>${ROLES.map((role) => html`<option value=${role}>${words.word('role', role)}</option>`)}</select>${icon('down')}</span></div>
    <div class="picker-place"></div>
    <div class="two"><label class="form-field"><span>${words.t('admin.from')}</span><input class="field" type="date" name="from" data-key="from"></label>
      <label class="form-field"><span>${words.t('admin.to')}</span><input class="field" type="date" name="to" data-key="to"></label></div>
    <p class="form-help">${words.t('admin.when-help')}</p><div class="form-problem"></div>
    <div class="form-foot"><button type="submit" class="button primary" data-key="send">${yes}</button></div></form>`;
  const whole = /** @type {HTMLFormElement} */ (content.firstElementChild);
  const area = mountAreaPicker(/** @type {HTMLElement} */ (whole.querySelector('.picker-place')), page, site, { as: 'administrator' });
  const trouble = /** @type {HTMLElement} */ (whole.querySelector('.form-problem'));
  const button = /** @type {HTMLButtonElement} */ (whole.querySelector('[type=submit]'));
  const close = openDialog({ title, closeLabel: words.t('dialog.close'), content });
  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    const given = new FormData(whole);
    const where = area();
    if (!where) {
      show(trouble, html`<p class="note bad" role="alert">${icon('warning')}<span>${words.t('area.choose')}</span></p>`);
      return /** @type {HTMLElement} */ (whole.querySelector('[data-key=area-search]')).focus();
    }
    const days = { from: String(given.get('from') ?? ''), to: String(given.get('to') ?? '') };
    button.disabled = true;
    try {
      await send({ role: given.get('role'), ...where, ...validityOf(days, site.timeZone, now()) }, given);
      close();
    } catch (error) {
      button.disabled = false;
      show(trouble, problemNote(problemOf(error), words));
      button.focus();
    }
  }
}
