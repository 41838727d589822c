import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { createPart } from '../../ui/part.js';
import { localOf } from '../../app/when.js';
import { markOf } from './marks.js';
import { mapView } from './sheet-map.js';
import { percentOf } from './state.js';

const MARGIN_MS = 30 * 60_000;
const MOST_TRACKS = 100;

/**
 * The sheet of a patrol: what was asked for and what was done, grid by grid, and a small map of it.
 *
 * @param {HTMLElement} place @param {import('./rounds.js').RoundTo} to
 */
export function sheetPart(place, to) {
  const { page, view } = to;
  return createPart(place, {
    words: page.words, over: page.over,
    read: async (signal) => {
      /** @type {RoundSheet} */
      const sheet = await page.api.get(`/api/patrols/runs/${view.run}`, {}, signal);
      const { run } = sheet;
      const tracks = await page.api.things('tracks', { from: run.from, to: run.to, staff: run.staffCode }, MOST_TRACKS, signal).catch(() => ({ features: [] }));
      return { sheet, tracks: /** @type {GeoFeature<WalkedTrack>[]} */ (/** @type {unknown} */ (tracks.features)) };
    },
    content: ({ sheet, tracks }) => sheetView(sheet, tracks, to),
  });
}

/** @param {RoundSheet} sheet @param {GeoFeature<WalkedTrack>[]} tracks @param {import('./rounds.js').RoundTo} to */
function sheetView({ run, ground }, tracks, { page, site, go }) {
  const words = page.words();
  return html`<div class="round-sheet-head"><h2>${run.planName}</h2><button type="button" class="icon-button" aria-label=${words.t('round.close')} data-key="close-sheet" @click=${() => go({ run: '' })}>${icon('close')}</button></div>
    <p class=${`round-verdict is-${run.result}`}>${markOf(run.result)}<b>${words.t(`round.result.${run.result}`)}</b></p>
    <p>${run.name ?? run.staffCode} <span class="code-text">${run.staffCode}</span> · ${words.dayTime(run.from)} – ${words.hour(run.to)}</p>
    <p class="faint">${why(run, words)}</p>
    ${mapView(ground.features, tracks, { words, run })}
    ${gridsTable(run, words)}
    <dl class="round-facts"><dt>${words.t('round.walked')}</dt><dd>${words.length(run.meters ?? 0)}</dd><dt>${words.t('round.heard')}</dt><dd>${minutes(run.heardSeconds, words)}</dd>
      <dt>${words.t('round.silent')}</dt><dd>${minutes(run.silentSeconds, words)}</dd><dt>${words.t('round.version')}</dt><dd>${run.planVersion}</dd></dl>
    ${run.generated ? html`<p class="faint">${words.t('round.generated')}</p>` : null}
    <p><a class="button" href=${playback(run, site.timeZone)} data-key="playback">${words.t('round.playback')}</a></p><p class="faint">${words.t('round.noted')}</p>`;
}

/** @param {RoundRun} run @param {Words} words */
function why(run, words) {
  if (run.fixes === 0) return words.t('round.nothing-sent');
  return words.t(`round.why.${run.result}`, { silent: minutes(run.silentSeconds, words) });
}

/** @param {number | undefined} seconds @param {Words} words */
export const minutes = (seconds, words) => words.t('round.minutes', { n: words.number(Math.floor((seconds ?? 0) / 60)) });

/** @param {RoundRun} run @param {Words} words */
function gridsTable(run, words) {
  const wanted = run.streetPercent;
  return html`<div class="round-scroll"><table class="table"><caption class="hidden">${words.t('round.by-grid')}</caption><thead><tr>${['grid', 'entered', 'left', 'minutes-in', 'streets', 'met'].map((key) => html`<th scope="col" class=${key === 'minutes-in' || key === 'streets' ? 'number' : ''}>${words.t(`round.${key}`)}</th>`)}</tr></thead>
    <tbody>${run.grids.map((grid) => {
      const share = percentOf(grid.walkedStreetMeters ?? 0, grid.streetMeters ?? 0);
      return html`<tr data-grid=${grid.code}><th scope="row">${grid.name}</th><td>${words.hour(grid.entered)}</td><td>${words.hour(grid.left)}</td>
        <td class="number">${words.number(Math.floor((grid.seconds ?? 0) / 60))} / ${words.number(run.minutes)}</td>
        <td class="number">${share === null ? '—' : `${share} / ${wanted} %`}</td><td>${grid.met ? words.t('round.yes') : words.t('round.no')}</td></tr>`;
    })}</tbody></table></div>`;
}

/** @param {RoundRun} run @param {string} zone */
function playback({ from, to, staffCode }, zone) {
  const begin = localOf(Date.parse(from) - MARGIN_MS, zone);
  const end = localOf(Date.parse(to) + MARGIN_MS, zone);
  const day = begin.slice(0, 10);
  return `/tracks/?${new URLSearchParams({ day, from: begin.slice(11, 16), to: end.slice(0, 10) === day ? end.slice(11, 16) : '23:59', staff: staffCode })}`;
}
