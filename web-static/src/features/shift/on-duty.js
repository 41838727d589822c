import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { READERS } from './readers.js';

/** Whom to call now, beside other things: on the card of an area, and at the desk. */

const FRESH_MS = 60_000;

/** @type {Map<string, { at: number, answer: Promise<OnDutyAnswer | null> }>} */
const known = new Map();

/** Read once a minute, however often a card is drawn anew. @param {Page} page @param {string} area */
function read(page, area) {
  const before = known.get(area);
  if (before && performance.now() - before.at < FRESH_MS) return before.answer;
  const answer = page.api.get('/api/shifts/on-duty', { area }, new AbortController().signal).catch(() => null);
  known.set(area, { at: performance.now(), answer });
  return answer;
}

/** @param {Page} page */
export function mayRead(page) {
  const { site } = page.store.state();
  return site.status === 'ready' && site.data.roles.some((role) => READERS.includes(role));
}

/** A part of the card of an area; null for who may not know, and for areas that have no roster. @param {AreaProps} area @param {Page} page */
export function onDutyPart(area, page) {
  if (area.partition !== 'tree' || !mayRead(page)) return null;
  const words = page.words();
  const place = document.createElement('section');
  place.className = 'card-part';
  read(page, area.code).then((answer) => answer && show(place, html`<h3>${words.t('duty-now.title')}</h3>
    ${answer.answeredBy === null ? html`<p class="faint">${words.t('duty-now.none')}</p>` : null}
    ${answer.answeredBy !== null && answer.answeredBy !== area.code ? html`<p class="faint">${words.t('duty-now.above', { above: answer.answeredByName ?? '' })}</p>` : null}
    <ul class="people">${answer.onDuty.map((/** @type {DutyEntry} */ one) => html`<li>${icon('phone')}<span>${words.word('duty-post', one.post)} <b>${one.name ?? one.staff}</b></span>${number(one)}</li>`)}</ul>
    ${answer.next ? html`<p class="faint">${words.t('duty-now.next', { time: words.time(answer.next) })}</p>` : null}`));
  return place;
}

/** @param {DutyEntry} one */
const number = ({ phone, masked }) => (!phone ? html`<span></span>` : masked ? html`<span class="code-text">${phone}</span>` : html`<a class="code-text link" href=${`tel:${phone}`}>${phone}</a>`);

/**
 * One line at the desk: the first to be called for the area that is looked after, or for the first street.
 *
 * @param {HTMLElement} place @param {Page} page @param {() => string} area
 */
export function mountDutyLine(place, page, area) {
  let first = '';
  const draw = async () => {
    if (!mayRead(page)) return;
    const words = page.words();
    if (!area() && !first) first = (await page.api.areas({ level: 'street', geometry: 'none' }, 1, new AbortController().signal)).features[0]?.properties.code ?? '';
    const answer = await read(page, area() || first);
    const one = answer?.onDuty[0];
    place.setAttribute('aria-label', words.t('duty-now.title'));
    show(place, html`<a class="duty-line" href=${`/shift/?area=${area() || first}`} data-key="duty-now">${icon('phone')}<span>${words.t('duty-now.title')}</span>${one ? html`<b>${one.name ?? one.staff}</b><span>${one.phone ?? ''}</span>` : html`<span>${words.t('duty-now.none')}</span>`}</a>`);
  };
  const tryDraw = () => draw().catch(() => {});
  page.store.watch((state) => state.lang, tryDraw);
  setInterval(tryDraw, FRESH_MS);
  tryDraw();
  return tryDraw;
}
