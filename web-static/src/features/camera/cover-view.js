import { html } from '../../ui/html.js';
import { emptyNote } from '../../ui/problem.js';
import { COVER_ORDERS, coverRows, coverTotal, percentOf } from './cover.js';

/** @type {CoverBy[]} */
const BYS = ['all', 'online'];

/**
 * How much cameras see, grid by grid: the share of the ground as a bar, households, blind spots, and what a redraw took.
 *
 * @param {CoverShown} shown @param {CoverTo} to
 */
export function coverView(shown, to) {
  const { words } = to;
  if (shown.grids.length === 0) return emptyNote(words.t('cover.none'));
  return html`<div class="cover">${choices(shown, to)}${totals(shown, words)}
    <div class="cover-scroll" tabindex="0" role="region" aria-label=${words.t('cover.table')}><table class="table"><caption class="hidden">${words.t('cover.table')}</caption>
      <thead><tr>${COVER_ORDERS.map((order) => title(order, shown, to))}<th scope="col" class="number">${words.t('cover.cameras')}</th></tr></thead>
      <tbody>${coverRows(shown).map((row) => gridRow(row, shown, to))}</tbody></table></div>
    <p class="faint small-note">${words.t('cover.how')}</p></div>`;
}

/** @param {CoverShown} shown @param {CoverTo} to */
const choices = ({ by }, { words, show }) => html`<div class="segments" role="group" aria-label=${words.t('cover.by')}>${BYS.map((one) =>
  html`<button type="button" aria-pressed=${String(one === by)} data-key=${`cover-by-${one}`} @click=${() => show({ by: one })}>${words.word('cover.by', one)}</button>`)}</div>`;

/** @param {CoverShown} shown @param {Words} words */
function totals({ grids, by }, words) {
  const { share, households, seenHouseholds, blindSpots } = coverTotal(grids, by);
  return html`<p class="cover-total">${words.t('cover.total', {
    percent: percentOf(share), seen: words.number(seenHouseholds), households: words.number(households), spots: words.number(blindSpots),
  })}</p>`;
}

/** @param {CoverOrder} order @param {CoverShown} shown @param {CoverTo} to */
function title(order, shown, { words, show }) {
  const name = words.word('cover.column', order);
  return html`<th scope="col" class=${order === 'grid' ? '' : 'number'} aria-sort=${order !== shown.order ? 'none' : order === 'grid' || order === 'share' ? 'ascending' : 'descending'}>
    <button type="button" class="sort" data-key=${`cover-sort-${order}`} title=${words.t('tables.sort', { column: name })} @click=${() => show({ order })}>${name}</button></th>`;
}

/** @param {CoverGrid} row @param {CoverShown} shown @param {CoverTo} to */
function gridRow(row, { by, picked }, { words, pick }) {
  const seen = row[by];
  const percent = percentOf(seen.share);
  return html`<tr class=${row.grid === picked ? 'picked' : ''} aria-current=${row.grid === picked ? 'true' : null}>
    <th scope="row"><button type="button" class="row-button" data-key=${`cover-${row.grid}`} title=${words.t('cover.go', { name: row.name })} @click=${() => pick(row.grid)}>${row.name}</button></th>
    <td class="number">${percent}%<svg class="cover-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="cover-bar-ground" width="100" height="4" /><rect class="cover-bar-share" width=${percent} height="4" /></svg></td>
    <td class="number">${words.t('cover.n-of-n', { n: words.number(Math.round(seen.households)), all: words.number(row.households) })}</td>
    <td class="number" title=${words.t('cover.largest', { n: words.number(row.largestBlindSquareMeters) })}>${words.number(row.blindSpots)}</td>
    <td class="number">${sinceRedraw(row, words)}</td>
    <td class="number" title=${words.t('cover.cameras-how', { see: seen.cameras, stand: seen.camerasIn })}>${words.t('cover.n-and-n', { see: words.number(seen.cameras), stand: words.number(seen.camerasIn) })}</td></tr>`;
}

/** @param {CoverGrid} row @param {Words} words */
function sinceRedraw({ sinceRedraw: since }, words) {
  if (!since) return '—';
  const said = words.t('cover.since', { day: words.day(since.at), before: since.before, lost: since.lost, gained: since.gained });
  return html`<span title=${said} class=${since.lost > since.gained ? 'cover-lost' : ''}>−${since.lost} +${since.gained}</span>`;
}

/** How far a count has come that is still going on. @param {CoverCounting} counting @param {Words} words */
export const coverCounting = ({ done, of }, words) => html`<p class="note quiet" role="status"><span class="dots" aria-hidden="true"></span>${words.t('cover.counting', { done: words.number(done), of: words.number(of) })}</p>`;
