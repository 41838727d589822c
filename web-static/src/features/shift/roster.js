import { saveFile, toCsv } from '../../app/export.js';
import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { askDuty, openEntry } from './roster-dialogs.js';
import { barOf, byDay, DAYS, dayBegins, hoursOf, openGaps, plusDays, rowsOf, tableOf } from './state.js';

const WEEK = 7;

/**
 * The week of an area: who, on which days, at which hours, and when nobody is.
 *
 * @param {HTMLElement} place @param {ShiftTo} to
 */
export function mountRoster(place, to) {
  const { page, site, view } = to;
  const words = page.words();
  const { week, area } = view();
  const [from, until] = [week, plusDays(week, WEEK)].map((day) => dayBegins(day, site.timeZone));
  show(place, html`<div class="shift-tools"></div><div class="shift-week"></div>`);
  const [tools, room] = ['tools', 'week'].map((name) => /** @type {HTMLElement} */ (place.querySelector(`.shift-${name}`)));
  /** @type {Part<RosterAnswer>} */
  const part = createPart(room, {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/shifts/roster', { area, from, to: until }, signal),
    content: (answer) => weekView(answer, { ...to, from: Date.parse(from), until: Date.parse(until), done }),
  });
  const done = (/** @type {string} */ said) => {
    page.say(said, 'good');
    part.reload();
    to.renewCall();
  };
  const copy = async () => {
    try {
      const { entries, skipped } = await page.api.send('POST', '/api/shifts/roster/copy', { body: { area, monday: week }, signal: new AbortController().signal });
      done(words.t('shift.copied', { added: entries.length, skipped }));
    } catch (error) {
      const problem = problemOf(error);
      page.say(problem.detail || problem.title || words.t('problem.title'), 'bad');
    }
  };
  const csv = () => saveFile(`roster-${area}-${week}.csv`, 'text/csv', toCsv(['post', 'who', 'code', 'phone', 'from', 'to'].map((name) => words.t(`shift.${name}`)), tableOf(part.data()?.entries ?? [], (post) => words.t(`shift.post.${post}`), site.timeZone)));
  show(tools, toolsView(to, { copy, csv, add: () => askDuty(to, done) }));
  part.reload();
  return (/** @type {string} */ type) => (type === 'shift-roster-changed' ? part.reload() : undefined);
}

/** @param {ShiftTo} to @param {{ copy: () => void, csv: () => void, add: () => void }} acts */
function toolsView({ page, view, go, mayKeep }, { copy, csv, add }) {
  const words = page.words();
  const { week } = view();
  const move = (/** @type {number} */ days) => () => go({ week: plusDays(week, days) });
  return html`<div class="shift-weeks"><button type="button" class="button" data-key="before" aria-label=${words.t('shift.week-before')} @click=${move(-WEEK)}>‹</button>
      <b>${words.t('shift.week', { from: week, to: plusDays(week, WEEK - 1) })}</b>
      <button type="button" class="button" data-key="after" aria-label=${words.t('shift.week-after')} @click=${move(WEEK)}>›</button></div>
    <div class="shift-do">${mayKeep ? html`<button type="button" class="button primary" data-key="add" @click=${add}>${words.t('shift.add')}…</button>
      <button type="button" class="button" data-key="copy" @click=${copy}>${words.t('shift.copy')}</button>` : null}
      <button type="button" class="button" data-key="csv" @click=${csv}>${words.t('shift.csv')}</button>
      <button type="button" class="button" data-key="print" @click=${() => window.print()}>${words.t('shift.print')}</button></div>`;
}

/** @typedef {ShiftTo & { from: number, until: number, done: (said: string) => void }} WeekTo */

/** @param {RosterAnswer} answer @param {WeekTo} to */
function weekView(answer, to) {
  const { page, now } = to;
  const words = page.words();
  const gaps = openGaps(answer.gaps, now());
  const hours = hoursOf(gaps);
  return html`<h2 class="hidden">${words.t('shift.part.roster')}</h2>
    <p class=${hours > 0 ? 'shift-gaps' : 'shift-whole'}>${icon(hours > 0 ? 'warning' : 'check')}${words.t(hours > 0 ? 'shift.gaps' : 'shift.no-gaps', hours > 0 ? { hours } : {})}</p>
    ${answer.entries.length === 0 ? emptyNote(words.t('shift.none')) : null}
    ${picture(answer, gaps, to)}${list(answer, to)}`;
}

/** The week as a picture, for wide screens and paper. @param {RosterAnswer} answer @param {DutySpan[]} gaps @param {WeekTo} to */
function picture({ entries }, gaps, to) {
  const { page, site, view, from, until, now } = to;
  const words = page.words();
  const line = barOf({ from: new Date(now()).toISOString(), to: new Date(until).toISOString() }, from, until);
  const marked = now() >= from && line;
  const days = DAYS.map((name, i) => ({ name, day: plusDays(view().week, i) }));
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: site.timeZone }).format(now());
  return html`<div class="shift-picture"><div class="shift-row shift-days"><span></span><div class="shift-track">${days.map(({ name, day }) => html`<span class=${day === today ? 'shift-day today' : 'shift-day'}>${words.t(`shift.day.${name}`)} ${day.slice(5)}</span>`)}</div></div>
    ${rowsOf(entries).map((row) => html`<div class="shift-row"><span class="shift-who"><b>${row.name ?? row.staff}</b><span class="faint">${words.t(`shift.post.${row.post}`)}</span></span>
      <div class="shift-track">${row.entries.map((entry) => bar(entry, entries, to))}${marked ? nowLine(line.left) : null}</div></div>`)}
    ${gaps.length === 0 ? null : html`<div class="shift-row"><span class="shift-who"><b class="shift-nobody">${words.t('shift.nobody')}</b></span>
      <div class="shift-track">${gaps.map((gap) => gapBar(gap, to))}${marked ? nowLine(line.left) : null}</div></div>`}</div>`;
}

/** @param {number} left */
const nowLine = (left) => html`<span class="shift-now" .style=${`left: ${left}%`}></span>`;

/** @param {DutyEntry} entry @param {DutyEntry[]} all @param {WeekTo} to */
function bar(entry, all, to) {
  const at = barOf(entry, to.from, to.until);
  if (!at) return null;
  const words = to.page.words();
  const text = entryText(entry, words);
  return html`<button type="button" class=${`shift-bar ${entry.post}`} .style=${`left: ${at.left}%; width: ${at.width}%`} title=${text} aria-label=${text} data-key=${`bar-${entry.id}`}
    @click=${() => openEntry(entry, all, to)}>${words.hour(entry.from)}</button>`;
}

/** @param {DutySpan} gap @param {WeekTo} to */
function gapBar(gap, { page, from, until }) {
  const at = barOf(gap, from, until);
  const words = page.words();
  const text = words.t('shift.gap', { from: words.time(gap.from), to: words.time(gap.to) });
  return at ? html`<span class="shift-bar gap" role="img" .style=${`left: ${at.left}%; width: ${at.width}%`} title=${text} aria-label=${text}></span>` : null;
}

/** @param {DutyEntry} entry @param {Words} words */
export const entryText = ({ post, name, staff, from, to }, words) =>
  words.t('shift.entry', { post: words.t(`shift.post.${post}`), name: name ?? staff, from: words.time(from), to: words.time(to) });

/** The same day by day, for phones. @param {RosterAnswer} answer @param {WeekTo} to */
function list({ entries }, to) {
  const words = to.page.words();
  return html`<div class="shift-list">${byDay(entries, to.view().week, to.site.timeZone).map(({ day, name, entries: some }) => html`<section><h3>${words.t(`shift.day.${name}`)} ${day.slice(5)}</h3>
    ${some.length === 0 ? html`<p class="shift-gaps">${icon('warning')}${words.t('shift.nobody')}</p>` : html`<ul>${some.map((entry) => html`<li><button type="button" class="shift-item" data-key=${`item-${day}-${entry.id}`} @click=${() => openEntry(entry, entries, to)}>
      <span>${words.hour(entry.from)}–${words.hour(entry.to)}</span><b>${entry.name ?? entry.staff}</b><span class="chip plain">${words.t(`shift.post.${entry.post}`)}</span></button></li>`)}</ul>`}</section>`)}</div>`;
}
