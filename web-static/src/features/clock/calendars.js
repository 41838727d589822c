import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { createPart } from '../../ui/part.js';
import { problemNote } from '../../ui/problem.js';
import { bodyOf, draftOf, isChanged, toggled } from './calendar-state.js';
import { reasonFields } from './reason.js';
import { mountTryIt } from './try-it.js';
import { weekFields } from './weeks.js';
import { yearPicture } from './year.js';

/** When is worked, everywhere and in single areas. @param {HTMLElement} place @param {FramePage} page */
export function mountCalendars(place, page) {
  show(place, html`<div class="calendars"><div class="calendar-part"></div><div class="try-part"></div></div>`);
  const { signal } = new AbortController();
  const today = new Date().toISOString().slice(0, 10);
  /** @type {{ code: string, draft: CalendarDraft | null, year: number, at: string, reason: string, number: string, problem: ProblemBody | null }} */
  const now = { code: 'usual', draft: null, year: Number(today.slice(0, 4)), at: today, reason: 'holidays-announced', number: '', problem: null };
  const put = (/** @type {Partial<typeof now>} */ change) => {
    Object.assign(now, change);
    part.draw();
  };
  /** @param {() => Promise<unknown>} work */
  const change = async (work) => {
    try {
      await work();
      Object.assign(now, { draft: null, problem: null });
      page.say(page.words().t('calendar.saved'), 'good');
      await part.reload();
    } catch (error) {
      now.problem = problemOf(error);
      if (now.problem.code === 'sign-in-needed') await page.over();
      part.draw();
    }
  };
  const why = () => ({ reason: now.reason, ...(now.number ? { case: now.number } : {}) });
  const to = {
    put,
    go: (/** @type {string} */ date) => {
      put({ at: date });
      /** @type {HTMLElement | null} */ (place.querySelector(`[data-key="day-${date}"]`))?.focus();
    },
    open: (/** @type {string} */ code) => {
      Object.assign(now, { code, draft: null, problem: null });
      part.reload();
    },
    save: (/** @type {WorkCalendarRow} */ kept, /** @type {CalendarDraft} */ draft) => change(() => page.api.send('PUT', `/api/calendars/${kept.code}`, { body: { ...bodyOf(draft), ...why() }, version: kept.version, signal })),
    add: (/** @type {CalendarDraft} */ draft, /** @type {FormData} */ given) => change(async () => {
      const body = { ...bodyOf(draft), code: String(given.get('code')), area: String(given.get('area')), name: String(given.get('name')), inForce: true, ...why() };
      await page.api.send('POST', '/api/calendars', { body, signal });
      now.code = body.code;
    }),
  };
  /** @type {Part<{ calendars: CalendarSummary[], kept: WorkCalendarRow }>} */
  const part = createPart(/** @type {HTMLElement} */ (place.querySelector('.calendar-part')), {
    words: page.words, over: page.over,
    read: async (reading) => {
      const [{ calendars }, kept] = await Promise.all([page.api.get('/api/calendars', {}, reading), page.api.get(`/api/calendars/${now.code}`, {}, reading)]);
      return { calendars, kept };
    },
    content: ({ calendars, kept }) => content({ calendars, kept, ...now, draft: now.draft ?? draftOf(kept) }, page.words(), to),
  });
  mountTryIt(/** @type {HTMLElement} */ (place.querySelector('.try-part')), page, () => part.data()?.kept);
  part.reload();
}

/**
 * @param {{ calendars: CalendarSummary[], kept: WorkCalendarRow, draft: CalendarDraft, year: number, at: string, reason: string, number: string, problem: ProblemBody | null }} shown
 * @param {Words} words
 * @param {{ put: (change: any) => void, go: (date: string) => void, open: (code: string) => void, save: (kept: WorkCalendarRow, draft: CalendarDraft) => void, add: (draft: CalendarDraft, given: FormData) => void }} to
 */
function content({ calendars, kept, draft, year, at, reason, number, problem }, words, to) {
  const changed = isChanged(draft, kept);
  const turn = (/** @type {number} */ by) => to.put({ year: year + by, at: `${year + by}${at.slice(4, 8)}01` });
  return html`${problem ? problemNote(problem, words) : null}
    <div class="calendar-bar"><label><span>${words.t('admin.calendars')}</span><span class="select"><select data-key="calendar" @change=${(/** @type {Event} */ event) => to.open(/** @type {HTMLSelectElement} */ (event.target).value)}>
        ${calendars.map(({ code, name, area }) => html`<option value=${code} ?selected=${code === kept.code}>${name} · ${area || words.t('size.everything')}</option>`)}</select>${icon('down')}</span></label>
      <span class="faint">${words.t('calendar.version', { version: kept.version, day: words.day(kept.since) })}</span><span class="grow"></span>
      <button type="button" class="button small" data-key="year-before" ?disabled=${year <= 1970} @click=${() => turn(-1)}>${words.t('calendar.year-before')}</button><b>${year}</b>
      <button type="button" class="button small" data-key="year-after" ?disabled=${year >= 2299} @click=${() => turn(1)}>${words.t('calendar.year-after')}</button></div>
    <p class="form-help">${words.t('calendar.help')}</p>
    ${yearPicture({ draft, year, at: at.startsWith(String(year)) ? at : `${year}-01-01` }, words, { go: to.go, toggle: (date) => to.put({ draft: toggled(draft, date), at: date }) })}
    <form class="calendar-save" @submit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      to.save(kept, draft);
    }}><label class="reason-field"><span>${words.t('calendar.name')}</span><input class="field" required maxlength="60" data-key="calendar-name" .value=${draft.name} @change=${(/** @type {Event} */ event) => to.put({ draft: { ...draft, name: /** @type {HTMLInputElement} */ (event.target).value } })}></label>
      ${kept.area ? html`<label class="choice inline"><input type="checkbox" ?checked=${draft.inForce} data-key="calendar-in-force" @change=${() => to.put({ draft: { ...draft, inForce: !draft.inForce } })}><span>${words.t('size.in-force')}</span></label>` : null}
      ${reasonFields(words, { reason, number, put: to.put })}
      <button type="submit" class="button primary" ?disabled=${!changed} data-key="calendar-save">${words.t('size.save')}</button>
      <button type="button" class="button" ?disabled=${!changed} data-key="calendar-drop" @click=${() => to.put({ draft: null })}>${words.t('calendar.drop')}</button></form>
    ${weekFields(draft, words, (next) => to.put({ draft: next }))}${addForm(draft, words, to.add)}`;
}

/** @param {CalendarDraft} draft @param {Words} words @param {(draft: CalendarDraft, given: FormData) => void} add */
function addForm(draft, words, add) {
  return html`<details class="calendar-add"><summary data-key="calendar-new">${words.t('calendar.add-for')}</summary><p class="form-help">${words.t('calendar.add-help')}</p>
    <form @submit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      add(draft, new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)));
    }}><label><span>${words.t('size.area-code')}</span><input class="field" name="area" required pattern="[0-9]{6,18}" inputmode="numeric" data-key="new-area"></label>
      <label><span>${words.t('calendar.code')}</span><input class="field" name="code" required maxlength="40" pattern="[a-z0-9](-?[a-z0-9])*" spellcheck="false" autocapitalize="none" data-key="new-code"></label>
      <label><span>${words.t('calendar.name')}</span><input class="field" name="name" required maxlength="60" data-key="new-name"></label>
      <button type="submit" class="button" data-key="new-add">${words.t('size.add')}</button></form></details>`;
}
