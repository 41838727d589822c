import { html, svg } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { ledgerEntry } from './ledger-entry.js';

/** @typedef {PublicCard['geometry']} Outline */

const SIDE = 300;
const EDGE = 12;

/** @param {Words} words */
export const unknownView = (words) => html`<p role="alert">${words.t('grid.unknown')}</p>`;

/**
 * What anyone may know of a grid: where it is, who is in charge, what is promised and done.
 *
 * @param {PublicCard} card @param {Words} words
 */
export function cardView({ area, chain, geometry, entries, emergency }, words) {
  const above = chain.filter(({ code }) => code !== area.code).map(({ name }) => name);
  return html`<section class="grid-card" aria-labelledby="grid"><p class="faint">${above.join(' › ')}</p><h2 id="grid">${area.name}</h2><p class="code-text">${area.code}</p>
    ${emergency?.contact ? html`<div class="part grid-emergency" data-part="emergency"><p>${icon('warning')}<b>${words.t('grid.emergency', { title: emergency.title ?? '' })}</b></p><p>${emergency.contact.name}</p><p><a class="button primary wide" href=${`tel:${emergency.contact.phone}`} data-key="emergency-call">${icon('phone')}<span>${emergency.contact.phone}</span></a></p></div>` : null}
    ${outline(geometry, words)}
    <p class="pair"><a class="button wide" href="/report/" data-key="report">${icon('plus')}<span>${words.t('grid.report')}</span></a>
      <a class="button wide" href=${`/?area=${area.code}`} data-key="map">${icon('layers')}<span>${words.t('grid.map')}</span></a></p>
    <p><a class="button wide" href=${`/errand/?grid=${encodeURIComponent(area.code)}`} data-key="errand">${icon('person')}<span>${words.t('grid.errand')}</span></a></p>
    <div class="part"><h3>${words.t('grid.people')}</h3>${people(area.inCharge, words)}</div>
    <div class="part" data-part="ledger"><h3>${words.t('grid.ledger')}</h3><p class="faint">${words.t('grid.ledger-why')}</p>
      ${entries.length === 0 ? html`<p>${words.t('grid.ledger-none')}</p>` : html`<ol class="ledger">${entries.map((entry) => ledgerEntry(entry, words))}</ol>`}</div>
    <div class="part grid-code"><img src=${`/api/grids/${encodeURIComponent(area.code)}/qr.svg`} width="160" height="160" alt=${words.t('grid.code')}><p class="faint">${words.t('grid.code')}</p></div></section>`;
}

/** Only who is published has a name here. @param {PublicCard['area']['inCharge']} all @param {Words} words */
function people(all, words) {
  // Whoever is signed in sees more people than anyone does, their names masked: they do not stand here.
  const named = all.filter(({ name }) => name && !name.includes('*'));
  if (named.length === 0) return html`<p>${words.t('grid.people-none')}</p>`;
  return html`<ul class="rows">${named.map((one) => html`<li class="row">${icon('person')}<span><b>${one.name}</b><br><span class="faint">${words.t(`duty.${one.duty}`)}</span></span>
    ${one.dutyPhone && !one.dutyPhone.includes('*') ? html`<a class="button" href=${`tel:${one.dutyPhone}`} aria-label=${`${words.t('grid.call')} ${one.name ?? ''}`}>${one.dutyPhone}</a>` : null}</li>`)}</ul>`;
}

/** The outline alone, north up; degrees of longitude are as narrow as they are there. @param {Outline} geometry @param {Words} words */
function outline(geometry, words) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const points = polygons.flat(2);
  if (points.length === 0) return null;
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  const [west, north] = [Math.min(...lons), Math.max(...lats)];
  const narrow = Math.cos((north * Math.PI) / 180);
  const scale = (SIDE - 2 * EDGE) / Math.max((Math.max(...lons) - west) * narrow, north - Math.min(...lats));
  const at = (/** @type {number[]} */ [lon, lat]) => `${(EDGE + (lon - west) * narrow * scale).toFixed(1)} ${(EDGE + (north - lat) * scale).toFixed(1)}`;
  const path = polygons.flat().map((ring) => `M${ring.map(at).join('L')}Z`).join('');
  return html`<div class="grid-outline">${svg`<svg viewBox=${`0 0 ${SIDE} ${SIDE}`} role="img" aria-label=${words.t('grid.outline')}><path d=${path} fill-rule="evenodd" /></svg>`}</div>`;
}
