import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { loadingNote, problemNote } from '../../ui/problem.js';
import { kindOf, titleOf } from './title.js';

/** @type {Record<string, Parameters<typeof icon>[0]>} */
const ICONS = { estates: 'estate', buildings: 'building', streets: 'street', grounds: 'layers', 'points-of-interest': 'pin' };

/**
 * The panel of the chosen place.
 *
 * @param {Page} page @param {{ fit: () => void }} actions
 */
export function placePanel(page, { fit }) {
  const words = page.words();
  const { placeCard: card } = page.store.state();
  const data = card.status === 'ready' ? card.data : card.status === 'loading' ? card.old : undefined;
  const body = card.status === 'failed' ? problemNote(card.problem, words, () => page.retry('place')) : data ? placeCard(data, page, fit) : loadingNote(words);
  return html`<button type="button" class="icon-button card-close" aria-label=${words.t('place.close')} title=${words.t('place.close')} data-key="place-close"
      @click=${() => page.store.dispatch({ kind: 'place', place: null })}>${icon('close')}</button>
    <div class="card place-card" data-scroll="place" aria-busy=${String(card.status === 'loading')}>${body}</div>`;
}

/** @param {PlaceData} data @param {Page} page @param {() => void} fit */
function placeCard(data, page, fit) {
  const words = page.words();
  const { place, part } = data;
  const { properties } = place;
  return html`${chain(data, page)}
    <h2 class="card-name">${titleOf(properties, words)}</h2>
    <p class="card-line"><span class="chip">${icon(ICONS[properties.kind] ?? 'pin')}${words.word('place', properties.kind)}</span>
      <span class="chip plain">${kindOf(properties, words)}</span>
      <button type="button" class="icon-button small" aria-label=${words.t('place.fit')} title=${words.t('place.fit')} data-key="place-fit" @click=${fit}>${icon('fit')}</button></p>
    ${part ? html`<p class="note">${icon(part.properties.kind === 'street-numbers' ? 'pin' : 'door')}<span>${partOf(part.properties, words)}</span></p>` : null}
    ${FIGURES[properties.kind]?.(data, words) ?? null}${belongings(data, page)}${units(data, words)}${buildings(data, page)}
    ${standing(properties, page)}`;
}

/** Which part of the place was looked for. @param {PlaceProps} part @param {Words} words */
function partOf(part, words) {
  if (part.kind === 'street-numbers') return words.t('place.number', { n: part.number ?? 0 });
  return part.door ?? part.label ?? '';
}

/** @param {PlaceData} data @param {Page} page */
function chain({ chain: areas }, page) {
  const words = page.words();
  if (areas.length === 0) return html`<p class="crumb-top faint">${words.t('here.outside')}</p>`;
  const shown = areas.filter(({ level }) => level !== 'micro-grid');
  return html`<nav class="crumbs" aria-label=${words.t('card.parents')}><ol>${shown.map((link) => html`<li>
    <button type="button" class="link" data-key=${`place-${link.code}`} @click=${() => page.choose({ partition: 'tree', code: link.code }, link.level)}>${link.name}</button></li>`)}</ol></nav>`;
}

/** @param {string} name @param {unknown} value */
const figure = (name, value) => html`<div class="figure"><span class="figure-name">${name}</span><b>${value}</b></div>`;
/** @param {unknown[]} all */
const figures = (...all) => html`<section class="card-part"><div class="figures">${all}</div></section>`;

/** @type {Record<string, (data: PlaceData, words: Words) => unknown>} */
const FIGURES = {
  buildings: ({ place: { properties } }, words) => figures(
    figure(words.t('card.households'), words.number(properties.households ?? 0)),
    figure(words.t('column.heightMeters'), words.number(properties.heightMeters ?? 0, 1)),
  ),
  estates: ({ buildings: all }, words) => figures(
    figure(words.t('card.households'), words.number(all.reduce((sum, { properties }) => sum + (properties.households ?? 0), 0))),
    figure(words.t('tab.buildings'), words.number(all.length)),
  ),
  streets: ({ place: { properties }, numbers }, words) => figures(
    figure(words.t('column.length'), words.length(properties.lengthMeters ?? 0)),
    figure(words.t('place.numbers'), numbers ? words.t('place.numbers-of', { from: numbers.least, to: numbers.most }) : '—'),
  ),
};

/** @param {PlaceData} data @param {Page} page */
function belongings({ place: { properties }, estate, street }, page) {
  const words = page.words();
  /** @type {[string, unknown][]} */
  const rows = [];
  if (estate) rows.push([words.word('place', 'estates'), link(estate, page)]);
  if (street) rows.push([words.word('place', 'streets'), html`${link(street, page)} ${words.t('place.number', { n: properties.gateNumber ?? '' })}`]);
  if (properties.propertyCompany) rows.push([words.t('column.propertyCompany'), properties.propertyCompany]);
  if (properties.aliases?.length) rows.push([words.t('column.aliases'), properties.aliases.join('、')]);
  return rows.length === 0 ? null : html`<section class="card-part"><ul class="counts">${rows.map(([name, value]) => html`<li><span>${name}</span><span>${value}</span></li>`)}</ul></section>`;
}

/** @param {PlaceFeature} place @param {Page} page */
const link = (place, page) => html`<button type="button" class="link" data-key=${`place-${place.id}`} @click=${() => page.place(place.properties, place.geometry)}>${titleOf(place.properties, page.words())}</button>`;

/** @param {PlaceData} data @param {Words} words */
function units({ place, units: all }, words) {
  if (all.length === 0) return null;
  const shared = all.some(({ properties }) => (properties.households ?? 0) > (place.properties.households ?? 0));
  return html`<section class="card-part"><h3>${words.t(shared ? 'place.shared-unit' : 'place.units')}</h3><ul class="counts">${all.map(({ properties }) => html`<li>
    <span>${properties.label}</span><b>${words.t('map.households', { n: words.number(properties.households ?? 0) })}</b></li>`)}</ul></section>`;
}

/** @param {PlaceData} data @param {Page} page */
function buildings({ buildings: all }, page) {
  if (all.length === 0) return null;
  const words = page.words();
  const collator = new Intl.Collator(words.lang, { numeric: true });
  const sorted = [...all].sort((a, b) => collator.compare(a.properties.nameZh ?? '', b.properties.nameZh ?? ''));
  return html`<section class="card-part"><h3>${words.t('tab.buildings')} <span class="faint">${words.t('town.count', { n: all.length })}</span></h3>
    <table class="table small"><thead><tr><th scope="col">${words.t('column.name')}</th><th scope="col" class="number">${words.t('column.households')}</th>
      <th scope="col" class="number">${words.t('column.heightMeters')}</th></tr></thead><tbody>${sorted.map((building) => html`<tr><td>${link(building, page)}</td>
      <td class="number">${words.number(building.properties.households ?? 0)}</td><td class="number">${words.number(building.properties.heightMeters ?? 0, 1)}</td></tr>`)}</tbody></table></section>`;
}

/** Since when it stands, and that it is made up where it is. @param {PlaceProps} place @param {Page} page */
function standing({ validFrom, validTo }, page) {
  const words = page.words();
  const { site } = page.store.state();
  return html`<section class="card-part"><p class="faint">${words.t(validTo ? 'place.stood' : 'place.stands', { from: words.day(validFrom), to: words.day(validTo) })}</p>
    ${site.status === 'ready' && site.data.generated ? html`<p class="faint">${words.t('generated.notice')}</p>` : null}</section>`;
}
