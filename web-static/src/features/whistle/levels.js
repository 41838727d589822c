import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { createPart } from '../../ui/part.js';
import { problemNote } from '../../ui/problem.js';
import { reasonFields } from '../clock/reason.js';
import { limitOf, timeFields } from '../clock/time-fields.js';

const DUTIES = ['grid-head', 'grid-worker', 'building-head', 'property-company', 'volunteer', 'mobile-reporter', 'community-cadre', 'police', 'street-cadre'];

/** Who each level of whistles calls, and how long it may take. @param {HTMLElement} place @param {FramePage} page */
export function mountLevels(place, page) {
  show(place, html`<div class="in-charge"><div class="limit-head"><p class="form-help">${page.words().t('level.help')}</p></div><div class="accounts-table"></div></div>`);
  const now = { reason: 'rules-changed', number: '', problem: /** @type {ProblemBody | null} */ (null) };
  const save = async (/** @type {WhistleRule} */ { level, version }, /** @type {FormData} */ given) => {
    now.problem = null;
    const body = {
      answer: limitOf(given, 'answer-'), arrival: limitOf(given, 'arrival-'), duties: given.getAll('duty').map(String), departments: given.has('departments'),
      reason: now.reason, ...(now.number ? { case: now.number } : {}),
    };
    try {
      await page.api.send('PUT', `/api/whistles/levels/${level}`, { body, version, signal: new AbortController().signal });
      page.say(page.words().t('level.saved'), 'good');
    } catch (error) {
      now.problem = problemOf(error);
      if (now.problem.code === 'sign-in-needed') await page.over();
    }
    await part.reload();
  };
  const put = (/** @type {Partial<typeof now>} */ more) => void Object.assign(now, more);
  /** @type {Part<{ levels: WhistleRule[] }>} */
  const part = createPart(/** @type {HTMLElement} */ (place.querySelector('.accounts-table')), {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/whistles/levels', {}, signal),
    content: ({ levels }) => html`${now.problem ? problemNote(now.problem, page.words()) : null}<div class="limit-why">${reasonFields(page.words(), { reason: now.reason, number: now.number, put })}</div>
      <div class="levels">${levels.map((/** @type {WhistleRule} */ rule) => card(rule, page.words(), save))}</div>`,
  });
  part.reload();
}

/** @param {WhistleRule} rule @param {Words} words @param {(rule: WhistleRule, given: FormData) => void} save */
function card(rule, words, save) {
  const of = `level-${rule.level}`;
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    save(rule, new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)));
  };
  return html`<form id=${of} class="level" data-level=${rule.level} @submit=${send}><h2>${words.word('whistle-level', rule.level)}</h2>
    <p class="level-time"><span>${words.t('level.answer')}</span>${timeFields(of, rule.answer.words, words, 'answer-')}</p>
    <p class="level-time"><span>${words.t('level.arrival')}</span>${timeFields(of, rule.arrival.words, words, 'arrival-')}</p>
    <fieldset class="level-who"><legend>${words.t('level.who')}</legend>${DUTIES.map((duty) => html`<label class="choice inline"><input type="checkbox" name="duty" value=${duty} ?checked=${rule.duties.includes(duty)} data-key=${`${of}-${duty}`}><span>${words.word('duty', duty)}</span></label>`)}
      <label class="choice inline"><input type="checkbox" name="departments" ?checked=${rule.departments} data-key=${`${of}-departments`}><span>${words.t('level.departments')}</span></label></fieldset>
    <p><button type="submit" class="button small" data-key=${`${of}-save`}>${words.t('size.save')}</button></p></form>`;
}
