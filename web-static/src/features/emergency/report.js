import { problemOf } from '../../app/problem.js';
import { areaLegend, areaPicture } from '../../ui/area-picture.js';
import { confirmed } from '../../ui/confirm.js';
import { html } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { shadeOf } from '../../ui/outlines.js';
import { openContact } from './contact.js';
import { minutesOf } from './state.js';
import { openUnits } from './units.js';

const PARTS = /** @type {const} */ (['report', 'people']);

/**
 * How an emergency stands, or stood when it ended: the same sheet on the screen and on paper.
 *
 * @param {{ emergency: Emergency, areas: any[] }} data @param {EmergencyTo} to
 */
export function reportView({ emergency, areas }, to) {
  const words = to.page.words();
  const { part } = to.view();
  return html`${headView(emergency, to)}
    ${emergency.staffs ? html`<div class="emergency-parts"><div class="segments" role="group" aria-label=${words.t('emergency.title')}>${PARTS.map((name) => html`<button type="button" aria-pressed=${String(name === part)} data-key=${`part-${name}`} @click=${() => to.go({ part: name })}>${words.t(`emergency.part.${name}`)}</button>`)}</div></div>` : null}
    ${part === 'people' && emergency.staffs ? html`<div class="emergency-people"></div>` : html`<div class="emergency-report">${tilesView(emergency, words)}
      <div class="emergency-ground">${pictureView(emergency, areas, words)}${gridsView(emergency, to)}</div>${incidentsView(emergency, words)}</div>`}`;
}

/** @param {Emergency} one @param {EmergencyTo} to */
function headView(one, to) {
  const words = to.page.words();
  const minutes = minutesOf(one, Date.parse(to.site.asOf));
  return html`<div class=${`emergency-head ${one.endedAt ? '' : 'lasting'}`}><div class="emergency-what"><p class="emergency-state">${icon(one.endedAt ? 'check' : 'warning')}${words.t(one.endedAt ? 'emergency.ended' : 'emergency.lasting')}</p>
      <h2>${one.title}</h2>
      <p>${words.t(one.endedAt ? 'emergency.from-to' : 'emergency.since', { from: words.dayTime(one.declaredAt), to: words.dayTime(one.endedAt) })} · ${lengthOf(minutes, words)}</p>
      <p class="faint">${one.areas.map(({ name }) => name).join(words.t('list.comma'))} · ${words.t('emergency.by', { who: one.declaredBy.name ?? one.declaredBy.account })}${one.endedBy ? ` · ${words.t('emergency.ended-by', { who: one.endedBy.name ?? one.endedBy.account })}` : ''}${one.generated ? ` · ${words.t('emergency.generated')}` : ''}</p>
      ${one.task ? html`<p class="emergency-task">${icon('list')}<span>${words.t('emergency.task-is', { text: one.task.text, until: words.dayTime(one.task.until) })}</span></p>` : null}
      ${one.urgentCategories.length > 0 ? html`<p class="emergency-task emergency-urgent">${icon('warning')}<span>${words.t('emergency.urgent-is', { categories: one.urgentCategories.map(({ code, names }) => names[words.lang === 'zh' ? 'zh' : 'en'] ?? code).join(words.t('list.comma')) })}</span></p>` : null}</div>
    <div class="emergency-tools"><a class="button" href=${`/api/emergencies/${one.id}/sheet.xlsx?lang=${words.lang}`} download data-key="sheet">${icon('save')}${words.t('emergency.sheet')}</a>
      <button type="button" class="button" data-key="print" @click=${() => window.print()}>${icon('print')}${words.t('emergency.print')}</button>
      ${one.ends ? html`<button type="button" class="button primary" data-key="end" @click=${() => endIt(one, to)}>${words.t('emergency.end')}</button>` : null}</div></div>`;
}

/** @param {number} minutes @param {Words} words */
const lengthOf = (minutes, words) => words.t(minutes >= 1440 ? 'emergency.days' : 'emergency.hours', { d: Math.floor(minutes / 1440), h: Math.floor((minutes % 1440) / 60), m: minutes % 60 });

/** @param {Emergency} one @param {Words} words */
function tilesView({ totals, task }, words) {
  const n = (/** @type {number} */ value) => words.number(value);
  const tile = (/** @type {string} */ key, /** @type {string} */ value, /** @type {string} */ more, short = false) => html`<div class=${`emergency-tile ${short ? 'short' : ''}`} data-tile=${key}><dt>${words.t(`emergency.tile.${key}`)}</dt><dd><b>${value}</b><span>${short ? icon('warning') : null}${more}</span></dd></div>`;
  const lacking = Math.max(0, totals.needed - totals.confirmed);
  return html`<dl class="emergency-tiles">${tile('grids', n(totals.grids), words.t('emergency.n-households', { n: n(totals.households) }))}
    ${tile('people', `${n(totals.confirmed)} / ${n(totals.needed)}`, words.t(lacking > 0 ? 'emergency.lacking' : 'emergency.enough', { n: n(lacking), asked: n(totals.asked), declined: n(totals.declined) }), lacking > 0)}
    ${task ? tile('task', `${n(totals.done)} / ${n(totals.doors)}`, words.t('emergency.left', { n: n(totals.left) })) : null}
    ${tile('incidents', n(totals.incidents), words.t('emergency.open', { n: n(totals.open) }))}${tile('whistles', n(totals.whistles), words.t('emergency.meanwhile'))}</dl>`;
}

/** Shaded by what is done of the task, or by who comes where there is none. @param {Emergency} one @param {any[]} areas @param {Words} words */
function pictureView({ grids, task }, areas, words) {
  const known = new Map(grids.map((grid) => [grid.code, grid]));
  const label = words.t(task ? 'emergency.map-task' : 'emergency.map-people');
  const of = (/** @type {EmergencyGrid} */ grid) => (task ? [grid.done, grid.doors] : [Math.min(grid.confirmed, grid.needed), grid.needed]);
  return html`<figure class="emergency-map">${areaPicture(areas.filter(({ properties }) => known.has(properties.code)), label, (code) => {
    const grid = known.get(code);
    if (!grid) return null;
    const [n, all] = of(grid);
    return { band: all === 0 ? 5 : shadeOf(n, all), text: all === 0 ? '' : `${words.number(n)}/${words.number(all)}`, title: grid.name };
  })}<p class="faint">${label}</p>${areaLegend([0, 1, 2, 3, 4, 5].map((band) => words.t(`emergency.band.${band}`)))}</figure>`;
}

/** @param {Emergency} one @param {EmergencyTo} to */
function gridsView(one, to) {
  const words = to.page.words();
  const n = (/** @type {number} */ value) => words.number(value);
  const columns = ['grid', 'people', ...(one.task ? ['left'] : []), 'incidents', 'whistles', 'contact'];
  const left = (/** @type {EmergencyGrid} */ grid) => (one.campaign === null ? n(grid.left) : html`<button type="button" class="link" data-key=${`units-${grid.code}`} title=${words.t('emergency.units')} @click=${() => openUnits(to.page, /** @type {number} */ (one.campaign), grid)}>${n(grid.left)}</button>`);
  const contact = (/** @type {EmergencyGrid} */ grid) => html`<span class="emergency-contact">${grid.contact.name}</span> <a class="link" href=${`tel:${grid.contact.phone}`}>${grid.contact.phone}</a>${one.staffs && !one.endedAt ? html` <button type="button" class="link emergency-edit" data-key=${`contact-${grid.code}`} aria-label=${words.t('emergency.contact-of', { grid: grid.name })} @click=${() => openContact(one, grid, to)}>${words.t('emergency.change')}</button>` : null}`;
  return html`<div class="emergency-scroll" tabindex="0" role="region" aria-label=${words.t('emergency.table')}><table class="table"><caption class="hidden">${words.t('emergency.table')}</caption>
    <thead><tr>${columns.map((key) => html`<th scope="col" class=${['grid', 'contact'].includes(key) ? null : 'number'}>${words.t(`emergency.column.${key}`)}</th>`)}</tr></thead>
    <tbody>${one.grids.map((grid) => html`<tr data-grid=${grid.code}><th scope="row"><a href=${`/?area=${grid.code}`}>${grid.name}</a><span class="faint">${words.t('emergency.n-households', { n: n(grid.households) })}</span></th>
      <td class="number"><span class=${`emergency-people-of ${grid.confirmed < grid.needed ? 'short' : ''}`}>${grid.confirmed < grid.needed ? icon('warning') : icon('check')}${n(grid.confirmed)} / ${n(grid.needed)}</span><span class="faint">${words.t('emergency.asked', { n: n(grid.asked) })}</span></td>
      ${one.task ? html`<td class="number">${left(grid)}<span class="faint">${words.t('emergency.of', { n: n(grid.doors) })}</span></td>` : null}
      <td class="number">${n(grid.incidents)}<span class="faint">${words.t('emergency.open', { n: n(grid.open) })}</span></td><td class="number">${n(grid.whistles)}</td><td>${contact(grid)}</td></tr>`)}</tbody></table></div>`;
}

/** @param {Emergency} one @param {Words} words */
function incidentsView({ incidents = [] }, words) {
  return html`<section class="emergency-incidents"><h3>${words.t('emergency.incidents')}</h3>${incidents.length === 0 ? html`<p class="faint">${words.t('emergency.no-incidents')}</p>` : html`<div class="emergency-scroll" tabindex="0" role="region" aria-label=${words.t('emergency.incidents')}><table class="table">
    <thead><tr>${['number', 'category', 'grid', 'reported', 'standing'].map((key) => html`<th scope="col">${words.t(`emergency.column.${key}`)}</th>`)}</tr></thead>
    <tbody>${incidents.map((it) => html`<tr><th scope="row" class="code-text">${it.number}</th><td>${it.names[words.lang] ?? it.category}</td><td>${it.gridName}</td><td>${words.dayTime(it.reportedAt)}</td><td>${icon(it.open ? 'clock' : 'check')} ${words.t(`emergency.standing.${it.standing}`)}</td></tr>`)}</tbody></table></div>`}</section>`;
}

/** @param {Emergency} one @param {EmergencyTo} to */
async function endIt(one, to) {
  const { page } = to;
  const words = page.words();
  const { totals } = one;
  const sure = await confirmed({
    words, title: words.t('emergency.end'), yes: words.t('emergency.end-yes'),
    text: words.t('emergency.end-sure', { title: one.title, grids: words.number(totals.grids), left: words.number(totals.left), people: words.number(totals.confirmed) }),
  });
  if (!sure) return;
  try {
    await page.api.send('POST', `/api/emergencies/${one.id}/end`, { version: one.version, signal: new AbortController().signal });
    page.say(words.t('emergency.filed'), 'good');
  } catch (error) {
    const problem = problemOf(error);
    page.say(problem.detail || problem.title || words.t('problem.title'), 'bad');
  }
  to.renew();
}
