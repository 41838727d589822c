import { isAbort, problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { clockText, replyOf, standingOf } from '../whistle/whistle.js';
import { mayUse } from './ahead.js';

const ASK_MS = 15_000;
const TICK_MS = 1000;
/** So long the phone may take to say where it is; without it an arrival is confirmed. */
const PLACE_MS = 5000;

/**
 * Whistles to which the reader was called, above everything else: whether they come, and that they are there. Asked for
 * again and again while the page is looked at; a phone without network shows none, as it could not answer.
 *
 * @param {FieldPage} page
 */
export function followCalls(page) {
  /** @type {WhistleProps[]} */
  let calls = [];
  let failed = '';
  const place = () => document.querySelector('[data-part=calls]');
  const draw = () => {
    const at = place();
    if (at) show(at, calls.length > 0 ? html`${failed ? html`<p class="note bad" role="alert">${icon('warning')}<span>${failed}</span></p>` : null}${calls.map((one) => call(page, one, doing))}` : null);
  };
  const read = async () => {
    if (document.visibilityState !== 'visible' || !mayUse(page.store.state().roles)) return;
    try {
      const { features } = await (await page.calls()).get('/api/whistles', { own: 'true' }, new AbortController().signal);
      const came = features.length > calls.length;
      calls = features.map((/** @type {GeoFeature<WhistleProps>} */ { properties }) => properties);
      if (came && calls.some((one) => one.own.some((mine) => replied(one, mine) === 'called'))) navigator.vibrate?.([300, 150, 300]);
      draw();
    } catch (error) {
      if (!isAbort(error)) calls = [];
      draw();
    }
  };
  const doing = async (/** @type {WhistleProps} */ whistle, /** @type {string} */ path, /** @type {object} */ body) => {
    try {
      failed = '';
      await (await page.calls()).send('POST', `/api/whistles/${whistle.id}/${path}`, { body, signal: new AbortController().signal });
    } catch (error) {
      const problem = problemOf(error);
      failed = problem.detail || problem.title || page.words().t('problem.title');
    }
    await read();
    draw();
  };
  setInterval(read, ASK_MS);
  setInterval(() => calls.length > 0 && tick(place(), calls, page), TICK_MS);
  document.addEventListener('visibilitychange', read);
  window.addEventListener('hashchange', draw);
  return read();
}

/** @param {WhistleProps} whistle @param {HandlerRef} mine */
function replied({ responders }, mine) {
  const own = responders.find(({ to }) => to.kind === mine.kind && to.code === mine.code);
  return own ? replyOf(own) : 'called';
}

/** @param {FieldPage} page @param {WhistleProps} whistle @param {(whistle: WhistleProps, path: string, body: object) => Promise<void>} does */
function call(page, whistle, does) {
  const words = page.words();
  const mine = whistle.own[0];
  const { names } = whistle.incident;
  const reply = mine ? replied(whistle, mine) : 'called';
  const say = (/** @type {string} */ word) => () => does(whistle, 'answer', { reply: word, to: mine });
  const there = async () => does(whistle, 'arrival', { to: mine, ...(await whereabouts()) });
  return html`<section class=${`call ${reply}`} role="alert" data-call=${whistle.id}><h2>${icon('whistle')}<span>${words.t('field.whistle')}</span><span class="call-left" data-left>${leftText(whistle, page)}</span></h2>
    <p class="said">${whistle.reason}</p><p class="faint">${(words.lang === 'zh' ? names.categoryZh : names.categoryEn) ?? whistle.incident.category} · ${names.grid ?? whistle.grid} · ${words.time(whistle.blownAt)}</p>
    ${reply === 'there' ? html`<p class="note" role="status">${icon('check')}<span>${words.t('field.whistle-there')}</span></p>` : html`<div class="acts">
      ${reply === 'coming' ? null : html`<button type="button" class="button primary wide" data-key=${`coming-${whistle.id}`} @click=${say('coming')}>${words.t('field.whistle-coming')}</button>`}
      <button type="button" class=${`button wide${reply === 'coming' ? ' primary' : ''}`} data-key=${`there-${whistle.id}`} @click=${there}>${icon('pin')}<span>${words.t('field.whistle-arrive')}</span></button>
      ${reply === 'unable' ? null : html`<button type="button" class="button wide" data-key=${`unable-${whistle.id}`} @click=${say('unable')}>${words.t('field.whistle-unable')}</button>`}</div>`}</section>`;
}

/** @param {WhistleProps} whistle @param {FieldPage} page */
function leftText(whistle, page) {
  const { kind, ms } = standingOf(whistle, Date.now() + page.store.state().aheadMs);
  return page.words().t(`field.whistle.${kind}`, { clock: clockText(ms) });
}

/** @param {Element | null} place @param {WhistleProps[]} calls @param {FieldPage} page */
function tick(place, calls, page) {
  for (const whistle of calls) {
    const text = place?.querySelector(`[data-call="${whistle.id}"] [data-left]`);
    if (text) text.textContent = leftText(whistle, page);
  }
}

/** Where the phone is; nothing where it does not say. @returns {Promise<{ lon?: number, lat?: number }>} */
const whereabouts = () => new Promise((resolve) => {
  if (!navigator.geolocation) return resolve({});
  navigator.geolocation.getCurrentPosition(({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude }), () => resolve({}), { timeout: PLACE_MS, maximumAge: 10_000, enableHighAccuracy: true });
});
