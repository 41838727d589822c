import { problemOf } from '../../../app/problem.js';
import { openDialog } from '../../../ui/dialog.js';
import { html, show } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';
import { problemNote } from '../../../ui/problem.js';
import { mountAreaPicker } from '../area-picker.js';
import { showSecret } from '../secret-dialog.js';

/** Lets the screen in that shows a code. @param {FramePage} page @param {Site} site @param {() => Promise<void>} added */
export function openPairWall(page, site, added) {
  const words = page.words();
  openForm(page, {
    title: words.t('device.pair-wall'), yes: words.t('device.pair-yes'), site,
    first: html`<p class="form-help">${words.t('device.pair-why')}</p>
      <label class="form-field"><span>${words.t('device.code')}</span><input class="field code-field" name="code" required maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false" data-key="pairing-code"></label>
      <label class="form-field"><span>${words.t('device.wall-name')}</span><input class="field" name="name" required maxlength="80" autocomplete="off" data-key="device-name"></label>`,
    async send(given, area) {
      const { name } = await page.api.send('POST', '/api/devices/pairings/approvals', {
        body: { code: textOf(given, 'code'), name: textOf(given, 'name'), ...(area ? { areas: [area] } : {}) }, signal: new AbortController().signal,
      });
      page.say(words.t('device.paired', { name }), 'good');
      await added();
    },
  });
}

/** Lets a phone in, and shows its secret once. @param {FramePage} page @param {() => Promise<void>} added */
export function openAddPhone(page, added) {
  const words = page.words();
  openForm(page, {
    title: words.t('device.add-phone'), yes: words.t('device.add-yes'), site: null,
    first: html`<p class="form-help">${words.t('device.phone-why')}</p>
      <label class="form-field"><span>${words.t('device.phone-name')}</span><input class="field" name="name" required maxlength="80" autocomplete="off" data-key="device-name"></label>
      <label class="form-field"><span>${words.t('mine.staff-code')}</span><input class="field" name="staffCode" required maxlength="40" autocomplete="off" spellcheck="false" data-key="staff-code"></label>`,
    async send(given) {
      const { name, secret } = await page.api.send('POST', '/api/devices', {
        body: { kind: 'phone', name: textOf(given, 'name'), staffCode: textOf(given, 'staffCode') }, signal: new AbortController().signal,
      });
      showSecret(words, {
        title: words.t('device.secret-of', { name }), why: words.t('device.secret-once'), label: words.t('device.secret'), secret,
        then: words.t('device.secret-then'), key: 'device-secret', done: added,
      });
    },
  });
}

/** @param {FormData} given @param {string} name */
const textOf = (given, name) => String(given.get(name) ?? '').trim();

/**
 * @param {FramePage} page
 * @param {{ title: string, yes: string, first: Node, site: Site | null, send: (given: FormData, area: string | undefined) => Promise<void> }} form
 *   site: where an area is to be chosen
 */
function openForm(page, { title, yes, first, site, send }) {
  const words = page.words();
  const content = html`<form class="desk-form" @submit=${submit}>${first}<div class="picker-place"></div><div class="form-problem"></div>
    <div class="form-foot"><button type="submit" class="button primary" data-key="send">${yes}</button></div></form>`;
  const whole = /** @type {HTMLFormElement} */ (content.firstElementChild);
  const place = /** @type {HTMLElement} */ (whole.querySelector('.picker-place'));
  place.hidden = !site;
  /** @type {() => { area?: string } | null} */
  const area = site ? mountAreaPicker(place, page, site, { onlyTree: true, as: 'administrator' }) : () => ({});
  const trouble = /** @type {HTMLElement} */ (whole.querySelector('.form-problem'));
  const button = /** @type {HTMLButtonElement} */ (whole.querySelector('[type=submit]'));
  const close = openDialog({ title, closeLabel: words.t('dialog.close'), content });
  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    const where = area();
    if (!where) {
      show(trouble, html`<p class="note bad" role="alert">${icon('warning')}<span>${words.t('area.choose')}</span></p>`);
      return /** @type {HTMLElement} */ (whole.querySelector('[data-key=area-search]')).focus();
    }
    button.disabled = true;
    try {
      await send(new FormData(whole), where.area);
      close();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'sign-in-needed') page.over();
      button.disabled = false;
      show(trouble, problemNote(problem, words));
      button.focus();
    }
  }
}
