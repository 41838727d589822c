import { problemOf } from '../../app/problem.js';
import { openDialog } from '../../ui/dialog.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { problemNote } from '../../ui/problem.js';
import { bodyOf, parentsFor } from './category-state.js';
import { reasonFields } from './reason.js';

const PRIORITIES = ['urgent', 'important', 'ordinary'];
const REASONS = ['rules-changed', 'corrected'];
const NEW = { code: '', nameZh: '', nameEn: '', priority: 'ordinary', parent: '', keywords: [], conditions: [], departments: [], published: false };

/**
 * Says what a category is, of a new one or of one that is there.
 *
 * @param {FramePage} page @param {CategoryRow | null} category null for a new one
 * @param {{ data: CategoryData, changed: () => Promise<void> }} to
 */
export function openCategory(page, category, { data, changed }) {
  const words = page.words();
  const one = category ?? NEW;
  const conditions = one.conditions.map((condition) => ({ ...condition }));
  openReasoned(page, {
    title: category ? words.t('category.change-of', { name: nameOf(category, words) }) : words.t('category.add'), yes: words.t(category ? 'size.save' : 'category.add'),
    first: html`${category ? null : field('code', words, { value: '', more: 'code-field', pattern: '[a-z0-9]+(-[a-z0-9]+)*', most: 60 })}
      <div class="two">${field('nameZh', words, { value: one.nameZh, most: 100 })}${field('nameEn', words, { value: one.nameEn, most: 100 })}</div>
      <div class="two">${select('priority', words, PRIORITIES.map((value) => ({ value, text: words.word('priority', value) })), one.priority)}
        ${select('parent', words, [{ value: '', text: words.t('category.no-parent') }, ...parents(data, one, words)], one.parent)}</div>
      <label class="form-field"><span>${words.t('category.keywords-field')}</span><input class="field" name="keywords" maxlength="600" autocomplete="off" data-key="category-keywords" .value=${one.keywords.join(words.lang === 'zh' ? '、' : ', ')}></label>
      <fieldset class="category-conditions"><legend>${words.t('category.conditions')}</legend></fieldset>
      ${departmentFields(data, one.departments, words)}
      <label class="choice inline"><input type="checkbox" name="published" ?checked=${one.published} data-key="category-published"><span>${words.t('category.publish')}</span></label>
      <p class="form-help">${words.t('category.publish-help')}</p>`,
    drawn: (whole) => conditionRows(/** @type {HTMLElement} */ (whole.querySelector('.category-conditions')), conditions, words),
    async send(given, why) {
      const body = { ...bodyOf(given, conditions), ...why };
      const { signal } = new AbortController();
      if (category) await page.api.send('PUT', `/api/incidents/categories/${category.code}`, { body, version: category.version, signal });
      else await page.api.send('POST', '/api/incidents/categories', { body: { code: String(given.get('code')).trim(), ...body }, signal });
    },
    changed,
  });
}

/**
 * Takes a category out of use, or into use again.
 *
 * @param {FramePage} page @param {CategoryRow} category @param {() => Promise<void>} changed
 */
export function openStep(page, category, changed) {
  const words = page.words();
  const step = category.retired ? 'revive' : 'retire';
  openReasoned(page, {
    title: words.t(`category.${step}-of`, { name: nameOf(category, words) }), yes: words.t(`category.${step}`), first: html`<p>${words.t(`category.${step}-help`)}</p>`,
    send: (_, body) => page.api.send('POST', `/api/incidents/categories/${category.code}/${step}`, { body, version: category.version, signal: new AbortController().signal }),
    changed,
  });
}

/** @param {{ nameZh: string, nameEn: string }} category @param {Words} words */
export const nameOf = ({ nameZh, nameEn }, words) => (words.lang === 'zh' ? nameZh : nameEn);

/**
 * A form in a dialog that is sent with a reason.
 *
 * @param {FramePage} page
 * @param {{ title: string, yes: string, first: Node, drawn?: (whole: HTMLElement) => void, send: (given: FormData, why: { reason: string, case?: string }) => Promise<unknown>, changed: () => Promise<void> }} form
 */
function openReasoned(page, { title, yes, first, drawn, send, changed }) {
  const words = page.words();
  const now = { reason: 'rules-changed', number: '' };
  const content = html`<form class="desk-form category-form" @submit=${submit}>${first}
    <div class="two">${reasonFields(words, { ...now, reasons: REASONS, put: (more) => void Object.assign(now, more) })}</div><div class="form-problem"></div>
    <div class="form-foot"><button type="submit" class="button primary" data-key="category-send">${yes}</button></div></form>`;
  const whole = /** @type {HTMLFormElement} */ (content.firstElementChild);
  const button = /** @type {HTMLButtonElement} */ (whole.querySelector('[type=submit]'));
  drawn?.(whole);
  const close = openDialog({ title, closeLabel: words.t('dialog.close'), content });
  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    button.disabled = true;
    try {
      await send(new FormData(whole), { reason: now.reason, ...(now.number ? { case: now.number } : {}) });
      close();
      page.say(words.t('category.saved'), 'good');
      await changed();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'sign-in-needed') page.over();
      button.disabled = false;
      show(/** @type {HTMLElement} */ (whole.querySelector('.form-problem')), problemNote(problem, words));
      button.focus();
      // Somebody was faster: what they did is read behind the dialog.
      if (problem.code === 'version-conflict') await changed();
    }
  }
}

/** @param {string} name @param {Words} words @param {{ value: string, most: number, more?: string, pattern?: string }} as */
const field = (name, words, { value, most, more = '', pattern = '.*\\S.*' }) => html`<label class="form-field"><span>${words.t(`category.${name}`)}</span><input class=${`field ${more}`} name=${name} required maxlength=${most} pattern=${pattern}
  autocomplete="off" autocapitalize="none" spellcheck="false" data-key=${`category-${name}`} .value=${value}></label>`;

/** @param {string} name @param {Words} words @param {{ value: string, text: string }[]} values @param {string} now */
const select = (name, words, values, now) => html`<label class="form-field"><span>${words.t(`category.${name}`)}</span><span class="select"><select name=${name} data-key=${`category-${name}`}>
  ${values.map(({ value, text }) => html`<option value=${value} ?selected=${value === now}>${text}</option>`)}</select>${icon('down')}</span></label>`;

/** What a category may be a part of, and what it is. @param {CategoryData} data @param {{ code: string, parent: string }} one @param {Words} words */
function parents({ categories }, { code, parent }, words) {
  const may = new Set([...parentsFor(categories, code), parent]);
  return categories.filter((other) => may.has(other.code)).map((other) => ({ value: other.code, text: nameOf(other, words) }));
}

/** @param {CategoryData} data @param {readonly string[]} chosen @param {Words} words */
function departmentFields({ departments }, chosen, words) {
  return html`<fieldset class="category-departments"><legend>${words.t('category.departments')}</legend>${departments.length === 0 ? html`<p class="form-help">${words.t('category.no-departments')}</p>` : null}
    ${departments.map((one) => html`<label class="choice inline"><input type="checkbox" name="department" value=${one.code} ?checked=${chosen.includes(one.code)} data-key=${`category-department-${one.code}`}><span>${nameOf(one, words)}</span></label>`)}</fieldset>`;
}

/** What can be so of it: a row each, kept in the list. @param {HTMLElement} place @param {CategoryCondition[]} conditions @param {Words} words */
function conditionRows(place, conditions, words) {
  const rows = document.createElement('div');
  const text = (/** @type {CategoryCondition} */ one, /** @type {keyof CategoryCondition} */ name, /** @type {number} */ i) => html`<input class="field" required maxlength="60" autocomplete="off" autocapitalize="none" spellcheck="false"
    aria-label=${words.t(`category.${name}`)} placeholder=${words.t(`category.${name}`)} data-key=${`condition-${name}-${i}`} .value=${one[name]} @input=${(/** @type {Event} */ event) => void (one[name] = /** @type {HTMLInputElement} */ (event.target).value)}>`;
  const draw = () => show(rows, html`${conditions.map((one, i) => html`<div class="category-condition" role="group" aria-label=${words.t('category.condition-row', { n: i + 1 })}>${text(one, 'code', i)}${text(one, 'nameZh', i)}${text(one, 'nameEn', i)}
    <button type="button" class="icon-button" aria-label=${words.t('category.condition-remove', { n: i + 1 })} data-key=${`condition-remove-${i}`} @click=${() => {
      conditions.splice(i, 1);
      draw();
      /** @type {HTMLElement} */ (place.querySelector('[data-key=condition-add]')).focus();
    }}>${icon('close')}</button></div>`)}`);
  const add = () => {
    conditions.push({ code: '', nameZh: '', nameEn: '' });
    draw();
    /** @type {HTMLElement} */ (rows.querySelector(`[data-key=condition-code-${conditions.length - 1}]`)).focus();
  };
  place.append(rows, html`<p class="form-help">${words.t('category.conditions-help')}</p><div class="form-foot"><button type="button" class="button small" data-key="condition-add" @click=${add}>${icon('plus')}${words.t('category.condition-add')}</button></div>`);
  draw();
}
