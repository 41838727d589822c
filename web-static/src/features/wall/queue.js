import { html, show, svg } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { PRIORITY_SHAPES } from '../../map/wall-symbols.js';
import { queueOf } from '../desk/queue.js';
import { clockText, inOrder, standingOf } from '../whistle/whistle.js';
import { markOf } from './marks.js';
import { span } from './part.js';

/** More would not be read; how many there are besides is told. */
const MOST_WHISTLES = 3;

/** The right rail: who calls for help, then what is urgent, overdue or nearly so. @param {HTMLElement} place @param {WallPage} to @param {number} rows as many as there is room for */
export function drawQueue(place, to, rows) {
  const words = to.words();
  const { past } = to.wall.state();
  const nowMs = to.nowMs();
  const whistles = past ? [] : inOrder(to.page.store.state().whistles, nowMs).slice(0, MOST_WHISTLES);
  const declared = past ? [] : (to.page.store.state().emergencies ?? []).slice(0, MOST_WHISTLES);
  const all = queueOf(to.incidents(), nowMs).map((row) => ({ ...row, pressing: rankOf(row) })).filter(({ pressing }) => pressing < 3).sort((a, b) => a.pressing - b.pressing);
  const shown = all.slice(0, Math.max(1, rows - 2 * (whistles.length + declared.length)));
  show(place, html`${declared.length === 0 ? null : html`<section class="wall-whistles wall-emergencies" aria-label=${words.t('legend.emergency')}><h2>${icon('warning')}${words.t('wall.emergencies')}</h2><ul>${declared.map((one) => emergency(one, words))}</ul></section>`}
    ${whistles.length === 0 ? null : html`<section class="wall-whistles" aria-label=${words.t('whistle.lasting')}><h2>${icon('whistle')}${words.t('whistle.count', { n: words.number(to.page.store.state().whistles.length) })}</h2><ul>${whistles.map(({ properties }) => whistle(properties, to))}</ul></section>`}
    <section class="wall-queue" aria-label=${words.t('wall.queue')}><h2>${words.t(past ? 'wall.queue-then' : 'wall.queue')} <span>${words.number(all.length)}</span></h2>
      ${all.length === 0 ? html`<p class="wall-note">${words.t('wall.queue-empty')}</p>` : html`<ul>${shown.map((row) => line(row, to))}</ul>`}
      ${all.length > shown.length ? html`<p class="wall-note">${words.t('whistle.more', { n: words.number(all.length - shown.length) })}</p>` : null}</section>`);
}

/** @param {DeskRow} row */
function rankOf({ incident, pressure }) {
  if (incident.priority === 'urgent') return 0;
  if (incident.overdue || pressure.kind === 'overdue') return 1;
  return pressure.kind === 'warned' ? 2 : 3;
}

/** @param {Emergency} one @param {Words} words */
const emergency = ({ id, title, totals }, words) => html`<li class="wall-whistle wall-emergency" data-emergency=${id}><b>${title}</b><span class="wall-what">${words.t('emergency.people-of', { confirmed: words.number(totals.confirmed), needed: words.number(totals.needed) })}</span><span class="wall-where">${words.t('wall.n-grids', { n: words.number(totals.grids) })}</span>
    <span class="wall-due">${totals.doors > 0 ? words.t('emergency.left-of', { n: words.number(totals.left) }) : ''}</span></li>`;

/** @param {WhistleProps} one @param {WallPage} to */
function whistle(one, to) {
  const words = to.words();
  const { kind, ms } = standingOf(one, to.nowMs());
  return html`<li class=${`wall-whistle ${kind}`} data-whistle=${one.id}><b>${words.word('whistle-level', one.level)}</b><span class="wall-what">${to.category(one.incident.category)}</span><span class="wall-where">${to.area(one.grid)}</span>
    <span class="wall-due">${words.t(`whistle.standing.${kind}`, { clock: clockText(ms) })}</span></li>`;
}

/** @param {DeskRow} row @param {WallPage} to */
function line({ incident, pressure }, to) {
  const words = to.words();
  const past = to.wall.state().past;
  const kind = incident.overdue ? 'overdue' : pressure.kind;
  const text = past ? words.t(incident.overdue ? 'wall.was-overdue' : 'wall.was-open') : kind === 'overdue' ? words.t('wall.late', { span: span(pressure.ms, words) }) : kind === 'paused' ? words.t('incident.due.paused') : words.t('incident.due.left', { span: span(pressure.ms, words) });
  return html`<li class=${`wall-row ${kind}`} data-incident=${incident.id}>${mark(markOf(incident, to.nowMs()))}<span class="wall-what">${incident.categoryNames?.[words.lang] ?? to.category(incident.category)}<span class="hidden"> ${words.word('step', incident.state)}</span></span>
    <span class="wall-where">${to.area(incident.grid)}</span><span class="wall-due">${text}</span></li>`;
}

/** The mark as it is on the map. @param {string} name */
export function mark(name) {
  const [priority, pressure, digit] = name.split('-');
  return html`<svg class=${`wall-mark ${pressure}`} viewBox="0 0 28 28" aria-hidden="true">${svg`<path d=${PRIORITY_SHAPES[/** @type {'urgent'} */ (priority)]} /><text x="14" y="18.6" text-anchor="middle">${digit ?? ''}</text>`}</svg>`;
}
