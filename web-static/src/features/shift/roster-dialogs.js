import { problemOf } from '../../app/problem.js';
import { openDialog } from '../../ui/dialog.js';
import { html, show } from '../../ui/html.js';
import { problemNote } from '../../ui/problem.js';
import { DAYS, plusDays, POSTS, swapsOf } from './state.js';

const MOST_PEOPLE = 2_000;
const WORKDAYS = 5;
const WEEK = 7;

/**
 * Puts somebody on duty, by the week.
 *
 * @param {ShiftTo} to @param {(said: string) => void} done
 */
export async function askDuty({ page, view }, done) {
  const words = page.words();
  const { area, week } = view();
  const { signal } = new AbortController();
  const said = document.createElement('div');
  /** @type {KnownPerson[]} */
  let people = [];
  try {
    people = (await page.api.people(MOST_PEOPLE, signal)).features.map(({ properties }) => properties);
  } catch (error) {
    show(said, problemNote(problemOf(error), words));
  }
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const text = (/** @type {string} */ name) => String(form.get(name) ?? '');
    const body = { area, post: text('post'), staff: text('staff'), pattern: { days: form.getAll('day'), from: text('from'), to: text('to') }, first: text('first'), last: text('last') };
    try {
      const { entries } = await page.api.send('POST', '/api/shifts/roster', { body, signal });
      close();
      done(words.t('shift.added', { n: entries.length }));
    } catch (error) {
      show(said, problemNote(problemOf(error), words));
    }
  };
  const close = openDialog({ title: words.t('shift.add'), closeLabel: words.t('dialog.close'), content: html`${said}<form class="shift-form" @submit=${submit}>${fields(words, people, week)}<p class="form-foot"><button class="button primary" data-key="do">${words.t('shift.add')}</button></p></form>` });
}

/** @param {Words} words @param {KnownPerson[]} people @param {string} week */
function fields(words, people, week) {
  return html`<label class="form-field"><span>${words.t('shift.who')}</span><input class="field" name="staff" list="shift-people" required autocomplete="off" data-key="staff"></label>
    <datalist id="shift-people">${people.map((one) => html`<option value=${one.code}>${one.name ?? ''}</option>`)}</datalist>
    <label class="form-field"><span>${words.t('shift.post')}</span><select class="field" name="post" data-key="post">${POSTS.map((post) => html`<option value=${post}>${words.t(`shift.post.${post}`)}</option>`)}</select></label>
    <fieldset class="shift-choice"><legend>${words.t('shift.days')}</legend>${DAYS.map((day, i) => html`<label class="choice inline"><input type="checkbox" name="day" value=${day} ?checked=${i < WORKDAYS} data-key=${`day-${day}`}>${words.t(`shift.day.${day}`)}</label>`)}</fieldset>
    <label class="form-field"><span>${words.t('shift.from')}</span><input class="field" type="time" name="from" value="08:00" required data-key="from"></label>
    <label class="form-field"><span>${words.t('shift.to')}</span><input class="field" type="time" name="to" value="20:00" required data-key="to"></label>
    <p class="faint">${words.t('shift.night')}</p>
    <label class="form-field"><span>${words.t('shift.first')}</span><input class="field" type="date" name="first" value=${week} required data-key="first"></label>
    <label class="form-field"><span>${words.t('shift.last')}</span><input class="field" type="date" name="last" value=${plusDays(week, WEEK - 1)} required data-key="last"></label>`;
}

/**
 * One duty: who, when, the number, and what can be done with it.
 *
 * @param {DutyEntry} entry @param {DutyEntry[]} all @param {ShiftTo & { done: (said: string) => void }} to
 */
export function openEntry(entry, all, { page, now, mayKeep, done }) {
  const words = page.words();
  const said = document.createElement('div');
  const acts = document.createElement('div');
  let sure = false;
  const send = async (/** @type {'POST' | 'DELETE'} */ method, /** @type {string} */ path, /** @type {object | undefined} */ body, /** @type {string} */ text) => {
    try {
      await page.api.send(method, `/api/shifts/roster/${entry.id}${path}`, { body, signal: new AbortController().signal });
      close();
      done(text);
    } catch (error) {
      show(said, problemNote(problemOf(error), words));
    }
  };
  const swaps = swapsOf(all, entry, now());
  const draw = () => show(acts, html`${swaps.length === 0 ? html`<p class="faint">${words.t('shift.swap-none')}</p>` : html`<form class="shift-swap" @submit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      send('POST', '/swap', { with: Number(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('with')) }, words.t('shift.swapped'));
    }}><label class="form-field"><span>${words.t('shift.swap-with')}</span><select class="field" name="with" data-key="with">${swaps.map((one) => html`<option value=${String(one.id)}>${one.name ?? one.staff} · ${words.time(one.from)}–${words.hour(one.to)}</option>`)}</select></label>
      <button class="button" data-key="swap">${words.t('shift.swap')}</button></form>`}
    <p class="form-foot"><button type="button" class="button" data-key="remove" @click=${() => (sure ? send('DELETE', '', undefined, words.t('shift.removed')) : ((sure = true), draw()))}>${words.t(sure ? 'shift.remove-sure' : 'shift.remove')}</button></p>`);
  if (mayKeep && Date.parse(entry.to) > now()) draw();
  const close = openDialog({
    title: entry.name ?? entry.staff, closeLabel: words.t('dialog.close'),
    content: html`${said}<dl class="facts"><div><dt>${words.t('shift.post')}</dt><dd>${words.t(`shift.post.${entry.post}`)}</dd></div><div><dt>${words.t('shift.from')}</dt><dd>${words.dayTime(entry.from)}</dd></div><div><dt>${words.t('shift.to')}</dt><dd>${words.dayTime(entry.to)}</dd></div>
      <div><dt>${words.t('shift.phone')}</dt><dd>${entry.phone ? (entry.masked ? entry.phone : html`<a class="link" href=${`tel:${entry.phone}`}>${entry.phone}</a>`) : words.t('shift.no-phone')}</dd></div><div><dt>${words.t('shift.code')}</dt><dd>${entry.staff}</dd></div></dl>
      ${entry.generated ? html`<p class="faint">${words.t('shift.generated')}</p>` : null}${acts}`,
  });
}
