import { problemOf } from '../../../app/problem.js';
import { html, show } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';
import { createPart } from '../../../ui/part.js';
import { problemNote } from '../../../ui/problem.js';
import { createAreaNames } from '../area-names.js';

const LEVELS = ['grid', 'micro-grid'];
const KINDS = ['base', 'exclusive'];
const MEASURES = ['households', 'buildings'];

/** How large grids should be, everywhere and in single areas. @param {HTMLElement} place @param {FramePage} page */
export function mountSizeRules(place, page) {
  show(place, html`<div class="in-charge"><p class="form-help">${page.words().t('size.help')}</p><div class="accounts-table"></div></div>`);
  /** @type {ProblemBody | null} */
  let problem = null;
  const { signal } = new AbortController();
  const names = createAreaNames(page.api, () => part.draw());
  /** @param {() => Promise<unknown>} work */
  const change = async (work) => {
    problem = null;
    try {
      await work();
      page.say(page.words().t('size.saved'), 'good');
    } catch (error) {
      problem = problemOf(error);
      if (problem.code === 'sign-in-needed') await page.over();
    }
    await part.reload();
  };
  const actions = {
    /** @param {SizeRuleRow} rule @param {FormData} given */
    save: ({ id, version }, given) => change(() => page.api.send('PATCH', `/api/size-rules/${id}`, {
      body: { min: Number(given.get('min')), max: Number(given.get('max')), inForce: given.has('inForce') }, version, signal,
    })),
    /** @param {SizeRuleRow} rule */
    remove: ({ id, version }) => change(() => page.api.send('DELETE', `/api/size-rules/${id}`, { version, signal })),
    /** @param {FormData} given */
    add: (given) => change(() => page.api.send('POST', '/api/size-rules', {
      body: { ...Object.fromEntries(['area', 'level', 'kind', 'measure'].map((name) => [name, String(given.get(name) ?? '').trim()])), min: Number(given.get('min')), max: Number(given.get('max')) }, signal,
    })),
  };
  /** @type {Part<{ rules: SizeRuleRow[] }>} */
  const part = createPart(/** @type {HTMLElement} */ (place.querySelector('.accounts-table')), {
    words: page.words, over: page.over,
    read: (reading) => page.api.get('/api/size-rules', {}, reading),
    content: ({ rules }) => html`${problem ? problemNote(problem, page.words()) : null}${content(rules, page.words(), { names, ...actions })}`,
  });
  part.reload();
}

/**
 * @param {SizeRuleRow[]} rules @param {Words} words
 * @param {{ names: AreaNames, save: (rule: SizeRuleRow, given: FormData) => void, remove: (rule: SizeRuleRow) => void, add: (given: FormData) => void }} to
 */
function content(rules, words, to) {
  const heads = ['area', 'level', 'kind', 'measure', 'min', 'max', 'in-force'];
  return html`<table class="table size-rules"><caption class="hidden">${words.t('admin.size-rules')}</caption>
    <thead><tr>${heads.map((head) => html`<th scope="col">${words.t(`size.${head}`)}</th>`)}<th scope="col"><span class="hidden">${words.t('size.save')}</span></th></tr></thead>
    <tbody>${rules.map((rule) => row(rule, words, to))}${newRow(words)}</tbody></table>
    ${rules.map((rule) => form(`size-${rule.id}`, (given) => to.save(rule, given)))}${form('size-new', to.add)}`;
}

/** Fields in a table belong to a form beside it. @param {string} id @param {(given: FormData) => void} send */
function form(id, send) {
  return html`<form id=${id} @submit=${(/** @type {Event} */ event) => {
    event.preventDefault();
    send(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)));
  }}></form>`;
}

/** @param {SizeRuleRow} rule @param {Words} words @param {{ names: AreaNames, remove: (rule: SizeRuleRow) => void }} to */
function row(rule, words, { names, remove }) {
  const { id, area, level, kind, measure, min, max, inForce } = rule;
  const of = `size-${id}`;
  return html`<tr><th scope="row">${area ? html`${names({ partition: 'tree', code: area }).name} <span class="code-text">${area}</span>` : words.t('size.everything')}</th>
    <td>${words.word('level', level)}</td><td>${words.word('kind', kind)}</td><td>${words.word('size.measure', measure)}</td>
    <td>${number({ of, name: 'min', value: min }, words)}</td><td>${number({ of, name: 'max', value: max }, words)}</td>
    <td><label class="choice inline"><input type="checkbox" name="inForce" form=${of} ?checked=${inForce} data-key=${`${of}-in-force`}><span>${words.t(inForce ? 'size.on' : 'size.off')}</span></label></td>
    <td><button type="submit" class="button small" form=${of} data-key=${`${of}-save`}>${words.t('size.save')}</button>
      ${area ? html`<button type="button" class="button small" data-key=${`${of}-remove`} @click=${() => remove(rule)}>${words.t('size.remove')}</button>` : null}</td></tr>`;
}

/** @param {{ of: string, name: 'min' | 'max', value: number | string }} field @param {Words} words */
const number = ({ of, name, value }, words) => html`<input class="field" type="number" name=${name} form=${of} min="0" max="1000000" required aria-label=${words.t(`size.${name}`)} data-key=${`${of}-${name}`} .value=${String(value)}>`;

/** A rule for one more area. @param {Words} words */
function newRow(words) {
  const of = 'size-new';
  const choice = (/** @type {string} */ name, /** @type {string[]} */ values, /** @type {string} */ group) => html`<span class="select"><select name=${name} form=${of} aria-label=${words.t(`size.${name}`)} data-key=${`${of}-${name}`}>${values.map((value) => html`<option value=${value}>${words.word(group, value)}</option>`)}</select>${icon('down')}</span>`;
  return html`<tr><td><input class="field" name="area" form=${of} pattern="[0-9]{6,18}" required maxlength="18" inputmode="numeric" placeholder=${words.t('size.area-code')} aria-label=${words.t('size.area-code')} data-key=${`${of}-area`}></td>
    <td>${choice('level', LEVELS, 'level')}</td><td>${choice('kind', KINDS, 'kind')}</td><td>${choice('measure', MEASURES, 'size.measure')}</td>
    <td>${number({ of, name: 'min', value: 300 }, words)}</td><td>${number({ of, name: 'max', value: 500 }, words)}</td><td></td>
    <td><button type="submit" class="button small primary" form=${of} data-key=${`${of}-add`}>${words.t('size.add')}</button></td></tr>`;
}
