import { queryString } from '../../app/call.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { recordCard } from './card.js';
import { EVERYTHING, queryOf } from './state.js';

const PAGE = 100;
const WAIT_MS = 400;

/** What is looked for most. */
const ACTIONS = ['sign-in', 'tracks-read', 'audit-read', 'audit-exported', 'request-refused', 'incident-moved', 'people-granted', 'plan-published'];

/**
 * The records as a table that is filtered and read page by page, newest first; beside it the one that was chosen.
 *
 * @param {HTMLElement} place @param {FramePage} page @param {Site} site
 */
export function mountRecords(place, page, site) {
  const asked = { ...EVERYTHING };
  /** @type {AuditRecord | null} */
  let chosen = null;
  show(place, html`<div class="accounts"><div class="accounts-list"><div class="accounts-tools audit-tools"></div><div class="accounts-table"></div></div><aside class="accounts-card" aria-label=${page.words().t('audit.card')} hidden></aside></div>`);
  const [tools, rows, aside] = ['tools', 'table', 'card'].map((name) => /** @type {HTMLElement} */ (place.querySelector(`.accounts-${name}`)));
  /** @type {Part<AuditList>} */
  const table = createPart(rows, {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/audit', { ...queryOf(asked, site.timeZone), limit: PAGE }, signal),
    content: (list) => tableOf(list, page.words(), { chosen, choose, more }),
  });
  const choose = (/** @type {AuditRecord | null} */ record) => {
    const before = chosen;
    chosen = record;
    aside.hidden = record === null;
    place.classList.toggle('has-card', record !== null);
    table.draw();
    show(aside, record ? recordCard(record, page.words(), () => choose(null)) : html``);
    const key = record ? 'card-close' : `row-${before?.id ?? ''}`;
    /** @type {HTMLElement | null} */ (place.querySelector(`[data-key="${CSS.escape(key)}"]`))?.focus();
  };
  const more = async () => {
    const list = table.data();
    if (!list?.next) return;
    const next = await page.api.get('/api/audit', { ...queryOf(asked, site.timeZone), limit: PAGE, cursor: list.next }, new AbortController().signal);
    table.put({ ...next, records: [...list.records, ...next.records] });
  };
  let timer = 0;
  const ask = (/** @type {Partial<AuditFilter>} */ change) => {
    Object.assign(asked, change);
    for (const link of tools.querySelectorAll('a')) link.href = exportPath(asked, site, /** @type {string} */ (link.dataset.format));
    clearTimeout(timer);
    timer = window.setTimeout(table.reload, WAIT_MS);
  };
  show(tools, toolbar(page.words(), ask, (format) => exportPath(asked, site, format)));
  table.reload();
}

/** @param {AuditFilter} filter @param {Site} site @param {string} format */
const exportPath = (filter, site, format) => `/api/audit/export${queryString({ ...queryOf(filter, site.timeZone), format })}`;

/** @param {Words} words @param {(change: Record<string, string>) => void} ask @param {(format: string) => string} path */
function toolbar(words, ask, path) {
  const typed = (/** @type {string} */ name, /** @type {string} */ type, /** @type {string | null} */ list = null) => html`<label class="audit-field"><span>${words.t(`audit.by-${name}`)}</span>
    <input class="field" type=${type} maxlength="120" autocomplete="off" spellcheck="false" list=${list} data-key=${`by-${name}`}
      @input=${(/** @type {Event} */ event) => ask({ [name]: /** @type {HTMLInputElement} */ (event.target).value.trim() })}></label>`;
  const file = (/** @type {string} */ format) => html`<a class="button" href=${path(format)} download data-format=${format} data-key=${`export-${format}`}>${icon('save')}${words.t(`audit.export-${format}`)}</a>`;
  return html`${typed('account', 'text')}${typed('action', 'text', 'audit-actions')}${typed('subject', 'text')}
    <label class="audit-field"><span>${words.t('audit.by-outcome')}</span><span class="select"><select data-key="by-outcome" @change=${(/** @type {Event} */ event) => ask({ outcome: /** @type {HTMLSelectElement} */ (event.target).value })}>
      <option value="">${words.t('audit.any-outcome')}</option>${['done', 'refused'].map((value) => html`<option value=${value}>${words.word('outcome', value)}</option>`)}</select>${icon('down')}</span></label>
    ${typed('from', 'date')}${typed('to', 'date')}
    <datalist id="audit-actions">${ACTIONS.map((action) => html`<option value=${action}>${words.word('action', action)}</option>`)}</datalist>
    <span class="grow"></span><span class="audit-files">${file('csv')}${file('jsonl')}</span>`;
}

/**
 * @param {AuditList} list @param {Words} words
 * @param {{ chosen: AuditRecord | null, choose: (record: AuditRecord) => void, more: () => void }} to
 */
function tableOf({ records, next }, words, { chosen, choose, more }) {
  if (records.length === 0) return emptyNote(words.t('audit.none'));
  const first = Math.max(0, records.findIndex(({ id }) => id === chosen?.id));
  return html`<table class="table accounts-rows audit-rows" @keydown=${moveBetween}><caption class="hidden">${words.t('audit.title')}</caption>
    <thead><tr>${['at', 'account', 'action', 'subject', 'outcome', 'why', 'number'].map((key) => html`<th scope="col" class=${key === 'number' ? 'number' : ''}>${words.t(`audit.column.${key}`)}</th>`)}</tr></thead>
    <tbody>${records.map((record, i) => html`<tr class=${record.id === chosen?.id ? 'picked' : ''} @click=${() => choose(record)}>
      <th scope="row"><button type="button" class="row-button" tabindex=${i === first ? 0 : -1} aria-current=${record.id === chosen?.id ? 'true' : null} data-key=${`row-${record.id}`}>${words.time(record.at)}</button></th>
      <td>${who(record, words)}</td><td>${words.word('action', record.action)}</td><td class="code-text audit-subject">${record.subject}</td>
      <td>${outcomeMark(record, words)}</td><td>${record.why}</td><td class="number">${record.number === null ? words.t('audit.unsealed') : words.number(record.number)}</td></tr>`)}</tbody></table>
    <p class="more faint">${words.t(next ? 'audit.shown-more' : 'audit.shown', { n: records.length })} ${next ? html`<button type="button" class="button" data-key="more" @click=${more}>${words.t('audit.more')}</button>` : null}</p>`;
}

/** @param {AuditRecord} record @param {Words} words */
const who = ({ account }, words) => (account === 'anonymous' || account === 'wangge' || account === 'owner' ? html`<span class="faint">${words.word('actor', account)}</span>` : html`<span>${account}</span>`);

/** How it ended, by shape, word and colour. @param {AuditRecord} record @param {Words} words */
export function outcomeMark({ outcome }, words) {
  return outcome === 'refused'
    ? html`<span class="mark-off">${icon('close')}${words.word('outcome', outcome)}</span>`
    : html`<span class="mark-on">${icon('check')}${words.word('outcome', outcome)}</span>`;
}

/** @param {KeyboardEvent} event */
function moveBetween(event) {
  const row = event.target instanceof HTMLElement ? event.target.closest('tbody tr') : null;
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : event.key === 'ArrowUp' ? row?.previousElementSibling : null;
  const button = /** @type {HTMLElement | null | undefined} */ (next?.querySelector('.row-button'));
  if (!button) return;
  event.preventDefault();
  /** @type {HTMLElement} */ (event.target).tabIndex = -1;
  button.tabIndex = 0;
  button.focus();
}
