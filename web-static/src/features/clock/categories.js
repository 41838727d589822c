import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { nameOf, openCategory, openStep } from './category-form.js';
import { openHistory } from './category-history.js';
import { filtered } from './category-state.js';
import { limitParts, unitKey } from './spans.js';

/** What incidents can be about: searched, added, changed, taken out of use and back. @param {HTMLElement} place @param {FramePage} page */
export function mountCategories(place, page) {
  const words = page.words();
  const asked = { q: '', state: 'in-use' };
  show(place, html`<div class="accounts-list"><div class="accounts-tools"></div><div class="accounts-table" tabindex="0" role="region" aria-label=${words.t('admin.categories')}></div></div>`);
  /** @type {Part<CategoryData>} */
  const part = createPart(/** @type {HTMLElement} */ (place.querySelector('.accounts-table')), {
    words: page.words, over: page.over,
    read: async (reading) => {
      const [{ categories }, { limits }, { departments }] = await Promise.all(['categories', 'limits', 'departments'].map((name) => page.api.get(`/api/incidents/${name}`, {}, reading)));
      return { categories, limits, departments };
    },
    content: (data) => content(data, page.words(), { asked, ...doings }),
  });
  const changed = () => part.reload();
  const doings = {
    change: (/** @type {CategoryRow} */ one) => openCategory(page, one, { data: now(), changed }),
    history: (/** @type {CategoryRow} */ one) => openHistory(page, one, now()),
    step: (/** @type {CategoryRow} */ one) => openStep(page, one, changed),
  };
  const now = () => part.data() ?? { categories: [], limits: [], departments: [] };
  const ask = (/** @type {Partial<typeof asked>} */ change) => {
    Object.assign(asked, change);
    part.draw();
  };
  show(/** @type {HTMLElement} */ (place.querySelector('.accounts-tools')), toolbar(words, { asked, ask, add: () => openCategory(page, null, { data: now(), changed }) }));
  part.reload();
}

/** @param {Words} words @param {{ asked: { state: string }, ask: (change: { q?: string, state?: string }) => void, add: () => void }} to */
function toolbar(words, { asked, ask, add }) {
  const value = (/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).value;
  return html`<label class="search-field">${icon('search')}<span class="hidden">${words.t('category.search')}</span><input class="field" type="search" maxlength="60" autocomplete="off" spellcheck="false" data-key="category-search" placeholder=${words.t('category.search')}
      @input=${(/** @type {Event} */ event) => ask({ q: value(event) })}></label>
    <label class="select"><span class="hidden">${words.t('category.state')}</span><select data-key="category-state" @change=${(/** @type {Event} */ event) => ask({ state: value(event) })}>
      ${['in-use', 'retired', ''].map((state) => html`<option value=${state} ?selected=${state === asked.state}>${words.t(`category.state.${state || 'all'}`)}</option>`)}</select>${icon('down')}</label>
    <a class="button" href="#limits" data-key="to-limits">${words.t('category.to-limits')}${icon('right')}</a><a class="button" href="#calendars" data-key="to-calendars">${words.t('category.to-calendars')}${icon('right')}</a>
    <span class="grow"></span><button type="button" class="button primary" data-key="category-add" @click=${add}>${icon('plus')}${words.t('category.add')}</button>`;
}

/**
 * @param {CategoryData} data @param {Words} words
 * @param {{ asked: { q: string, state: string } } & CategoryDoings} to
 */
function content(data, words, { asked, ...doings }) {
  const shown = filtered(data.categories, asked);
  if (data.categories.length === 0) return emptyNote(words.t('category.none-yet'));
  if (shown.length === 0) return emptyNote(words.t('category.none-found'));
  const heads = ['name', 'priority', 'parent', 'conditions', 'departments', 'published', 'own'];
  return html`<table class="table categories"><caption class="hidden">${words.t('category.number', { n: shown.length })}</caption>
    <thead><tr>${heads.map((head) => html`<th scope="col">${words.t(`category.${head}`)}</th>`)}<th scope="col"><span class="hidden">${words.t('category.doings')}</span></th></tr></thead>
    <tbody>${shown.map((one) => row(one, data, { words, ...doings }))}</tbody></table>
    <p class="more faint">${words.t('category.number', { n: shown.length })}</p>`;
}

/** @param {CategoryRow} one @param {CategoryData} data @param {{ words: Words } & CategoryDoings} with_ */
function row(one, { categories, limits, departments }, { words, change, history, step }) {
  const named = (/** @type {readonly { code: string, nameZh: string, nameEn: string }[]} */ all, /** @type {readonly string[]} */ codes) => all.filter(({ code }) => codes.includes(code)).map((found) => nameOf(found, words)).join(words.lang === 'zh' ? '、' : ', ');
  const does = (/** @type {string} */ key, /** @type {(one: CategoryRow) => void} */ doing) => html`<button type="button" class="button small" data-key=${`${key}-${one.code}`} aria-label=${words.t(`category.${key}-of`, { name: nameOf(one, words) })} @click=${() => doing(one)}>${words.t(`category.${key}`)}</button>`;
  return html`<tr class=${one.retired ? 'out-of-use' : ''}><th scope="row">${nameOf(one, words)} <span class="code-text">${one.code}</span>${one.retired ? html` <span class="mark-off">${icon('close')}${words.t('category.state.retired')}</span>` : null}</th>
    <td>${words.word('priority', one.priority)}</td><td>${one.parent ? named(categories, [one.parent]) : null}</td><td class="wrap">${named(one.conditions, one.conditions.map(({ code }) => code))}</td><td class="wrap">${named(departments, one.departments)}</td>
    <td>${one.published ? html`<span class="mark-on">${icon('check')}${words.t('category.yes')}</span>` : html`<span class="mark-waits">${icon('close')}${words.t('category.no')}</span>`}</td>
    <td>${own(limits.filter(({ category }) => category === one.code), one.conditions, words)}</td>
    <td><span class="row-doings">${does('change', change)}${does('history', history)}${does(one.retired ? 'revive' : 'retire', step)}</span></td></tr>`;
}

/** @param {StageLimitRow[]} limits @param {readonly CategoryCondition[]} conditions @param {Words} words */
function own(limits, conditions, words) {
  const called = (/** @type {string} */ condition) => conditions.filter(({ code }) => code === condition).map((one) => nameOf(one, words))[0] ?? condition;
  if (limits.length === 0) return html`<span class="faint">${words.t('category.usual')}</span>`;
  return html`<ul>${limits.map(({ stage, condition, limit }) => {
    const { number, unit } = limitParts(limit.words);
    return html`<li>${words.t(`stage.${stage}`)} <b>${number}</b> ${words.t(`limit.unit.${unitKey(unit)}`)} <span class="faint">${condition ? called(condition) : words.t('category.any')}</span></li>`;
  })}</ul>`;
}
