import { saveFile, toCsv } from '../../app/export.js';
import { townMs } from '../../app/live-state.js';
import { html, show } from '../../ui/html.js';
import { icon, symbol } from '../../ui/icons.js';
import { whenLetGo } from '../../ui/press.js';
import { emptyNote, loadingNote, problemNote } from '../../ui/problem.js';
import { idOf } from '../incident/card.js';
import { incidentMark } from '../incident/mark.js';
import { spanText } from '../incident/steps.js';
import { FILTERS, countsOf, pressureOf } from './queue.js';

/** Rows drawn at once: more are drawn when asked for. */
const DRAWN = 150;
const TICK_MS = 1000;

/**
 * The queue: its filters with their counts, and who waits.
 *
 * @param {HTMLElement} place @param {DeskPage} deskPage
 * @returns {{ focus: () => void }}
 */
export function mountList(place, deskPage) {
  const { page, desk } = deskPage;
  const { store } = page;
  let drawn = DRAWN;
  const more = () => {
    drawn += DRAWN;
    draw();
  };
  const draw = () => {
    const rows = deskPage.rows();
    const at = rows.findIndex(({ incident }) => incident.id === idOf(store.state()));
    drawn = Math.max(drawn, at + 1);
    const held = holdPlace(place);
    show(place, html`${head(deskPage, rows)}<div class="queue-scroll" data-scroll="queue">${body(deskPage, rows.slice(0, drawn))}
      ${rows.length > drawn ? html`<button type="button" class="button more" @click=${more}>${page.words().t('tables.show-more', { n: Math.min(DRAWN, rows.length - drawn) })}</button>` : null}</div>`);
    held();
  };
  const later = whenLetGo(place, draw);
  store.watch((state) => state.lists.incidents, later);
  store.watch((state) => state.lang, draw);
  store.watch((state) => state.hovered, (id) => markHovered(place, id));
  store.watch(idOf, (id) => {
    draw();
    if (id) place.querySelector('.queue-row[aria-current]')?.scrollIntoView({ block: 'nearest' });
  });
  desk.watch((now) => now, later);
  setInterval(() => tick(place, deskPage, later), TICK_MS);
  draw();
  return { focus: () => /** @type {HTMLElement | null} */ (place.querySelector('.queue-row[aria-current]') ?? place.querySelector('.queue-row'))?.focus() };
}

/**
 * Whatever comes or goes above it, the row that is looked at stays where it is: the chosen one while it is in view, else the
 * first in view.
 *
 * @param {HTMLElement} place @returns {() => void} to be called when all is drawn anew
 */
function holdPlace(place) {
  const scroll = place.querySelector('.queue-scroll');
  if (!scroll || scroll.scrollTop === 0) return () => {};
  const { top, bottom } = scroll.getBoundingClientRect();
  const inView = [...scroll.querySelectorAll('.queue-row')].filter((row) => row.getBoundingClientRect().bottom > top && row.getBoundingClientRect().top < bottom);
  const row = inView.find((one) => one.hasAttribute('aria-current')) ?? inView[0];
  if (!row) return () => {};
  const [key, was] = [row.getAttribute('data-key') ?? '', row.getBoundingClientRect().top];
  return () => {
    const [again, now] = [place.querySelector(`[data-key="${CSS.escape(key)}"]`), place.querySelector('.queue-scroll')];
    if (again && now) now.scrollTop += again.getBoundingClientRect().top - was;
  };
}

/** @param {HTMLElement} place @param {string | null} id */
function markHovered(place, id) {
  for (const row of place.querySelectorAll('.queue-row')) row.classList.toggle('hovered', row.getAttribute('data-id') === id);
}

/** @param {DeskPage} deskPage @param {DeskRow[]} rows */
function head(deskPage, rows) {
  const { page, desk, all } = deskPage;
  const words = page.words();
  const { filter, area, areas } = desk.state();
  const counts = countsOf(all());
  const choose = (/** @type {Event} */ event) => desk.dispatch({ area: /** @type {HTMLSelectElement} */ (event.target).value });
  return html`<div class="queue-head"><div class="queue-title"><h2>${words.t('desk.queue')}</h2><span class="faint" role="status">${words.t('desk.count', { n: words.number(rows.length) })}</span>
      <button type="button" class="button small" title=${words.t('tables.csv')} aria-label=${words.t('tables.csv')} data-key="csv" ?disabled=${rows.length === 0} @click=${() => saveCsv(deskPage)}>${icon('save')}CSV</button></div>
    <div class="queue-filters" role="group" aria-label=${words.t('desk.filters')}>${FILTERS.map((one, i) => html`<button type="button" class=${`queue-filter ${one}`} aria-pressed=${String(one === filter)} aria-keyshortcuts=${i + 1}
      data-key=${`filter-${one}`} @click=${() => desk.dispatch({ filter: one })}>${words.t(`desk.filter.${one}`)} <b>${words.number(counts[one])}</b></button>`)}</div>
    <label class="select queue-area"><span class="hidden">${words.t('desk.area')}</span><select data-key="area" @change=${choose}><option value="" ?selected=${area === ''}>${words.t('desk.everywhere')}</option>
      ${areas.map(({ code, name, level }) => html`<option value=${code} ?selected=${code === area}>${level === 'community' ? `  ${name}` : name}</option>`)}</select>${icon('down')}</label></div>`;
}

/** @param {DeskPage} deskPage @param {DeskRow[]} rows */
function body(deskPage, rows) {
  const { page, desk } = deskPage;
  const words = page.words();
  const list = page.store.state().lists.incidents;
  if (list.status === 'failed') return problemNote(list.problem, words, () => page.retry('incidents'));
  if (list.status === 'idle' || (list.status === 'loading' && !list.old)) return loadingNote(words);
  const { filter, area } = desk.state();
  if (rows.length === 0) {
    const all = filter === 'all' && area === '';
    return html`<div class="queue-empty">${emptyNote(words.t(all ? 'desk.empty' : `desk.empty.${filter}`))}
      ${all ? null : html`<button type="button" class="button" data-key="show-all" @click=${() => desk.dispatch({ filter: 'all', area: '' })}>${words.t('desk.show-all')}</button>`}</div>`;
  }
  return html`<ol class="queue" aria-label=${words.t('desk.queue')}>${rows.map((row) => html`<li>${rowOf(row, deskPage)}</li>`)}</ol>`;
}

/** @param {DeskRow} row @param {DeskPage} deskPage */
function rowOf({ incident, pressure }, { page, desk, choose, areaName }) {
  const words = page.words();
  const { store } = page;
  const mark = incidentMark(incident);
  const over = (/** @type {string | null} */ id) => () => store.dispatch({ kind: 'hover', id });
  const chosen = idOf(store.state()) === incident.id;
  return html`<button type="button" class=${`queue-row ${pressure.kind}${store.state().hovered === incident.id ? ' hovered' : ''}`} aria-current=${chosen ? 'true' : null} data-key=${`row-${incident.id}`} data-id=${incident.id}
      @click=${() => choose(incident.id)} @pointerenter=${over(incident.id)} @pointerleave=${over(null)} @focus=${over(incident.id)} @blur=${over(null)}>
    <span class=${`condition ${mark}`}>${symbol(`incident-${mark}`)}<span class="hidden">${words.word('incident-mark', mark)}</span></span>
    <span class="queue-what"><b>${incident.categoryNames?.[words.lang] ?? incident.category}</b>${desk.state().fresh.has(incident.id) ? html` <span class="chip">${words.t('desk.new')}</span>` : null}${incident.joint ? html` <span class="chip plain">${words.t('desk.joint')}</span>` : null}</span>
    <span class="queue-left">${pressureIcon(pressure)}<span data-left>${leftText(pressure, words)}</span></span>
    <span class="queue-more">${incident.priority === 'ordinary' ? null : html`<span class=${`chip plain ${incident.priority}`}>${words.word('priority', incident.priority)}</span>`}<span class="code-text">${incident.number}</span> <span>${words.word('step', incident.state)}${incident.standing === 'suspended' || incident.standing === 'on-site' ? ` · ${words.word('standing', incident.standing)}` : ''}</span>
      <span class="queue-where">${incident.grid ? areaName(incident.grid) : html`<span class="outside">${icon('none')}${words.t('desk.no-place')}</span>`}</span></span></button>`;
}

/** Each standing has a shape of its own. @param {DeskPressure} pressure */
function pressureIcon({ kind }) {
  if (kind === 'overdue') return symbol('incident-overdue');
  return kind === 'warned' ? icon('warning') : kind === 'none' || kind === 'paused' ? null : icon('clock');
}

/** @param {DeskPressure} pressure @param {Words} words */
function leftText({ kind, of, ms }, words) {
  const span = spanText(ms, words);
  if (of === 'accept') return words.t(`desk.${kind}-accept`, { span });
  const text = words.t(`desk.${kind}`, { span });
  return of === 'handle' ? text : words.t('desk.of-stage', { stage: words.word('stage', of), text });
}

/** Tells the time that is left in place, every second; draws anew what is nearly due or overdue now. @param {HTMLElement} place @param {DeskPage} deskPage @param {() => void} draw */
function tick(place, { page, rows }, draw) {
  if (document.hidden) return;
  const nowMs = townMs(page.store.state());
  const words = page.words();
  let changed = false;
  for (const { incident } of rows()) {
    const row = place.querySelector(`[data-id="${CSS.escape(incident.id)}"]`);
    if (!row) continue;
    const pressure = pressureOf(incident, nowMs);
    changed ||= !row.classList.contains(pressure.kind);
    const text = row.querySelector('[data-left]');
    const left = leftText(pressure, words);
    if (text && text.textContent !== left) text.textContent = left;
  }
  if (changed) draw();
}

/** The queue as it is shown, as a table. @param {DeskPage} deskPage */
function saveCsv({ page, rows, areaName }) {
  const words = page.words();
  const titles = ['number', 'category', 'priority', 'state', 'channel', 'grid', 'reportedAt', 'filedAt', 'dueAt'].map((key) => words.t(`column.${key}`));
  const lines = rows().map(({ incident, pressure }) => [
    incident.number, incident.categoryNames?.[words.lang] ?? incident.category, words.word('priority', incident.priority), words.word('incident-state', incident.state), words.word('channel', incident.channel),
    incident.grid, incident.reportedAt, incident.filedAt, incident.dueAt, incident.grid ? areaName(incident.grid) : words.t('desk.no-place'), leftText(pressure, words),
  ]);
  saveFile('wangge-queue.csv', 'text/csv', toCsv([...titles, words.t('desk.column.where'), words.t('desk.column.left')], lines));
}
