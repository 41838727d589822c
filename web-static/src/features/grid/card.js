import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { whenLetGo } from '../../ui/press.js';
import { emptyNote, loadingNote, problemNote } from '../../ui/problem.js';
import { placePanel } from '../place/card.js';
import { onDutyPart } from '../shift/on-duty.js';
import { townOverview } from './town.js';
import { gauge, verdictBadge } from './verdict.js';

/**
 * The card of what is picked, if that has one; else of the chosen place, else of the chosen area; without one, the overview
 * of the site.
 *
 * @param {HTMLElement} place @param {Page} page
 * @param {{ fit: () => void, fitPlace: () => void, things: Partial<Record<Picked['kind'], (page: Page, place: HTMLElement, redraw: () => void) => ThingCard>> }} with_
 */
export function mountCard(place, page, { fit, fitPlace, things }) {
  const { store } = page;
  /** @type {Map<string, ThingCard>} */
  const cards = new Map();
  const draw = () => {
    const { selected, picked, under, place: chosen, card } = store.state();
    const told = picked && cards.has(picked.kind) ? picked : under;
    const thing = told && cards.get(told.kind);
    const close = () => store.dispatch({ kind: 'pick', picked: told === picked ? under : null });
    place.classList.toggle('has-area', Boolean(selected || thing || chosen));
    place.setAttribute('aria-label', page.words().t(thing ? 'card.thing-title' : 'card.title'));
    if (thing) show(place, sheet(thing.content(), page, close));
    else if (chosen) show(place, placePanel(page, { fit: fitPlace }));
    else show(place, selected ? panel(card, page, fit) : townOverview(page));
  };
  for (const [kind, create] of Object.entries(things)) cards.set(kind, create(page, place, whenLetGo(place, draw)));
  draw();
  store.watch((state) => [state.card, state.selected, state.picked, state.under, state.place, state.placeCard, state.lang, state.site].map(idOf).join(), draw);
  return draw;
}

/** Numbers for values, so that several can be watched as one. */
const ids = new WeakMap();
let nextId = 1;
/** @param {unknown} value */
function idOf(value) {
  if (value === null || typeof value !== 'object') return String(value);
  if (!ids.has(value)) ids.set(value, nextId++);
  return ids.get(value);
}

/** @param {Resource<CardData>} card @param {Page} page @param {() => void} fit */
function panel(card, page, fit) {
  const words = page.words();
  const data = card.status === 'ready' ? card.data : card.status === 'loading' ? card.old : undefined;
  const body =
    card.status === 'failed' ? problemNote(card.problem, words, () => page.retry('card')) : data ? areaCard(data, page, fit) : loadingNote(words);
  return sheet(body, page, () => page.store.dispatch({ kind: 'select', area: null }), card.status === 'loading');
}

/** @param {unknown} body @param {Page} page @param {() => void} close @param {boolean} [busy] */
function sheet(body, page, close, busy = false) {
  const words = page.words();
  return html`<button type="button" class="grip" aria-label=${words.t('card.grow')} data-key="grip"
      @click=${(/** @type {Event} */ event) => /** @type {Element} */ (event.target).closest('.card-place')?.classList.toggle('full')}></button>
    <button type="button" class="icon-button card-close" aria-label=${words.t('card.close')} title=${words.t('card.close')}
      data-key="card-close" @click=${close}>${icon('close')}</button>
    <div class="card" data-scroll="card" aria-busy=${String(busy)}>${body}</div>`;
}

/** @param {CardData} data @param {Page} page @param {() => void} fit */
function areaCard(data, page, fit) {
  const words = page.words();
  const { properties: area } = data.area;
  return html`${parents(data, page)}
    <h2 class="card-name">${area.name}</h2>
    <p class="card-line"><span class="chip">${words.word('level', area.level)}</span>
      ${area.level === 'grid' ? html`<span class="chip plain">${words.word('kind', area.kind)}</span>` : null}
      <button type="button" class="code" title=${words.t('card.copy')} data-key="copy" @click=${() => copy(area.code, page)}>${area.code}${icon('copy')}</button>
      <button type="button" class="icon-button small" aria-label=${words.t('card.fit')} title=${words.t('card.fit')} data-key="fit" @click=${fit}>${icon('fit')}</button></p>
    ${emergency(data.counts, words)}${size(area, words)}${counts(data.counts, page)}${inCharge(area, words)}${onDutyPart(area, page)}${children(data, page)}${history(data, words)}`;
}

/** @param {string} code @param {Page} page */
async function copy(code, page) {
  await navigator.clipboard?.writeText(code).catch(() => {});
  page.say(page.words().t('card.copied', { code }), 'good');
}

/** @param {CardData} data @param {Page} page */
function parents({ area, chain }, page) {
  const above = chain.filter((link) => link.code !== area.properties.code);
  if (above.length === 0) return null;
  return html`<nav class="crumbs" aria-label=${page.words().t('card.parents')}><ol>${above.map((link) => html`<li>
    <button type="button" class="link" data-key=${`crumb-${link.code}`}
      @click=${() => page.choose({ partition: link.partition ?? area.properties.partition, code: link.code }, link.level)}>${link.name}</button></li>`)}</ol></nav>`;
}

/** @param {AreaProps} area @param {Words} words */
function size(area, words) {
  return html`<section class="card-part"><div class="figures">
      <div class="figure"><span class="figure-name">${words.t('card.households')}</span><b>${words.number(area.households)}</b></div>
      <div class="figure"><span class="figure-name">${words.t('card.population')}</span><b>${words.number(area.population)}</b></div></div>
    ${area.sizeRule && area.sizeRule.verdict !== 'none'
      ? html`<div class="rule">${gauge(area.households, area.sizeRule, words)}${verdictBadge(area.sizeRule, words)}</div>` : null}</section>`;
}

/** Whom to call while an emergency lasts there. @param {Counts} counts @param {Words} words */
function emergency({ emergency: one }, words) {
  if (!one) return null;
  return html`<section class="card-part card-emergency" data-part="emergency"><p>${icon('warning')}<b>${one.title ? words.t('emergency.lasts', { title: one.title }) : words.t('emergency.in-grids', { n: words.number(one.grids ?? 0) })}</b></p>
    ${one.contact ? html`<p>${words.t('emergency.call')} <b>${one.contact.name}</b> <a class="link" href=${`tel:${one.contact.phone}`}>${one.contact.phone}</a></p>` : null}</section>`;
}

/** @param {Counts} counts @param {Page} page */
function counts(counts, page) {
  const words = page.words();
  const { incidents } = counts;
  /** @type {[string, string, ListKind | null][]} */
  const all = [];
  if (counts.children && counts.children !== counts.microGrids) all.push([words.t('count.children'), words.number(counts.children), null]);
  if (counts.microGrids) all.push([words.t('count.microGrids'), words.number(counts.microGrids), null]);
  if (incidents) all.push([words.t('count.incidents'), words.t('count.incidents-of', { open: words.number(incidents.open), total: words.number(incidents.total) }), 'incidents']);
  if (counts.cameras !== undefined) all.push([words.t('count.cameras'), words.number(counts.cameras), 'cameras']);
  if (counts.workers !== undefined) all.push([words.t('count.workers'), words.number(counts.workers), null]);
  return html`<section class="card-part"><h3>${words.t('card.counts')}</h3><ul class="counts">${all.map(([name, value, tab]) => html`<li>
    ${tab ? html`<button type="button" class="link" data-key=${`count-${tab}`} @click=${() => page.store.dispatch({ kind: 'tab', tab })}>${name}</button>` : html`<span>${name}</span>`}
    <b>${value}</b></li>`)}</ul></section>`;
}

/** @param {AreaProps} area @param {Words} words */
function inCharge(area, words) {
  return html`<section class="card-part"><h3>${words.t('card.in-charge')}</h3>
    ${area.inCharge.length === 0 ? emptyNote(words.t('card.no-one')) : html`<ul class="people">${area.inCharge.map(({ duty, staffCode, name, dutyPhone }) => html`
      <li>${icon('person')}<span>${words.word('duty', duty)}${name ? html` <b>${name}</b>` : null}${dutyPhone ? html` <span class="code-text faint">${dutyPhone}</span>` : null}</span><span class="code-text">${staffCode}</span></li>`)}</ul>`}</section>`;
}

/** @param {CardData} data @param {Page} page */
function children({ children: below }, page) {
  const words = page.words();
  if (below.length === 0) return null;
  return html`<section class="card-part"><h3>${words.t('card.children')} <span class="faint">${words.t('town.count', { n: below.length })}</span></h3>
    <table class="table small"><thead><tr><th scope="col">${words.t('column.name')}</th><th scope="col" class="number">${words.t('column.households')}</th>
      <th scope="col">${words.t('column.verdict')}</th></tr></thead><tbody>${below.map(({ properties: area }) => html`<tr>
      <td><button type="button" class="link" data-key=${`child-${area.code}`}
        @click=${() => page.choose({ partition: area.partition, code: area.code }, area.level)}>${area.name}</button></td>
      <td class="number">${words.number(area.households)}</td>
      <td>${area.sizeRule && area.sizeRule.verdict !== 'none' ? verdictBadge(area.sizeRule, words) : null}</td></tr>`)}</tbody></table></section>`;
}

/** @param {CardData} data @param {Words} words */
function history({ history: versions }, words) {
  return html`<section class="card-part"><h3>${words.t('card.history')}</h3><ol class="history">${versions.map((version) => html`<li>
    <span>${version.validTo
      ? words.t('card.span', { from: words.day(version.validFrom), to: words.day(version.validTo) })
      : words.t('card.since', { from: words.day(version.validFrom) })}</span>
    <span class="faint">${words.t('card.version', { n: version.version })}</span><p>${words.word('reason', version.reason)}</p></li>`)}</ol></section>`;
}
