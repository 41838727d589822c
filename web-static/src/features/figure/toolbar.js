import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { periodName } from './chart.js';
import { filePath } from './figures.js';
import { openGrades } from './grades.js';
import { NARROWING, PERIODS, stepped } from './state.js';

const CHANNELS = ['phone', 'resident-page', 'mini-form', 'grid-worker', 'building-head', 'mobile-reporter', 'camera', 'sensor', 'department', 'letter'];
const SUPERVISORS = ['supervisor', 'administrator'];
const PRIORITIES = ['urgent', 'important', 'ordinary'];
const GROUPINGS = ['children', 'street', 'community', 'grid', 'department', 'person', 'category', 'channel', 'priority'];

/**
 * What is asked: period, grouping, filters; where one stands in the tree; and the files of it.
 *
 * @param {FigureView} view @param {FigureTable | null} table
 * @param {{ page: FramePage, site: Site, names: { categories: Map<string, string> }, go: (change: Partial<FigureView>) => void }} to
 */
export function toolbar(view, table, { page, site, names, go }) {
  const words = page.words();
  return html`<div class="figure-asked">
      <div class="segments" role="group" aria-label=${words.t('figure.period')}>${PERIODS.map((kind) => html`<button type="button" aria-pressed=${String(kind === view.period)} data-key=${`period-${kind}`}
        @click=${() => go({ period: kind, day: table?.period.running ? '' : view.day, list: '' })}>${words.t(`figure.kind.${kind}`)}</button>`)}</div>
      <div class="figure-step">${stepper(table, -1, words, go)}<b class="figure-period">${table ? periodName(table.period, words) : '—'}${table?.period.running ? html` <span class="figure-running">${words.t('figure.running')}</span>` : null}</b>${stepper(table, 1, words, go)}</div>
      ${choices(view, table, words, names).map((of) => choice(of, (value) => go({ [of.key]: value, list: '' })))}
      <span class="grow"></span>
      <div class="figure-files">${['table.xlsx', 'table.csv', 'sheet.pdf'].map((file) => html`<a class="button" href=${filePath(view, file, words.lang)} download data-key=${`file-${file}`}>${icon('save')}${words.t(`figure.file.${file}`)}</a>`)}
        <button type="button" class="button" data-key="grades" @click=${() => openGrades(page, site)}>${words.t('figure.grades')}</button>
        ${SUPERVISORS.some((role) => site.roles.includes(role)) ? html`<a class="button" href="/supervision/" data-key="to-supervision">${words.t('account.supervision')}</a>` : null}</div></div>
    ${way(view, table, words, go)}`;
}

/**
 * @param {FigureView} view @param {FigureTable | null} table @param {Words} words @param {{ categories: Map<string, string> }} names
 * @returns {{ key: 'by' | 'category' | 'channel' | 'priority', label: string, value: string, options: [string, string][] }[]}
 */
function choices(view, table, words, names) {
  /** @type {[string, string]} */
  const all = ['', words.t('figure.all')];
  const told = (/** @type {string} */ group, /** @type {string[]} */ values) => values.map((value) => /** @type {[string, string]} */ ([value, words.word(group, value)]));
  const partitions = (table?.partitions ?? []).map((one) => /** @type {[string, string]} */ ([`partition:${one.id}`, words.lang === 'zh' ? one.nameZh : one.nameEn]));
  return [
    { key: 'by', label: words.t('figure.by'), value: view.by, options: [...told('figure.by', GROUPINGS), ...partitions] },
    { key: 'category', label: words.t('figure.by.category'), value: view.category, options: [all, ...names.categories] },
    { key: 'channel', label: words.t('figure.by.channel'), value: view.channel, options: [all, ...told('figure.channel', CHANNELS)] },
    { key: 'priority', label: words.t('figure.by.priority'), value: view.priority, options: [all, ...told('figure.priority', PRIORITIES)] },
  ];
}

/** @param {FigureTable | null} table @param {-1 | 1} step @param {Words} words @param {(change: Partial<FigureView>) => void} go */
function stepper(table, step, words, go) {
  const label = words.t(step < 0 ? 'figure.earlier' : 'figure.later');
  return html`<button type="button" class="icon-button" aria-label=${label} title=${label} data-key=${`step${step}`} ?disabled=${!table || (step > 0 && table.period.running)}
    @click=${() => table && go({ day: stepped(table.period, step), list: '' })}>${icon(step < 0 ? 'left' : 'right')}</button>`;
}

/** @param {{ key: string, label: string, value: string, options: [string, string][] }} of @param {(value: string) => void} choose */
const choice = ({ key, label, value, options }, choose) => html`<label class="audit-field"><span>${label}</span><span class="select"><select data-key=${`choose-${key}`}
  @change=${(/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.target).value)}>${options.map(([code, name]) => html`<option value=${code} ?selected=${code === value}>${name}</option>`)}</select>${icon('down')}</span></label>`;

/** Where one stands: the areas above, and what else narrows, each to be taken away. @param {FigureView} view @param {FigureTable | null} table @param {Words} words @param {(change: Partial<FigureView>) => void} go */
function way(view, table, words, go) {
  const chain = table?.chain ?? [];
  const others = NARROWING.filter((key) => view[key] !== '' && !['category', 'channel', 'priority'].includes(key));
  return html`<nav class="figure-way" aria-label=${words.t('figure.way')}><ol><li><button type="button" class="link" aria-current=${view.area === '' ? 'page' : null} data-key="way-all" @click=${() => go({ area: '', by: 'children', list: '' })}>${words.t('figure.everywhere')}</button></li>
    ${chain.map(({ code, name }) => html`<li><span aria-hidden="true">›</span><button type="button" class="link" aria-current=${code === view.area ? 'page' : null} data-key=${`way-${code}`} @click=${() => go({ area: code, by: 'children', list: '' })}>${name ?? code}</button></li>`)}</ol>
    ${others.map((key) => html`<button type="button" class="chip" data-key=${`without-${key}`} @click=${() => go({ [key]: '', ...(key === 'overlay' ? { partition: '' } : {}), list: '' })}>${words.t(`figure.by.${key}`)}: ${(words.lang === 'zh' ? table?.filterName?.zh : table?.filterName?.en) ?? view[key]}${icon('close')}</button>`)}</nav>`;
}
