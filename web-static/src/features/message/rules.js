import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { createPart } from '../../ui/part.js';
import { problemNote } from '../../ui/problem.js';
import { reasonFields } from '../clock/reason.js';
import { limitOf, timeFields } from '../clock/time-fields.js';
import { partsOf } from './message.js';

/** @type {readonly Medium[]} */
const MEDIA = ['page', 'sms', 'mail', 'group'];
const LONGEST = 400;
/** What stands for a blank where a text is looked at. @type {Record<string, Record<Lang, string>>} */
const SAMPLES = {
  number: { zh: '20261122-0042', en: '20261122-0042' },
  category: { zh: '树木倒伏', en: 'Fallen tree' },
  grid: { zh: '水悦社区第三网格', en: 'Grid 3' },
  link: { zh: 'https://…/report/#…', en: 'https://…/report/#…' },
  level: { zh: '小区报到', en: 'Estate' },
};

/**
 * What people are told of each occasion and over what, and whether the ways out work.
 *
 * @param {HTMLElement} place @param {FramePage} page
 */
export function mountMessages(place, page) {
  show(place, html`<div class="in-charge"><div class="limit-head"><p class="form-help">${page.words().t('message.help')}</p></div><div class="accounts-table"></div></div>`);
  const now = { reason: 'rules-changed', number: '', problem: /** @type {ProblemBody | null} */ (null), drafts: /** @type {Map<string, string>} */ (new Map()) };
  const put = (/** @type {Partial<typeof now>} */ more) => void Object.assign(now, more);
  const save = async (/** @type {MessageRule} */ { occasion, version }, /** @type {FormData} */ given) => {
    now.problem = null;
    const texts = Object.fromEntries(MEDIA.filter((medium) => medium === 'page' || given.has(`use-${medium}`)).map((medium) => [medium, String(given.get(`text-${medium}`) ?? '')]));
    const body = { patience: limitOf(given, 'patience-'), texts, reason: now.reason, ...(now.number ? { case: now.number } : {}) };
    try {
      await page.api.send('PUT', `/api/messages/rules/${occasion}`, { body, version, signal: new AbortController().signal });
      page.say(page.words().t('message.saved'), 'good');
    } catch (error) {
      now.problem = problemOf(error);
      if (now.problem.code === 'sign-in-needed') await page.over();
    }
    await part.reload();
  };
  const tryOut = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const given = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    const group = String(given.get('group') ?? '');
    const to = group ? { kind: 'group', code: group } : { kind: 'person', code: String(given.get('person')).trim() };
    now.problem = null;
    try {
      await page.api.send('POST', '/api/messages/trials', { body: { to }, signal: new AbortController().signal });
      page.say(page.words().t('message.tried'), 'good');
    } catch (error) {
      now.problem = problemOf(error);
    }
    await part.reload();
  };
  /** @type {Part<{ rules: MessageRule[], outlets: MessageOutlet[] }>} */
  const part = createPart(/** @type {HTMLElement} */ (place.querySelector('.accounts-table')), {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/messages/rules', {}, signal),
    content: ({ rules, outlets }) => html`${now.problem ? problemNote(now.problem, page.words()) : null}
      <section class="outlets" aria-label=${page.words().t('message.outlets')}>${outlets.map((/** @type {MessageOutlet} */ one) => outlet(one, page.words()))}</section>
      ${trial(outlets, page.words(), tryOut)}
      <div class="limit-why">${reasonFields(page.words(), { reason: now.reason, number: now.number, put })}</div>
      <div class="levels">${rules.map((/** @type {MessageRule} */ rule) => card(rule, outlets, page.words(), save))}</div>`,
  });
  part.reload();
}

/** A way out: whether it is set up, and what became of what went over it in seven days. @param {MessageOutlet} one @param {Words} words */
function outlet(one, words) {
  const lost = (one.counts.failed ?? 0) + (one.counts.unclear ?? 0);
  const waiting = (one.counts.waiting ?? 0) + (one.counts.sending ?? 0);
  const gone = (one.counts.sent ?? 0) + (one.counts.delivered ?? 0) + (one.counts.read ?? 0);
  const state = one.rehearsed ? 'rehearsed' : one.ready ? 'ready' : 'missing';
  return html`<article class=${`outlet ${state}`} data-medium=${one.medium}><h2>${words.word('medium', one.medium)}</h2><p class="outlet-state">${icon(state === 'ready' ? 'check' : 'warning')}${words.t(`message.outlet.${state}`)}</p>
    <dl><dt>${words.t('message.gone')}</dt><dd>${words.number(gone)}</dd><dt>${words.t('message.waiting')}</dt><dd>${words.number(waiting)}</dd><dt>${words.t('message.lost')}</dt><dd class=${lost > 0 ? 'bad' : ''}>${words.number(lost)}</dd></dl>
    ${one.groups.length > 0 ? html`<p class="faint">${one.groups.join('、')}</p>` : null}</article>`;
}

/** Sends a message that says nothing, to see whether it comes. @param {MessageOutlet[]} outlets @param {Words} words @param {(event: Event) => Promise<void>} tryOut */
function trial(outlets, words, tryOut) {
  const groups = outlets.flatMap((one) => one.groups);
  return html`<form class="trial" @submit=${tryOut}><label class="reason-field"><span>${words.t('message.try-person')}</span><input class="field" name="person" maxlength="60" pattern="[A-Za-z0-9._\\-]*" autocomplete="off" data-key="try-person"></label>
    ${groups.length > 0 ? html`<label class="reason-field"><span>${words.t('message.try-group')}</span><span class="select"><select name="group" data-key="try-group"><option value="">${words.t('message.no-group')}</option>${groups.map((name) => html`<option value=${name}>${name}</option>`)}</select>${icon('down')}</span></label>` : null}
    <button type="submit" class="button" data-key="try">${icon('send')}${words.t('message.try')}</button></form>`;
}

/** @param {MessageRule} rule @param {MessageOutlet[]} outlets @param {Words} words @param {(rule: MessageRule, given: FormData) => void} save */
function card(rule, outlets, words, save) {
  const of = `message-${rule.occasion}`;
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    save(rule, new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)));
  };
  return html`<form id=${of} class="level" data-occasion=${rule.occasion} @submit=${send}><h2>${words.word('message-occasion', rule.occasion)}</h2>
    <p class="level-time"><span>${words.t('message.patience')}</span>${timeFields(of, rule.patience.words, words, 'patience-')}</p>
    ${MEDIA.map((medium) => text(rule, medium, outlets.some((one) => one.medium === medium && one.ready), words))}
    <p class="faint">${words.t('message.blanks')} ${rule.blanks.map((blank) => html`<code class="blank" title=${words.word('message-blank', blank)}>{${blank}}</code> ${words.word('message-blank', blank)} `)}</p>
    <p><button type="submit" class="button small" data-key=${`${of}-save`}>${words.t('size.save')}</button> <span class="faint">${words.t('message.version', { n: rule.version })}</span></p></form>`;
}

/** @param {MessageRule} rule @param {Medium} medium @param {boolean} ready @param {Words} words */
function text(rule, medium, ready, words) {
  const of = `message-${rule.occasion}-${medium}`;
  const used = rule.texts[medium] !== undefined;
  const look = (/** @type {Event} */ event) => {
    const area = /** @type {HTMLTextAreaElement} */ (event.currentTarget);
    const seen = area.parentElement?.querySelector('[data-sample]');
    if (seen) seen.textContent = sample(area.value, words.lang);
  };
  return html`<fieldset class="message-text"><legend>${medium === 'page' ? words.word('medium', medium) : html`<label class="choice inline"><input type="checkbox" name=${`use-${medium}`} ?checked=${used} data-key=${`${of}-use`}><span>${words.word('medium', medium)}</span></label>`}${ready ? null : html` <span class="chip plain">${words.t('message.outlet.missing')}</span>`}</legend>
    <textarea class="field" id=${of} name=${`text-${medium}`} rows="2" maxlength=${LONGEST} aria-label=${words.t('message.text-of', { medium: words.word('medium', medium) })} data-key=${of} .value=${rule.texts[medium] ?? ''} @input=${look}></textarea>
    <p class="sample" data-sample>${sample(rule.texts[medium] ?? '', words.lang)}</p></fieldset>`;
}

/** A text as somebody may get it. @param {string} text @param {Lang} lang */
const sample = (text, lang) => partsOf(text).map((part) => (part.blank ? (SAMPLES[part.text]?.[lang] ?? `{${part.text}}`) : part.text)).join('');
