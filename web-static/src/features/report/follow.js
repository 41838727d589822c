import { problemNote } from '../../app/hand.js';
import { isAbort, problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { createRating } from '../evaluation/own.js';
import { nameOf } from './choose-category.js';

/** The six steps, as everybody may know them. */
const STEPS = ['collect', 'file', 'dispatch', 'handle', 'verify', 'evaluate'];
const READ_AGAIN_MS = 60_000;
const HEADER = 'Wangge-Report-Token';

/**
 * How far a report has come, for whoever has its token. Read again now and then, and when the page comes back to the fore.
 *
 * @param {HTMLElement} place @param {ReportPage} page @param {string} token
 * @returns {() => void}
 */
export function mountFollow(place, page, token) {
  const abort = new AbortController();
  /** @type {FollowedReport | null} */
  let last = null;
  /** @type {ProblemBody | null} */
  let problem = null;
  let erased = '';
  /** @type {string[]} */
  let pictures = [];
  const rating = createRating({ who: () => ({ token, lang: page.lang(), signal: abort.signal }), told: (said) => {
    problem = said;
    draw();
  } });
  const draw = () => show(place, content(page, { last, problem, erased, pictures, read, erase, rating: rating.part(page.words()) }));
  const read = async () => {
    try {
      last = await own(page, token, 'GET', abort.signal);
      if (last?.closedAt) await rating.read();
      problem = null;
    } catch (error) {
      if (isAbort(error)) return;
      problem = problemOf(error);
    }
    if (!abort.signal.aborted) draw();
  };
  const erase = async () => {
    if (erased !== 'asked') {
      erased = 'asked';
      return draw();
    }
    try {
      await own(page, token, 'POST', abort.signal);
      erased = 'done';
      rating.forget();
      forget();
    } catch (error) {
      erased = '';
      problem = problemOf(error);
    }
    draw();
  };
  const forget = () => {
    pictures.forEach((url) => URL.revokeObjectURL(url));
    pictures = [];
  };
  draw();
  read().then(async () => {
    if (!last) return;
    for await (const picture of ownPictures(token, abort.signal)) {
      pictures = [...pictures, URL.createObjectURL(picture)];
      draw();
    }
  }).catch(() => {});
  const rest = whileSeen(read);
  return () => {
    abort.abort();
    forget();
    rest();
  };
}

/** Does something now and then, and when the page comes back to the fore. @param {() => void} work */
function whileSeen(work) {
  const seen = () => document.visibilityState === 'visible' && work();
  const timer = setInterval(seen, READ_AGAIN_MS);
  document.addEventListener('visibilitychange', seen);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', seen);
  };
}

/**
 * The token goes in a header: addresses end up in logs.
 *
 * @param {ReportPage} page @param {string} token @param {'GET' | 'POST'} method POST erases who reported
 * @param {AbortSignal} signal
 */
async function own(page, token, method, signal) {
  const { Problem, problemFrom } = await import('../../app/problem.js');
  let answer;
  try {
    answer = await fetch(`/api/reports/own${method === 'POST' ? '/erasure' : ''}`, { method, signal, headers: { [HEADER]: token, 'Accept-Language': page.lang() } });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Problem({ status: 0, code: 'not-connected' });
  }
  if (!answer.ok) throw new Problem(problemFrom(answer.status, answer.headers.get('content-type') ?? '', await answer.text()));
  return answer.status === 204 ? null : answer.json();
}

/** The photos that went with the report, one after the other; none where they cannot be read. @param {string} token @param {AbortSignal} signal */
async function* ownPictures(token, signal) {
  const path = '/api/reports/own/photos';
  const ask = (/** @type {string} */ what) => fetch(path + what, { signal, headers: { [HEADER]: token } });
  const answer = await ask('');
  const { photos } = answer.ok ? await answer.json() : { photos: [] };
  for (const { photo } of photos) {
    const picture = await ask(`/${encodeURIComponent(photo)}?size=small`);
    if (picture.ok) yield picture.blob();
  }
}

/**
 * @param {ReportPage} page
 * @param {{ last: FollowedReport | null, problem: ProblemBody | null, erased: string, pictures: string[], read: () => void, erase: () => void, rating: DocumentFragment | null }} at
 */
function content(page, { last, problem, erased, pictures, read, erase, rating }) {
  const words = page.words();
  return html`<section class="follow" aria-labelledby="follow"><h2 id="follow">${words.t('report.follow')}</h2>
    ${problem ? html`${problemNote(problem, words)}<button type="button" class="button wide" data-key="retry" @click=${read}>${words.t('hand.retry')}</button>` : null}
    ${last ? progress(page, last) : problem ? null : html`<p class="quiet" role="status"><span class="dots" aria-hidden="true"></span>${words.t('hand.loading')}</p>`}
    ${rating}
    ${pictures.length > 0 ? html`<div class="part"><h3>${words.t('report.own-photos')}</h3><ul class="thumbs">${pictures.map((url, i) => html`<li><img src=${url} alt=${words.t('report.photo', { n: i + 1 })}></li>`)}</ul></div>` : null}
    ${last ? html`<div class="part"><h3>${words.t('report.erase-title')}</h3><p class="faint">${words.t(erased === 'done' ? 'report.erased' : 'report.erase-why')}</p>
      ${erased === 'done' ? null : html`<button type="button" class="button wide" data-key="erase" @click=${erase}>${icon('bin')}<span>${words.t(erased === 'asked' ? 'report.erase-sure' : 'report.erase')}</span></button>`}</div>` : null}
    <p class="part"><a class="button wide" href="/report/" data-key="again">${icon('plus')}<span>${words.t('report.again')}</span></a></p></section>`;
}

/** @param {ReportPage} page @param {FollowedReport} report */
function progress(page, report) {
  const words = page.words();
  const category = page.store.state().categories.find(({ code }) => code === report.category);
  const now = report.closedAt ? STEPS.length : STEPS.indexOf(report.state);
  return html`<dl class="facts"><div><dt>${words.t('report.number')}</dt><dd class="receipt-number">${report.number}</dd></div>
      <div><dt>${words.t('report.what')}</dt><dd>${category ? nameOf(category, words.lang) : report.category}</dd></div>
      <div><dt>${words.t('report.at')}</dt><dd>${words.dayTime(report.reportedAt)}</dd></div>
      ${report.dueAt && !report.closedAt ? html`<div><dt>${words.t('report.due')}</dt><dd>${words.dayTime(report.dueAt)}</dd></div>` : null}
      ${report.closedAt ? html`<div><dt>${words.t('report.closed')}</dt><dd>${words.dayTime(report.closedAt)}</dd></div>` : null}</dl>
    <ol class="steps">${STEPS.slice(0, 5).map((step, i) => html`<li class=${i < now ? 'done' : i === now ? 'now' : 'later'} aria-current=${i === now ? 'step' : false}>
      <span class="step-mark">${i < now ? icon('check') : String(i + 1)}</span><span><b>${words.t(`report.step-${step}`)}</b>${i === now ? html`<span class="faint">${words.t(`report.step-${step}-now`)}</span>` : null}</span></li>`)}</ol>`;
}
