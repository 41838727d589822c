import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { createPart } from '../../ui/part.js';
import { spanText } from '../incident/steps.js';
import { limitParts, unitKey } from './spans.js';

/** What incidents are about, and how long each kind may take: to be read, since no register of categories can be changed. @param {HTMLElement} place @param {FramePage} page */
export function mountCategories(place, page) {
  const words = page.words();
  show(place, html`<div class="in-charge"><div class="limit-head"></div><div class="accounts-table" tabindex="0" role="region" aria-label=${words.t('admin.categories')}></div></div>`);
  show(/** @type {HTMLElement} */ (place.querySelector('.limit-head')), html`<p class="form-help">${words.t('category.help')}</p><p class="form-help">${words.t('category.calendar')}</p>
    <p class="form-foot"><a class="button small" href="#limits" data-key="to-limits">${words.t('category.to-limits')}${icon('right')}</a> <a class="button small" href="#calendars" data-key="to-calendars">${words.t('category.to-calendars')}${icon('right')}</a></p>`);
  /** @type {Part<{ categories: CategoryRow[], limits: StageLimitRow[] }>} */
  const part = createPart(/** @type {HTMLElement} */ (place.querySelector('.accounts-table')), {
    words: page.words, over: page.over,
    read: async (reading) => {
      const [{ categories }, { limits }] = await Promise.all([page.api.get('/api/incidents/categories', {}, reading), page.api.get('/api/incidents/limits', {}, reading)]);
      return { categories, limits };
    },
    content: (data) => content(data, page.words()),
  });
  part.reload();
}

/** @param {{ categories: CategoryRow[], limits: StageLimitRow[] }} data @param {Words} words */
function content({ categories, limits }, words) {
  const heads = ['name', 'code', 'priority', 'default', 'own'];
  return html`<table class="table categories"><caption class="hidden">${words.t('category.number', { n: categories.length })}</caption>
    <thead><tr>${heads.map((head) => html`<th scope="col">${words.t(`category.${head}`)}</th>`)}</tr></thead>
    <tbody>${categories.map(({ code, nameZh, nameEn, priority, limitMinutes }) => html`<tr><th scope="row">${words.lang === 'zh' ? nameZh : nameEn}</th><td class="code-text">${code}</td>
      <td>${words.word('priority', priority)}</td><td>${spanText(limitMinutes * 60_000, words)}</td><td>${own(limits.filter(({ category }) => category === code), words)}</td></tr>`)}</tbody></table>`;
}

/** @param {StageLimitRow[]} limits @param {Words} words */
function own(limits, words) {
  if (limits.length === 0) return html`<span class="faint">${words.t('category.usual')}</span>`;
  return html`<ul>${limits.map(({ stage, condition, limit }) => {
    const { number, unit } = limitParts(limit.words);
    return html`<li>${words.t(`stage.${stage}`)} <b>${number}</b> ${words.t(`limit.unit.${unitKey(unit)}`)} <span class="faint">${condition || words.t('category.any')}</span></li>`;
  })}</ul>`;
}
