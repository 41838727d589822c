import { isAbort, Problem, problemFrom, problemOf } from '../../app/problem.js';
import { html } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';

/** @type {{ score: RatingScore, icon: 'pleased' | 'fair' | 'displeased' }[]} */
const SCORES = [{ score: 'satisfied', icon: 'pleased' }, { score: 'fairly-satisfied', icon: 'fair' }, { score: 'unsatisfied', icon: 'displeased' }];
const LONGEST_WORDS = 300;

/**
 * Asks what the holder of a token is asked, or answers. The token goes in a header: addresses end up in logs.
 *
 * @param {{ token: string, lang: Lang, signal: AbortSignal }} who @param {{ score: RatingScore, words: string }} [answer]
 * @returns {Promise<OwnQuestion | null>} null before the incident is closed
 */
async function ownQuestion({ token, lang, signal }, answer) {
  const headers = { 'Wangge-Report-Token': token, 'Accept-Language': lang, ...(answer ? { 'Content-Type': 'application/json' } : {}) };
  let got;
  try {
    got = await fetch('/api/reports/own/evaluation', { method: answer ? 'PUT' : 'GET', signal, headers, ...(answer ? { body: JSON.stringify(answer) } : {}) });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Problem({ status: 0, code: 'not-connected' });
  }
  if (!got.ok) throw new Problem(problemFrom(got.status, got.headers.get('content-type') ?? '', await got.text()));
  return (await got.json()).question;
}

/**
 * The question with three large buttons; what was answered, which may be changed; and a line for words.
 *
 * @param {OwnQuestion} question @param {Words} words
 * @param {{ written: string, write: (text: string) => void, rate: (score: RatingScore) => void, busy: boolean }} doing
 */
function questionPart(question, words, { written, write, rate, busy }) {
  const { score, open, until } = question;
  if (!open && !score) return html`<div class="part" data-part="rating"><h3>${words.t('report.rate')}</h3><p class="faint">${words.t('report.rate-over')}</p></div>`;
  return html`<div class="part rating" data-part="rating"><h3 id="rate">${words.t('report.rate')}</h3>
    ${score ? html`<p class="rated" role="status">${icon('check')}<span><b>${words.t('report.rate-thanks')}</b> ${words.t(open ? 'report.rate-change' : 'report.rate-kept', { until: words.dayTime(until) })}</span></p>` : html`<p class="quiet">${words.t('report.rate-why', { until: words.dayTime(until) })}</p>`}
    <div class="scores" role="group" aria-labelledby="rate">${SCORES.map((one) => html`<button type="button" class=${`score ${one.score}`} data-key=${`rate-${one.score}`} aria-pressed=${String(one.score === score)} ?disabled=${busy || !open} @click=${() => rate(one.score)}>${icon(one.icon)}<span>${words.t(`report.score-${one.score}`)}</span></button>`)}</div>
    ${open ? html`<label class="rate-words"><span>${words.t('report.rate-words')}</span><input class="field" type="text" maxlength=${LONGEST_WORDS} autocomplete="off" data-key="rate-words" .value=${written} @input=${(/** @type {Event} */ event) => write(/** @type {HTMLInputElement} */ (event.target).value)}></label>
      ${score ? html`<button type="button" class="button wide" data-key="rate-send" ?disabled=${busy} @click=${() => rate(score)}>${icon('send')}<span>${words.t('report.rate-send')}</span></button>` : null}` : null}</div>`;
}

/**
 * What the holder of a token is asked, as it was read last, and the answer in the making.
 *
 * @param {{ who: () => { token: string, lang: Lang, signal: AbortSignal }, told: (problem: ProblemBody | null) => void }} options
 *   told: called when something else is to be shown, with what went wrong
 */
export function createRating({ who, told }) {
  /** @type {OwnQuestion | null} */
  let question = null;
  let written = '';
  let busy = false;
  const took = (/** @type {OwnQuestion | null} */ got) => {
    if (got && !question) written = got.words;
    question = got;
  };
  const rate = async (/** @type {RatingScore} */ score) => {
    busy = true;
    told(null);
    /** @type {ProblemBody | null} */
    let problem = null;
    try {
      took(await ownQuestion(who(), { score, words: written.trim() }));
    } catch (error) {
      if (isAbort(error)) return;
      problem = problemOf(error);
    }
    busy = false;
    told(problem);
  };
  return {
    read: async () => took(await ownQuestion(who())),
    /** Its words were erased. */
    forget: () => (written = ''),
    /** @param {Words} words */
    part: (words) => (question ? questionPart(question, words, { written, write: (text) => (written = text), rate, busy }) : null),
  };
}
