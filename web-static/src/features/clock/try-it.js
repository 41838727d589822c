import { problemOf } from '../../app/problem.js';
import { html, show, svg } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { problemNote } from '../../ui/problem.js';
import { daysOf, UNITS, unitKey } from './spans.js';
import { instantOf, parseWall } from './wall-time.js';

/** More days than this are not drawn: a year of them tells nothing. */
const MOST_DAYS = 31;

/**
 * From when, and how long: when is that due, and what of the time between counts?
 *
 * @param {HTMLElement} place @param {FramePage} page @param {() => CalendarSummary | undefined} calendar
 */
export function mountTryIt(place, page, calendar) {
  /** @type {AbortController | null} */
  let asking = null;
  const words = page.words();
  /** Says what is wrong with the time that was typed; nothing where all is well. @param {string} problem */
  const mark = (problem) => {
    const field = /** @type {HTMLInputElement} */ (place.querySelector('[name=from]'));
    field.setAttribute('aria-invalid', String(problem !== ''));
    /** @type {HTMLElement} */ (place.querySelector('#try-from-problem')).textContent = problem && words.t(`calendar.try-from.${problem}`);
    if (problem) field.focus();
  };
  const ask = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const given = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    const chosen = calendar();
    const wall = parseWall(String(given.get('from') ?? ''));
    mark('problem' in wall ? wall.problem : '');
    if (!chosen || 'problem' in wall) return;
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    const answer = /** @type {HTMLElement} */ (place.querySelector('.try-answer'));
    try {
      const limit = `${given.get('number')} ${given.get('unit')}s`;
      const from = wall.wall && instantOf(wall.wall, chosen.zone);
      /** @type {DueReasonRow} */
      const reason = await page.api.get(`/api/calendars/${chosen.code}/due`, { limit, from }, signal);
      show(answer, answerOf(reason, chosen.zone, words));
    } catch (error) {
      if (!signal.aborted) show(answer, problemNote(problemOf(error), words));
    }
  };
  show(place, html`<section class="try-it" aria-label=${words.t('calendar.try')}><h2>${words.t('calendar.try')}</h2><p class="form-help">${words.t('calendar.try-help')}</p>
    <form @submit=${ask}><label><span>${words.t('calendar.try-from')}</span><input class="field" type="text" name="from" inputmode="numeric" autocomplete="off" spellcheck="false" maxlength="30" placeholder="2026-11-22 14:30" aria-describedby="try-from-problem" data-key="try-from" @input=${() => mark('')}></label>
      <label><span>${words.t('limit.amount')}</span><input class="field" type="number" name="number" min="1" max="9999" value="4" required data-key="try-number"></label>
      <label><span>${words.t('limit.unit')}</span><span class="select"><select name="unit" data-key="try-unit">${UNITS.map((unit) => html`<option value=${unit} ?selected=${unit === 'working hour'}>${words.t(`limit.unit.${unitKey(unit)}`)}</option>`)}</select>${icon('down')}</span></label>
      <button type="submit" class="button primary" data-key="try">${words.t('calendar.try-ask')}</button></form>
    <p id="try-from-problem" class="field-problem" role="alert"></p><div class="try-answer" role="status"></div></section>`);
}

/** @param {DueReasonRow} reason @param {string} zone @param {Words} words */
function answerOf(reason, zone, words) {
  const days = daysOf(reason.counted, zone);
  return html`<p class="try-due">${words.t('calendar.due')} <b>${words.dayTime(reason.due)}</b></p>
    <p class="faint">${words.t('calendar.counted', { days: days.length, hours: words.number(reason.allowedSeconds / 3600, reason.allowedSeconds % 3600 === 0 ? 0 : 2) })}</p>
    <ul class="try-days">${days.slice(0, MOST_DAYS).map(({ date, parts }) => html`<li><span class="code-text">${date}</span>${bar(parts)}<span class="try-parts">${parts.map((part) => part.words).join(' ')}</span></li>`)}</ul>
    ${days.length > MOST_DAYS ? html`<p class="faint">${words.t('calendar.more-days', { n: days.length - MOST_DAYS })}</p>` : null}`;
}

/** The day from left to right; the words beside it say the same. @param {{ from: number, to: number }[]} parts */
function bar(parts) {
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  picture.setAttribute('viewBox', '0 0 24 2');
  picture.setAttribute('preserveAspectRatio', 'none');
  picture.setAttribute('class', 'try-bar');
  picture.setAttribute('aria-hidden', 'true');
  picture.append(...parts.map(({ from, to }) => svg`<rect x=${from} y="0" width=${to - from} height="2"></rect>`));
  return picture;
}
