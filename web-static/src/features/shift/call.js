import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';

/**
 * Whom to call now, with the number; the first of them is the first to be called.
 *
 * @param {OnDutyAnswer} answer @param {Words} words
 */
export function callView(answer, words) {
  const { areaName, answeredBy, answeredByName, area, onDuty, next } = answer;
  return html`<h2>${icon('phone')}${words.t('shift.call')}</h2>
    ${answeredBy === null ? html`<p class="shift-call-none">${icon('warning')}${words.t('shift.call-none', { area: areaName })}</p>` : null}
    ${answeredBy !== null && answeredBy !== area ? html`<p class="faint">${words.t('shift.call-above', { area: areaName, above: answeredByName ?? '' })}</p>` : null}
    <ul>${onDuty.map((one) => html`<li><span class="chip plain">${words.t(`shift.post.${one.post}`)}</span><b>${one.name ?? one.staff}</b>${number(one, words)}</li>`)}</ul>
    ${next ? html`<p class="faint">${words.t('shift.call-next', { time: words.time(next) })}</p>` : null}`;
}

/** @param {DutyEntry} one @param {Words} words */
function number({ phone, masked }, words) {
  if (!phone) return html`<span class="faint">${words.t('shift.no-phone')}</span>`;
  return masked ? html`<span>${phone}</span>` : html`<a class="link" href=${`tel:${phone}`}>${phone}</a>`;
}
