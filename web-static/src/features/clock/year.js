import { html } from '../../ui/html.js';
import { kindOf, monthsOf, moved, weekdayOf, WEEKDAYS } from './calendar-state.js';

/**
 * A year with its holidays and make-up days. One day of it is reached by Tab, the others from there by arrow keys.
 *
 * @param {{ draft: CalendarDraft, year: number, at: string }} shown at: the day that Tab reaches
 * @param {Words} words
 * @param {{ toggle: (date: string) => void, go: (date: string) => void }} to
 */
export function yearPicture({ draft, year, at }, words, to) {
  const step = (/** @type {KeyboardEvent} */ event) => {
    const date = /** @type {HTMLElement} */ (event.target).dataset.date;
    const next = date ? moved(date, event.key) : '';
    if (!date || next === date) return;
    event.preventDefault();
    to.go(next);
  };
  return html`<div class="year" @keydown=${step}>${monthsOf(year).map(({ month, weeks }) => html`
    <table class="month"><caption>${words.t('calendar.month', { year, month })}</caption>
      <thead><tr>${WEEKDAYS.map((day) => html`<th scope="col"><abbr title=${words.t(`weekday.${day}`)}>${words.t(`weekday.short.${day}`)}</abbr></th>`)}</tr></thead>
      <tbody>${weeks.map((week) => html`<tr>${week.map((date) => html`<td>${date ? dayButton({ draft, date, at }, words, to) : null}</td>`)}</tr>`)}</tbody></table>`)}</div>`;
}

/** @param {{ draft: CalendarDraft, date: string, at: string }} shown @param {Words} words @param {{ toggle: (date: string) => void }} to */
function dayButton({ draft, date, at }, words, to) {
  const kind = kindOf(draft, date);
  const said = kind === 'holiday' || kind === 'make-up';
  const sessions = draft.days.get(date)?.sessions?.join(' ') ?? '';
  const label = words.t('calendar.day', { date, weekday: words.t(`weekday.${WEEKDAYS[weekdayOf(date)]}`), kind: words.t(`calendar.kind.${kind}`) });
  return html`<button type="button" class=${`day ${kind}`} tabindex=${date === at ? 0 : -1} data-date=${date} data-key=${`day-${date}`}
    aria-pressed=${String(said)} @click=${() => to.toggle(date)}><span>${Number(date.slice(8))}</span>${said ? html`<span class="day-mark" aria-hidden="true">${words.t(`calendar.mark.${kind}`)}</span>` : null}<span class="hidden">${sessions ? `${label} ${sessions}` : label}</span></button>`;
}
