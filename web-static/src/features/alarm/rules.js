import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { createPart } from '../../ui/part.js';
import { problemNote } from '../../ui/problem.js';
import { reasonFields } from '../clock/reason.js';
import { lengthOf, LENGTHS } from './alarm.js';

/** @type {readonly AlarmPriority[]} */
const PRIORITIES = ['emergency', 'high', 'low'];

/** How much each kind of alarm matters, and how long it may be shelved. @param {HTMLElement} place @param {FramePage} page */
export function mountAlarmRules(place, page) {
  show(place, html`<div class="in-charge"><div class="limit-head"><p class="form-help">${page.words().t('alarm.rules-help')}</p></div><div class="accounts-table"></div></div>`);
  const now = { reason: 'rules-changed', number: '', problem: /** @type {ProblemBody | null} */ (null), past: /** @type {Map<string, AlarmRule[]>} */ (new Map()) };
  const put = (/** @type {Partial<typeof now>} */ more) => void Object.assign(now, more);
  const failed = async (/** @type {unknown} */ error) => {
    now.problem = problemOf(error);
    if (now.problem.code === 'sign-in-needed') await page.over();
  };
  const save = async (/** @type {AlarmRule} */ { kind, version }, /** @type {FormData} */ given) => {
    put({ problem: null, past: new Map() });
    const body = { priority: String(given.get('priority')), longestShelfMinutes: Number(given.get('longest')), reason: now.reason, ...(now.number ? { case: now.number } : {}) };
    try {
      await page.api.send('PUT', `/api/alarms/rules/${kind}`, { body, version, signal: new AbortController().signal });
      page.say(page.words().t('alarm.rule-saved'), 'good');
    } catch (error) {
      await failed(error);
    }
    await part.reload();
  };
  const toPast = async (/** @type {string} */ kind) => {
    if (now.past.delete(kind)) return part.draw();
    try {
      now.past.set(kind, (await page.api.get(`/api/alarms/rules/${kind}`, {}, new AbortController().signal)).rules);
    } catch (error) {
      await failed(error);
    }
    part.draw();
  };
  /** @type {Part<{ rules: AlarmRule[] }>} */
  const part = createPart(/** @type {HTMLElement} */ (place.querySelector('.accounts-table')), {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/alarms/rules', {}, signal),
    content: ({ rules }) => html`${now.problem ? problemNote(now.problem, page.words()) : null}<div class="limit-why">${reasonFields(page.words(), { reason: now.reason, number: now.number, put })}</div>
      <div class="levels">${rules.map((/** @type {AlarmRule} */ rule) => card(rule, now.past.get(rule.kind), page.words(), { save, toPast }))}</div>`,
  });
  part.reload();
}

/** @param {AlarmRule} rule @param {AlarmRule[] | undefined} past @param {Words} words @param {{ save: (rule: AlarmRule, given: FormData) => void, toPast: (kind: string) => void }} does */
function card(rule, past, words, { save, toPast }) {
  const of = `alarm-rule-${rule.kind}`;
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    save(rule, new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)));
  };
  return html`<form id=${of} class=${`level alarm-rule alarm-${rule.priority}`} data-kind=${rule.kind} @submit=${send}><h2>${words.word('alarm-kind', rule.kind)} <span class=${`chip plain alarm-${rule.priority}`}>${words.word('alarm-priority', rule.priority)}</span></h2>
    <fieldset class="level-who"><legend>${words.t('alarm.priority')}</legend><span class="alarm-choices">${PRIORITIES.map((priority) => html`<label class="choice inline"><input type="radio" name="priority" value=${priority} ?checked=${priority === rule.priority} data-key=${`${of}-${priority}`}><span>${words.word('alarm-priority', priority)}</span></label>`)}</span></fieldset>
    <p class="level-time"><label for=${`${of}-longest`}>${words.t('alarm.longest')}</label><span class="select"><select id=${`${of}-longest`} name="longest" data-key=${`${of}-longest`}>${lengthsWith(rule.longestShelfMinutes).map((minutes) => html`<option value=${minutes} ?selected=${minutes === rule.longestShelfMinutes}>${lengthOf(minutes, words)}</option>`)}</select>${icon('down')}</span></p>
    ${rule.priority === 'emergency' ? html`<p class="faint">${words.t('alarm.never-shelved')}</p>` : null}
    <p><button type="submit" class="button small" data-key=${`${of}-save`}>${words.t('size.save')}</button> <button type="button" class="link" aria-expanded=${past ? 'true' : 'false'} data-key=${`${of}-past`} @click=${() => toPast(rule.kind)}>${words.t('alarm.version', { n: rule.version })}</button></p>
    ${past ? html`<ol class="alarm-past">${past.map((one) => html`<li><span class="number">${one.version}</span> ${words.word('alarm-priority', one.priority)} · ${lengthOf(one.longestShelfMinutes, words)} <time class="faint" datetime=${one.since}>${words.dayTime(one.since)}</time></li>`)}</ol>` : null}</form>`;
}

/** The lengths on offer, with the one that holds. @param {number} held @returns {number[]} */
const lengthsWith = (held) => [...new Set([...LENGTHS, held])].sort((a, b) => a - b);
