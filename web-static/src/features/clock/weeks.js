import { html } from '../../ui/html.js';
import { WEEKDAYS, withoutWeek, withSessions, withWeek } from './calendar-state.js';

/**
 * The ordinary weeks, each from a day on.
 *
 * @param {CalendarDraft} draft @param {Words} words @param {(draft: CalendarDraft) => void} put
 */
export function weekFields(draft, words, put) {
  const add = (/** @type {Event} */ event) => {
    event.preventDefault();
    const from = String(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get('from') ?? '');
    if (from) put(withWeek(draft, from));
  };
  return html`<section class="work-weeks" aria-label=${words.t('calendar.weeks')}><h2>${words.t('calendar.weeks')}</h2><p class="form-help">${words.t('calendar.weeks-help')}</p>
    ${draft.weeks.map((week, index) => html`<fieldset class="work-week"><legend>${index === 0 ? words.t('calendar.always') : words.t('calendar.from-day', { day: week.from })}
      ${index > 0 ? html`<button type="button" class="button small" data-key=${`week-remove-${week.from}`} @click=${() => put(withoutWeek(draft, week.from))}>${words.t('calendar.remove-week')}</button>` : null}</legend>
      ${WEEKDAYS.map((day) => html`<label><span>${words.t(`weekday.${day}`)}</span><input class="field" type="text" spellcheck="false" autocomplete="off" placeholder=${words.t('calendar.day-off')} data-key=${`week-${week.from}-${day}`}
        .value=${(week.sessions[day] ?? []).join(' ')} @change=${(/** @type {Event} */ event) => put(withSessions(draft, { from: week.from, day, text: /** @type {HTMLInputElement} */ (event.target).value }))}></label>`)}</fieldset>`)}
    <form class="add-week" @submit=${add}><label><span>${words.t('calendar.other-hours')}</span><input class="field" type="date" name="from" required min="1970-01-01" max="2299-12-31" data-key="week-from"></label>
      <button type="submit" class="button small" data-key="week-add">${words.t('calendar.add-week')}</button></form></section>`;
}
