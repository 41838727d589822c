import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { hoursView, laneView, legendView } from './lanes.js';
import { markOf } from './marks.js';
import { sheetPart } from './sheet.js';
import { RESULTS, byPerson, countsOf, dayAfter, dayOf, frameOf } from './state.js';

/**
 * Patrols of a day: how many went how, each person's day as a line, and the sheet of the one that is chosen.
 *
 * @param {HTMLElement} place @param {import('./rounds.js').RoundTo} to
 */
export function runsPart(place, to) {
  const { page, site, view } = to;
  show(place, html`<div class=${`round-runs ${view.run ? 'has-sheet' : ''}`}><section class="round-day"></section>${view.run ? html`<aside class="round-sheet"></aside>` : null}</div>`);
  const day = dayOf(view.day, site.timeZone);
  /** @type {Part<{ asOf: string, runs: RoundRun[] }>} */
  const runs = createPart(/** @type {HTMLElement} */ (place.querySelector('.round-day')), {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/patrols/runs', day, signal),
    content: (told) => dayView(told, day, to),
  });
  runs.reload();
  const aside = /** @type {HTMLElement | null} */ (place.querySelector('.round-sheet'));
  const sheet = aside ? sheetPart(aside, to) : null;
  sheet?.reload();
  return { renew: () => runs.reload() };
}

/** @param {{ asOf: string, runs: RoundRun[] }} told @param {{ from: string, to: string }} day @param {import('./rounds.js').RoundTo} to */
function dayView({ asOf, runs }, day, to) {
  const words = to.page.words();
  const frame = frameOf(runs, day);
  const counts = countsOf(runs);
  return html`${dayTools(to)}
    ${runs.length === 0 ? emptyNote(words.t('round.none')) : html`<ul class="round-counts">${RESULTS.map((result) => html`<li class=${`round-result is-${result}`} data-count=${result}>${markOf(result)}<b>${words.number(counts[result])}</b> ${words.t(`round.result.${result}`)}</li>`)}</ul>
      <div class="round-lanes">${byPerson(runs).map((person) => laneView(person, { words, frame, asOf, chosen: to.view.run, go: to.go }))}${hoursView(frame, words)}</div>
      ${legendView(words)}<p class="faint round-as-of">${words.t('round.as-of', { time: words.dayTime(asOf) })}</p>`}`;
}

/** @param {import('./rounds.js').RoundTo} to */
function dayTools({ page, view, today, go }) {
  const words = page.words();
  return html`<div class="round-tools"><button type="button" class="icon-button" aria-label=${words.t('round.day-before')} data-key="day-before" @click=${() => go({ day: dayAfter(view.day, -1), run: '' })}>${icon('left')}</button>
    <label><span class="hidden">${words.t('round.day')}</span><input class="field" type="date" .value=${view.day} data-key="day" @change=${(/** @type {Event} */ event) => go({ day: /** @type {HTMLInputElement} */ (event.target).value || today, run: '' })}></label>
    <button type="button" class="icon-button" aria-label=${words.t('round.day-after')} data-key="day-after" @click=${() => go({ day: dayAfter(view.day, 1), run: '' })}>${icon('right')}</button>
    <button type="button" class="button" ?disabled=${view.day === today} data-key="today" @click=${() => go({ day: today, run: '' })}>${words.t('round.today')}</button></div>`;
}
