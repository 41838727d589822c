import { toldRoles } from '../../../app/account-menu.js';
import { problemOf } from '../../../app/problem.js';
import { openDialog } from '../../../ui/dialog.js';
import { html, show } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';
import { emptyNote, problemNote } from '../../../ui/problem.js';
import { mountAreaPicker } from '../area-picker.js';
import { endOfDay } from '../days.js';
import { proved } from '../proved.js';
import { showSecret } from '../secret-dialog.js';
import { lastDays } from '../token-state.js';

/**
 * Issues a token, and shows it once.
 *
 * @param {FramePage} page @param {Site} site @param {() => Promise<void>} issued
 */
export function openIssueToken(page, site, issued) {
  const words = page.words();
  const roles = toldRoles(site.roles);
  const { content, whole, area, tell } = createForm(page, site, roles, submit);
  const close = openDialog({ title: words.t('token.issue'), closeLabel: words.t('dialog.close'), content });
  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    const given = new FormData(whole);
    const chosen = given.getAll('role');
    if (chosen.length === 0) return tell(words.t('token.choose-role'), '[name=role]');
    const where = area();
    if (!where) return tell(words.t('area.choose'), '[data-key=area-search]');
    const button = /** @type {HTMLButtonElement} */ (whole.querySelector('[type=submit]'));
    button.disabled = true;
    try {
      const wanted = {
        name: String(given.get('name') ?? '').trim(), roles: chosen, ...(where.area ? { areas: [where.area] } : {}),
        expiresAt: endOfDay(String(given.get('last')), site.timeZone),
      };
      const { signal } = new AbortController();
      const done = await proved(words, (proof) => page.api.send('POST', '/api/tokens', { body: { ...wanted, ...proof }, signal }));
      if (!done) return void (button.disabled = false);
      const { answer } = done;
      close();
      showSecret(words, {
        title: words.t('token.of', { name: answer.name }), why: words.t('token.once'), label: words.t('token.text'), secret: answer.token,
        then: words.t('token.then'), key: 'token', done: issued,
      });
    } catch (error) {
      button.disabled = false;
      const problem = problemOf(error);
      if (problem.code === 'sign-in-needed') page.over();
      tell(problemNote(problem, words), '[type=submit]');
    }
  }
}

/** @param {FramePage} page @param {Site} site @param {string[]} roles @param {(event: Event) => void} submit */
function createForm(page, site, roles, submit) {
  const words = page.words();
  const days = lastDays(site.asOf, site.timeZone);
  const content = html`<form class="desk-form" @submit=${submit}>
    <label class="form-field"><span>${words.t('token.name')}</span><input class="field" name="name" required maxlength="80" autocomplete="off" data-key="token-name" aria-describedby="help-token-name">
      <span id="help-token-name" class="form-help">${words.t('token.name-help')}</span></label>
    <fieldset class="area-picker"><legend>${words.t('token.roles')}</legend>${roles.length === 0 ? emptyNote(words.t('token.no-role')) : roles.map((role) => html`
      <label class="choice"><input type="checkbox" name="role" value=${role} ?checked=${roles.length === 1} data-key=${`token-role-${role}`}><span class="choice-name">${words.word('role', role)}</span></label>`)}</fieldset>
    <div class="picker-place"></div>
    <label class="form-field"><span>${words.t('token.last-day')}</span><input class="field" type="date" name="last" required min=${days.first} max=${days.last} .value=${days.usual} data-key="last-day" aria-describedby="help-last-day">
      <span id="help-last-day" class="form-help">${words.t('token.last-day-help')}</span></label>
    <div class="form-problem"></div>
    <div class="form-foot"><button type="submit" class="button primary" data-key="send" ?disabled=${roles.length === 0}>${words.t('token.issue-yes')}</button></div></form>`;
  const whole = /** @type {HTMLFormElement} */ (content.firstElementChild);
  const area = mountAreaPicker(/** @type {HTMLElement} */ (whole.querySelector('.picker-place')), page, site, { onlyTree: true, whole: words.t('token.as-far') });
  /** @param {string | Node} what @param {string} focus */
  const tell = (what, focus) => {
    const note = typeof what === 'string' ? html`<p class="note bad" role="alert">${icon('warning')}<span>${what}</span></p>` : what;
    show(/** @type {HTMLElement} */ (whole.querySelector('.form-problem')), note);
    /** @type {HTMLElement | null} */ (whole.querySelector(focus))?.focus();
  };
  return { content, whole, area, tell };
}
