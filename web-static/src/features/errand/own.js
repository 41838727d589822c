import { problemNote } from '../../app/hand.js';
import { Problem, isAbort, problemFrom, problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { STEPS, kindName, noteOf, noted, sent, stepOf } from './state.js';

const READ_AGAIN_MS = 30_000;
/** What is being answered, by token. @type {Record<string, ErrandNote>} */
let notes = {};

/**
 * How far an errand is, for whoever has its token; read again now and then.
 *
 * @param {HTMLElement} place @param {{ words: () => Words, lang: () => Lang, kinds: () => ErrandKindInfo[], token: string }} page
 * @returns {() => void} takes it away
 */
export function mountOwn(place, page) {
  const abort = new AbortController();
  /** @type {ErrandInfo | null} */
  let last = null;
  /** @type {ProblemBody | null} */
  let problem = null;
  let asked = '';
  const draw = () => show(place, content(page, { last, problem, asked, act, sure }));
  const ask = async (/** @type {string} */ path, /** @type {RequestInit} */ request = {}) => {
    try {
      const told = await own(page, path, { ...request, signal: abort.signal });
      if (told) last = told;
      problem = null;
    } catch (error) {
      if (isAbort(error)) return;
      problem = problemOf(error);
    }
    asked = '';
    if (!abort.signal.aborted) draw();
  };
  const read = () => ask('');
  const act = async (/** @type {string} */ path, /** @type {object | null} */ body = null) => {
    await ask(path, { method: 'POST', headers: { ...(body ? { 'Content-Type': 'application/json' } : {}), 'If-Match': `"${last?.version ?? 0}"` }, ...(body ? { body: JSON.stringify(body) } : {}) });
    // Somebody was quicker: what is so now is shown, and the problem above it.
    const said = problem;
    if (!said && path === '/confirmation') notes = sent(notes, page.token);
    if (said?.status === 409 || path === '/erasure') await read();
    if (said) {
      problem = said;
      draw();
    }
  };
  const sure = (/** @type {string} */ what, /** @type {() => void} */ work) => () => {
    if (asked === what) return work();
    asked = what;
    draw();
  };
  draw();
  read();
  const seen = () => document.visibilityState === 'visible' && !place.contains(document.activeElement) && read();
  const timer = setInterval(seen, READ_AGAIN_MS);
  document.addEventListener('visibilitychange', seen);
  return () => {
    abort.abort();
    clearInterval(timer);
    document.removeEventListener('visibilitychange', seen);
  };
}

/** The token goes in a header: addresses end up in logs. @param {Parameters<typeof mountOwn>[1]} page @param {string} path @param {RequestInit} request */
async function own(page, path, request) {
  let answer;
  try {
    answer = await fetch(`/api/errands/own${path}`, { ...request, headers: { ...request.headers, 'Wangge-Errand-Token': page.token, 'Accept-Language': page.lang() } });
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new Problem({ status: 0, code: 'not-connected' });
  }
  if (!answer.ok) throw new Problem(problemFrom(answer.status, answer.headers.get('content-type') ?? '', await answer.text()));
  return answer.status === 204 ? null : answer.json();
}

/** @typedef {{ last: ErrandInfo | null, problem: ProblemBody | null, asked: string, act: (path: string, body?: object | null) => void, sure: (what: string, work: () => void) => () => void }} At */

/** @param {Parameters<typeof mountOwn>[1]} page @param {At} at */
function content(page, at) {
  const words = page.words();
  const { last, problem, asked, act, sure } = at;
  return html`<section class="follow errand-own" aria-labelledby="own"><h2 id="own">${words.t('errand.follow')}</h2>
    ${problem ? problemNote(problem, words) : null}
    ${last ? html`<p class="note">${icon('info')}<span>${words.t('errand.keep-link')}</span></p>${facts(last, page)}${last.actions.includes('confirm') ? question(page, act) : null}
      ${last.actions.includes('withdraw') ? html`<p class="part"><button type="button" class="button wide" data-key="withdraw" @click=${sure('withdraw', () => act('/withdrawal'))}>${icon('close')}<span>${words.t(asked === 'withdraw' ? 'errand.withdraw-sure' : 'errand.withdraw')}</span></button></p>` : null}
      ${last.name || last.phone ? html`<div class="part"><h3>${words.t('errand.erase-title')}</h3><p class="faint">${words.t('errand.erase-why')}</p><button type="button" class="button wide" data-key="erase" @click=${sure('erase', () => act('/erasure'))}>${icon('bin')}<span>${words.t(asked === 'erase' ? 'errand.erase-sure' : 'errand.erase')}</span></button></div>` : null}`
      : problem ? null : html`<p class="quiet" role="status"><span class="dots" aria-hidden="true"></span>${words.t('hand.loading')}</p>`}
    <p class="part"><a class="button wide" href="/errand/" data-key="again">${icon('plus')}<span>${words.t('errand.again')}</span></a></p></section>`;
}

/** @param {ErrandInfo} errand @param {Parameters<typeof mountOwn>[1]} page */
function facts(errand, page) {
  const words = page.words();
  const step = stepOf(errand.state);
  const line = (/** @type {string} */ key, /** @type {string} */ value) => (value ? html`<div><dt>${words.t(`errand.${key}`)}</dt><dd>${value}</dd></div>` : null);
  return html`<p class=${`errand-state ${errand.state}`} role="status" data-state=${errand.state}>${words.t(`errand.state.${errand.state}`)}</p>
    <dl class="facts">${line('number', String(errand.id))}${line('kind', kindName(page.kinds(), errand.kind, words.lang))}${line('window', `${words.dayTime(errand.from)} – ${words.dayTime(errand.until)}`)}
      ${line('grid', errand.gridName)}${line('where', errand.address)}${line('wished', errand.wish)}${line('reason', errand.reason)}${line('told', errand.told)}${line('thanks', errand.thanks)}</dl>
    ${step === 0 ? null : html`<ol class="steps">${STEPS.map((name, i) => html`<li class=${i < step ? 'done' : i === step ? 'now' : 'later'} aria-current=${i === step ? 'step' : false}><span class="step-mark">${i < step ? icon('check') : String(i + 1)}</span><span><b>${words.t(`errand.step.${name}`)}</b></span></li>`)}</ol>`}`;
}

/** @param {Parameters<typeof mountOwn>[1]} page @param {At['act']} act */
function question(page, act) {
  const words = page.words();
  const keep = (/** @type {Event} */ event) => {
    notes = noted(notes, page.token, { words: /** @type {HTMLTextAreaElement} */ (event.target).value });
  };
  const judge = (/** @type {boolean} */ done) => () => {
    const said = noteOf(notes, page.token).words.trim();
    act('/confirmation', { done, ...(said ? { words: said } : {}) });
  };
  return html`<div class="part errand-question"><h3>${words.t('errand.question')}</h3>
    <label class="labelled"><span>${words.t('errand.question-words')}</span><textarea class="field" rows="2" maxlength="1000" data-key="words" .value=${noteOf(notes, page.token).words} @input=${keep}></textarea></label>
    <p class="pair"><button type="button" class="button primary wide" data-key="yes" @click=${judge(true)}>${icon('pleased')}<span>${words.t('errand.yes')}</span></button>
      <button type="button" class="button wide" data-key="no" @click=${judge(false)}>${icon('displeased')}<span>${words.t('errand.no')}</span></button></p></div>`;
}
