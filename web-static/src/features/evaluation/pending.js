import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { askReopen, askWords, incidentLink } from './supervision-dialog.js';
import { APPRAISERS, waitOf } from './supervision-state.js';

const PAGE = 500;

/** @param {PendingRating[]} all */
const longestFirst = (all) => [...all].sort((a, b) => Date.parse(a.givenAt) - Date.parse(b.givenAt));

/**
 * Reporters who are not satisfied with what was closed, and whom nobody has looked into.
 *
 * @param {HTMLElement} place @param {SupervisionTo} to @returns {() => void} stops
 */
export function mountPending(place, { page, site }) {
  const words = page.words();
  const may = site.roles.some((role) => APPRAISERS.includes(role));
  const nowMs = Date.parse(site.asOf);
  /** @type {Part<{ ratings: PendingRating[], next?: string }>} */
  const part = createPart(place, {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/evaluations/ratings', { pending: true, limit: PAGE }, signal),
    content: ({ ratings, next }) => html`<section class="supervision-list" aria-label=${words.t('supervision.part.pending')}><h2>${words.t('supervision.pending-n', { n: `${words.number(ratings.length)}${next ? '+' : ''}` })}</h2>
      ${ratings.length === 0 ? emptyNote(words.t('supervision.pending-none')) : html`<ul>${longestFirst(ratings).map(row)}</ul>`}</section>`,
  });
  const row = (/** @type {PendingRating} */ one) => {
    const { n, unit } = waitOf(one.givenAt, nowMs);
    return html`<li class="supervision-row" data-rating=${one.id}><p class="supervision-what">${incidentLink(one.incident, words)}</p>
      <p class="supervision-said"><b class="supervision-bad">${icon('warning')}${words.word('rating-score', one.score)}</b> ${one.words ? html`<q>${one.words}</q>` : html`<span class="faint">${words.t('supervision.no-words')}</span>`}</p>
      <p class="supervision-when"><b>${words.t(`supervision.waits.${unit}`, { n: words.number(n) })}</b> <span class="faint">${words.t('supervision.given', { at: words.dayTime(one.givenAt) })}</span></p>
      ${may ? html`<p class="supervision-do"><button type="button" class="button" data-key=${`look-${one.id}`} @click=${() => look(one)}>${words.t('supervision.looked')}…</button>
        <button type="button" class="button" data-key=${`reopen-${one.id}`} @click=${() => askReopen(one.incident, page, part.reload)}>${words.t('supervision.reopen')}…</button></p>` : null}</li>`;
  };
  const look = (/** @type {PendingRating} */ { id, incident }) => askWords({
    words, title: words.t('supervision.look-title', { number: incident.number }), label: words.t('supervision.found'), yes: words.t('supervision.looked'), done: part.reload,
    send: (remark) => page.api.send('POST', `/api/evaluations/ratings/${id}/review`, { body: { remark }, signal: new AbortController().signal }),
  });
  part.reload();
  return () => show(place, null);
}
