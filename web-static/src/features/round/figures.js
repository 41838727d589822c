import { instantOf } from '../../app/when.js';
import { html, show } from '../../ui/html.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { SPANS, dayAfter, percentOf } from './state.js';

const COUNTS = /** @type {const} */ (['due', 'done', 'partly', 'missed', 'unknown']);

/**
 * How patrols went, person by person or grid by grid, for the appraisal: every share with what it is a share of.
 *
 * @param {HTMLElement} place @param {import('./rounds.js').RoundTo} to
 */
export function figuresPart(place, { page, site, view, today, go }) {
  show(place, html`<div class="round-figures"></div>`);
  const words = page.words();
  /** @type {Part<{ rows: RoundTally[] }>} */
  const part = createPart(/** @type {HTMLElement} */ (place.firstElementChild), {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/patrols/figures', {
      by: view.by, from: instantOf(`${dayAfter(today, 1 - view.span)}T00:00`, site.timeZone), to: instantOf(`${dayAfter(today, 1)}T00:00`, site.timeZone),
    }, signal),
    content: ({ rows }) => html`<div class="round-tools"><div class="segments" role="group" aria-label=${words.t('round.by')}>${/** @type {const} */ (['person', 'grid']).map((by) => html`<button type="button" aria-pressed=${String(by === view.by)} data-key=${`by-${by}`} @click=${() => go({ by })}>${words.t(`round.by.${by}`)}</button>`)}</div>
        <div class="segments" role="group" aria-label=${words.t('round.span')}>${SPANS.map((span) => html`<button type="button" aria-pressed=${String(span === view.span)} data-key=${`span-${span}`} @click=${() => go({ span })}>${words.t('round.last-days', { n: words.number(span) })}</button>`)}</div></div>
      ${rows.length === 0 ? emptyNote(words.t('round.no-figures')) : tableView(rows, view, words)}<p class="faint">${words.t('round.figures-hint')}</p>`,
  });
  part.reload();
  return { renew: () => {} };
}

/** @param {RoundTally[]} rows @param {RoundView} view @param {Words} words */
function tableView(rows, view, words) {
  const share = (/** @type {number} */ part, /** @type {number} */ whole) => (whole > 0 ? `${percentOf(part, whole)} %` : '—');
  return html`<div class="round-scroll"><table class="table"><caption class="hidden">${words.t('round.part.figures')}</caption><thead><tr><th scope="col">${words.t(`round.by.${view.by}`)}</th>${COUNTS.map((name) => html`<th scope="col" class="number">${words.t(`round.count.${name}`)}</th>`)}<th scope="col" class="number">${words.t('round.done-share')}</th><th scope="col" class="number">${words.t('round.hours-in')}</th><th scope="col" class="number">${words.t('round.streets-share')}</th></tr></thead>
    <tbody>${rows.map((row) => html`<tr data-row=${row.code}><th scope="row">${row.name ?? row.code} <span class="code-text">${row.code}</span></th>${COUNTS.map((name) => html`<td class="number">${words.number(row[name])}</td>`)}
      <td class="number"><b>${share(row.done, row.judged)}</b> <span class="faint">${words.number(row.done)} / ${words.number(row.judged)}</span></td><td class="number">${words.number(row.seconds / 3600, 1)}</td>
      <td class="number">${share(row.walkedStreetMeters, row.streetMeters)} <span class="faint">${words.length(row.walkedStreetMeters)} / ${words.length(row.streetMeters)}</span></td></tr>`)}</tbody></table></div>`;
}
