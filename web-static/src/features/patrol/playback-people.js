import { html } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { emptyNote } from '../../ui/problem.js';
import { letterOf } from './playback-map.js';
import { MOST_PEOPLE, spanOf } from './playback-state.js';

/**
 * Which day and hours, and who walked then; those who are ticked are played.
 *
 * @param {WalkedPerson[]} all
 * @param {{ words: Words, view: PlaybackView, today: string, go: (change: Partial<PlaybackView>) => void }} to
 */
export function peopleView(all, { words, view, today, go }) {
  const field = (/** @type {'day' | 'from' | 'to'} */ name, /** @type {string} */ type) => html`<label class="playback-field"><span>${words.t(`playback.${name}`)}</span>
    <input class="field" type=${type} .value=${view[name]} max=${name === 'day' ? today : null} data-key=${name} @change=${(/** @type {Event} */ event) => go({ [name]: /** @type {HTMLInputElement} */ (event.currentTarget).value })}></label>`;
  const step = (/** @type {number} */ days) => {
    const at = new Date(`${view.day}T00:00:00Z`);
    at.setUTCDate(at.getUTCDate() + days);
    go({ day: at.toISOString().slice(0, 10) });
  };
  return html`<form class="playback-when" @submit=${(/** @type {Event} */ event) => event.preventDefault()}><div class="playback-day"><button type="button" class="icon-button" aria-label=${words.t('playback.day-before')} data-key="day-before" @click=${() => step(-1)}>${icon('left')}</button>${field('day', 'date')}
      <button type="button" class="icon-button" aria-label=${words.t('playback.day-after')} ?disabled=${view.day >= today} data-key="day-after" @click=${() => step(1)}>${icon('right')}</button></div>
      <div class="playback-hours">${field('from', 'time')}${field('to', 'time')}</div>
      <label class="playback-check"><input type="checkbox" ?checked=${view.streets} data-key="streets" @change=${() => go({ streets: !view.streets })}><span>${words.t('playback.along-streets')}</span></label>
      ${view.streets ? html`<p class="faint playback-guess">${words.t('playback.guess')}</p>` : null}</form>
    ${spanOf(view, 'UTC') ? null : html`<p class="note bad" role="alert">${words.t('playback.no-time')}</p>`}
    <h2>${words.t('playback.who', { n: words.number(all.length) })}</h2>
    ${all.length === 0 ? emptyNote(words.t('playback.nobody')) : html`<ul>${all.map((one) => person(one, { words, view, go }))}</ul>`}
    <p class="faint playback-noted">${words.t('playback.noted')}</p>`;
}

/** @param {WalkedPerson} one @param {{ words: Words, view: PlaybackView, go: (change: Partial<PlaybackView>) => void }} to */
function person({ staffCode, name, from, to, tracks }, { words, view, go }) {
  const at = view.staff.indexOf(staffCode);
  const chosen = at >= 0;
  return html`<li><label class=${`playback-person ${chosen ? `hue-${at % 6}` : ''}`}><input type="checkbox" ?checked=${chosen} ?disabled=${!chosen && view.staff.length >= MOST_PEOPLE} data-key=${`person-${staffCode}`}
      @change=${() => go({ staff: chosen ? view.staff.filter((code) => code !== staffCode) : [...view.staff, staffCode] })}>
    <span class="playback-mark" aria-hidden="true">${chosen ? letterOf(at) : ''}</span><span><b>${name ?? staffCode}</b> ${name ? html`<span class="code-text">${staffCode}</span>` : null}<br>
      <span class="faint">${words.hour(from)} – ${words.hour(to)} · ${words.t('playback.tracks', { n: tracks })}</span></span></label></li>`;
}

/**
 * What each walked, and where they stood; a stop is gone to with a click. On paper this is the sheet.
 *
 * @param {Played} played @param {{ words: Words, span: { from: string, to: string } | null, seek: (ms: number) => void }} to
 */
export function tableView({ people }, { words, span, seek }) {
  const withWays = people.some(({ way }) => way);
  const file = `/api/tracks/tracks.gpx?${new URLSearchParams({ ...span, staff: people.map(({ staffCode }) => staffCode).join(',') })}`;
  const geojson = `/api/tracks?${new URLSearchParams({ ...span, staff: people.map(({ staffCode }) => staffCode).join(','), limit: '500' })}`;
  const minutes = (/** @type {number} */ ms) => words.t('playback.minutes', { n: words.number(Math.round(ms / 60_000)) });
  return html`<div class="playback-sheet-head"><h2>${span ? `${words.dayTime(span.from)} – ${words.hour(span.to)}` : ''}</h2>
      <a class="button" href=${file} download data-key="gpx">${icon('save')}GPX</a><a class="button" href=${geojson} download="wangge-tracks.geojson" data-key="geojson">${icon('save')}GeoJSON</a><button type="button" class="button" data-key="print" @click=${() => window.print()}>${words.t('playback.print')}</button></div>
    <table class="table"><caption class="hidden">${words.t('playback.table')}</caption><thead><tr>${['person', 'walked', 'stops', 'silent'].map((key) => html`<th scope="col" class=${key === 'person' ? '' : 'number'}>${words.t(`playback.${key}`)}</th>`)}<th scope="col">${words.t('playback.where-stood')}</th>${withWays ? html`<th scope="col">${words.t('playback.streets')}</th>` : null}</tr></thead>
      <tbody>${people.map((one) => html`<tr data-person=${one.staffCode}><th scope="row"><span class=${`playback-mark hue-${one.hue % 6}`} aria-hidden="true">${letterOf(one.hue)}</span> ${one.name} ${one.name === one.staffCode ? null : html`<span class="code-text">${one.staffCode}</span>`}</th>
        <td class="number">${words.length(one.walkedMeters)}</td><td class="number">${one.stops.length}</td><td class="number">${minutes(one.silentMs)}</td>
        <td class="playback-stops">${one.stops.length === 0 ? html`<span class="faint">—</span>` : one.stops.map((stop) => html`<button type="button" class="link" @click=${() => seek(Date.parse(stop.from))}>${words.hour(stop.from)} <span class="faint">${minutes(Date.parse(stop.to) - Date.parse(stop.from))}</span></button>`)}</td>${withWays ? streetsCell(one.way, words) : null}</tr>`)}</tbody></table>`;
}

/** @param {PlayedWay | null} way @param {Words} words */
function streetsCell(way, words) {
  if (!way || way.lines.length === 0) return html`<td><span class="faint">—</span></td>`;
  return html`<td class="playback-streets"><ul>${way.streets.map((street) => html`<li>${(words.lang === 'zh' ? street.nameZh || street.nameEn : street.nameEn || street.nameZh) || words.t('playback.no-name')} <span class="faint">${words.length(street.meters)}</span></li>`)}
    ${way.besideMeters > 0 ? html`<li class="beside">${words.t('playback.beside')} <span class="faint">${words.length(way.besideMeters)}</span></li>` : null}</ul></td>`;
}
