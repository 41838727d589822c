import { problemOf } from '../../app/problem.js';
import { openDialog } from '../../ui/dialog.js';
import { html, show } from '../../ui/html.js';
import { loadingNote, problemNote } from '../../ui/problem.js';
import { nameOf } from './category-form.js';
import { changedIn, SAID } from './category-state.js';

/** What was ever said of a category, the newest first. @param {FramePage} page @param {CategoryRow} category @param {CategoryData} data */
export function openHistory(page, category, data) {
  const words = page.words();
  const reading = new AbortController();
  const content = html`<div class="category-history" tabindex="0" role="region" aria-label=${words.t('category.history')}></div>`;
  const place = /** @type {HTMLElement} */ (content.firstElementChild);
  openDialog({ title: words.t('category.history-of', { name: nameOf(category, words) }), closeLabel: words.t('dialog.close'), content, closed: () => reading.abort() });
  const read = async () => {
    show(place, loadingNote(words));
    try {
      const { categories } = await page.api.get(`/api/incidents/categories/${category.code}/versions`, {}, reading.signal);
      show(place, html`<ol class="category-versions" reversed>${categories.map((/** @type {CategoryRow} */ version, /** @type {number} */ i) => entry(version, categories[i + 1], { words, data }))}</ol>`);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'sign-in-needed') page.over();
      if (!reading.signal.aborted) show(place, problemNote(problem, words, read));
    }
  };
  read();
}

/** @param {CategoryRow} version @param {CategoryRow | undefined} before @param {{ words: Words, data: CategoryData }} with_ */
function entry(version, before, { words, data }) {
  const names = before ? changedIn(version, before) : SAID.filter((name) => name !== 'retired');
  const line = (/** @type {(typeof SAID)[number]} */ name) => html`<dt>${words.t(`category.${name}`)}</dt>
    <dd>${before ? html`<del>${textOf(before, name, words, data)}</del> → ` : null}<ins>${textOf(version, name, words, data)}</ins></dd>`;
  return html`<li><h3>${words.t('category.version', { version: version.version, time: words.dayTime(version.since) })}</h3>
    ${names.length === 0 ? html`<p class="faint">${words.t('category.unchanged')}</p>` : html`<dl>${names.map(line)}</dl>`}</li>`;
}

/** @param {CategoryRow} version @param {(typeof SAID)[number]} name @param {Words} words @param {CategoryData} data */
function textOf(version, name, words, data) {
  const none = words.t('category.none');
  const between = words.lang === 'zh' ? '、' : ', ';
  const called = (/** @type {readonly { code: string, nameZh: string, nameEn: string }[]} */ all, /** @type {string} */ code) => {
    const found = all.find((one) => one.code === code);
    return found ? nameOf(found, words) : code;
  };
  switch (name) {
    case 'priority': return words.word('priority', version.priority);
    case 'parent': return version.parent ? called(data.categories, version.parent) : none;
    case 'keywords': return version.keywords.join(between) || none;
    case 'conditions': return version.conditions.map((one) => `${nameOf(one, words)} (${one.code})`).join(between) || none;
    case 'departments': return version.departments.map((code) => called(data.departments, code)).join(between) || none;
    case 'published': case 'retired': return words.t(version[name] ? 'category.yes' : 'category.no');
    default: return version[name];
  }
}
