import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { createPart } from '../../ui/part.js';
import { problemNote } from '../../ui/problem.js';
import { nameOf } from './category-form.js';
import { reasonFields } from './reason.js';
import { limitOf, timeFields } from './time-fields.js';

const STAGES = ['accept', 'file', 'dispatch', 'handle', 'check', 'total'];

/** How long each stage may take. @param {HTMLElement} place @param {FramePage} page */
export function mountLimits(place, page) {
  show(place, html`<div class="in-charge"><div class="limit-head"><p class="form-help">${page.words().t('limit.help')}</p></div><div class="accounts-table"></div></div>`);
  const { signal } = new AbortController();
  const now = { reason: 'rules-changed', number: '', problem: /** @type {ProblemBody | null} */ (null) };
  const why = () => ({ reason: now.reason, ...(now.number ? { case: now.number } : {}) });
  /** @param {() => Promise<unknown>} work */
  const change = async (work) => {
    now.problem = null;
    try {
      await work();
      page.say(page.words().t('limit.saved'), 'good');
    } catch (error) {
      now.problem = problemOf(error);
      if (now.problem.code === 'sign-in-needed') await page.over();
    }
    await part.reload();
  };
  const to = {
    put: (/** @type {Partial<typeof now>} */ more) => void Object.assign(now, more),
    save: (/** @type {StageLimitRow} */ { id, version }, /** @type {FormData} */ given) => change(() => page.api.send('PUT', `/api/incidents/limits/${id}`, { body: { ...wanted(given), ...why() }, version, signal })),
    remove: (/** @type {StageLimitRow} */ { id, version }) => change(() => page.api.send('DELETE', `/api/incidents/limits/${id}?${new URLSearchParams(why())}`, { version, signal })),
    add: (/** @type {FormData} */ given) => change(() => page.api.send('POST', '/api/incidents/limits', {
      body: { ...Object.fromEntries(['category', 'condition', 'stage'].map((name) => [name, String(given.get(name) ?? '').trim()])), ...wanted(given), ...why() }, signal,
    })),
  };
  /** @type {Part<{ limits: StageLimitRow[], names: Map<string, string>, inUse: Set<string> }>} */
  const part = createPart(/** @type {HTMLElement} */ (place.querySelector('.accounts-table')), {
    words: page.words, over: page.over,
    read: async (reading) => {
      const [{ limits }, { categories }] = await Promise.all([page.api.get('/api/incidents/limits', {}, reading), page.api.get('/api/incidents/categories', {}, reading)]);
      const names = new Map(categories.map((/** @type {CategoryRow} */ one) => [one.code, nameOf(one, page.words())]));
      const inUse = new Set(categories.filter((/** @type {CategoryRow} */ one) => !one.retired).map((/** @type {CategoryRow} */ one) => one.code));
      return { limits, names, inUse };
    },
    content: (data) => html`${now.problem ? problemNote(now.problem, page.words()) : null}${content({ ...data, ...now }, page.words(), to)}`,
  });
  part.reload();
}

/** @param {FormData} given */
const wanted = (given) => ({
  limit: limitOf(given),
  warnPercents: String(given.get('warn') ?? '').split(/[\s,，、]+/).filter(Boolean).map(Number),
});

/**
 * @param {{ limits: StageLimitRow[], names: Map<string, string>, inUse: Set<string>, reason: string, number: string }} shown @param {Words} words
 * @param {{ put: (more: object) => void, save: (limit: StageLimitRow, given: FormData) => void, remove: (limit: StageLimitRow) => void, add: (given: FormData) => void }} to
 */
function content({ limits, names, inUse, reason, number }, words, to) {
  const heads = ['category', 'condition', 'stage', 'time', 'warn'];
  return html`<div class="limit-why">${reasonFields(words, { reason, number, put: to.put })}</div>
    <table class="table size-rules limits"><caption class="hidden">${words.t('admin.limits')}</caption>
    <thead><tr>${heads.map((head) => html`<th scope="col">${words.t(`limit.${head}`)}</th>`)}<th scope="col"><span class="hidden">${words.t('size.save')}</span></th></tr></thead>
    <tbody>${limits.map((limit) => row(limit, names, words, to.remove))}${newRow(new Map([...names].filter(([code]) => inUse.has(code))), words)}</tbody></table>
    ${limits.map((limit) => form(`limit-${limit.id}`, (given) => to.save(limit, given)))}${form('limit-new', to.add)}`;
}

/** Fields in a table belong to a form beside it. @param {string} id @param {(given: FormData) => void} send */
function form(id, send) {
  return html`<form id=${id} @submit=${(/** @type {Event} */ event) => {
    event.preventDefault();
    send(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)));
  }}></form>`;
}

/** @param {StageLimitRow} limit @param {Map<string, string>} names @param {Words} words @param {(limit: StageLimitRow) => void} remove */
function row(limit, names, words, remove) {
  const { id, category, condition, stage } = limit;
  const of = `limit-${id}`;
  return html`<tr><th scope="row">${category ? html`${names.get(category) ?? ''} <span class="code-text">${category}</span>` : words.t('limit.everything')}</th>
    <td>${condition || words.t('limit.any')}</td><td>${words.t(`stage.${stage}`)}</td><td>${timeFields(of, limit.limit.words, words)}</td><td>${warnField(of, limit.warnPercents.join(' '), words)}</td>
    <td><button type="submit" class="button small" form=${of} data-key=${`${of}-save`}>${words.t('size.save')}</button>
      ${category ? html`<button type="button" class="button small" data-key=${`${of}-remove`} @click=${() => remove(limit)}>${words.t('size.remove')}</button>` : null}</td></tr>`;
}

/** @param {string} of @param {string} value @param {Words} words */
const warnField = (of, value, words) => html`<input class="field limit-warn" name="warn" form=${of} pattern="[0-9 ,，、]*" autocomplete="off" aria-label=${words.t('limit.warn')} data-key=${`${of}-warn`} .value=${value}>`;

/** A limit of one more case. @param {Map<string, string>} names @param {Words} words */
function newRow(names, words) {
  const of = 'limit-new';
  return html`<tr><td><span class="select"><select name="category" form=${of} required aria-label=${words.t('limit.category')} data-key=${`${of}-category`}>${[...names].map(([code, name]) => html`<option value=${code}>${name}</option>`)}</select>${icon('down')}</span></td>
    <td><input class="field" name="condition" form=${of} maxlength="60" pattern="[a-z0-9](-?[a-z0-9])*" spellcheck="false" autocapitalize="none" placeholder=${words.t('limit.any')} aria-label=${words.t('limit.condition')} data-key=${`${of}-condition`}></td>
    <td><span class="select"><select name="stage" form=${of} aria-label=${words.t('limit.stage')} data-key=${`${of}-stage`}>${STAGES.map((stage) => html`<option value=${stage} ?selected=${stage === 'handle'}>${words.t(`stage.${stage}`)}</option>`)}</select>${icon('down')}</span></td>
    <td>${timeFields(of, '1 working day', words)}</td><td>${warnField(of, '75 90', words)}</td>
    <td><button type="submit" class="button small primary" form=${of} data-key=${`${of}-add`}>${words.t('size.add')}</button></td></tr>`;
}
