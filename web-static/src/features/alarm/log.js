import { openDialog } from '../../ui/dialog.js';
import { html, show } from '../../ui/html.js';
import { problemNote } from '../../ui/problem.js';
import { problemOf } from '../../app/problem.js';
import { numberOf } from './alarm.js';

const PAGE = 100;
const PRIORITIES = /** @type {const} */ (['', 'emergency', 'high', 'low']);

/**
 * Everything that ever rang, page by page; or what a share of the board counts.
 *
 * @param {Page} page @param {AlarmDoes['open']} open @param {{ priority?: AlarmPriority, board: AlarmBoard | null }} of board: whose shares are looked into; null for everything
 */
export async function openLog(page, open, of) {
  const words = page.words();
  const place = document.createElement('div');
  place.className = 'alarm-log';
  /** @type {AlarmLogProps[]} */
  let shown = [];
  /** What rings while the board is looked at is in none of its numbers. @type {string | undefined} */
  let next = of.board?.sharesBefore;
  /** @type {AlarmPriority | ''} */
  let priority = of.priority ?? '';
  const close = openDialog({ title: words.t('alarm.log'), closeLabel: words.t('help.close'), content: place });
  const draw = () => show(place, html`<label class="alarm-filter"><span>${words.t('alarm.priority')}</span> <select class="field" data-key="log-priority" @change=${(/** @type {Event} */ event) => {
    priority = /** @type {typeof priority} */ (/** @type {HTMLSelectElement} */ (event.currentTarget).value);
    shown = [];
    next = of.board?.sharesBefore;
    void read();
  }}>${PRIORITIES.map((one) => html`<option value=${one} ?selected=${one === priority}>${one ? words.word('alarm-priority', one) : words.t('alarm.any')}</option>`)}</select>
      <span class="faint" data-part="log-count">${countOf(of.board, priority, words)} ${words.t('alarm.log-shown', { n: words.number(shown.length) })}</span></label>
    <div class="alarm-log-scroll" tabindex="0" role="region" aria-label=${words.t('alarm.log')}>${table(shown, words, (one) => {
      close();
      open(one);
    })}</div>
    ${next ? html`<p class="dialog-foot"><button type="button" class="button" data-key="log-more" @click=${read}>${words.t('alarm.more')}</button></p>` : null}`);
  const read = async () => {
    try {
      const answer = await page.api.get('/api/alarms/log', { limit: PAGE, ...(of.board ? { since: of.board.sharesSince } : {}), ...(priority ? { priority } : {}), ...(next ? { before: next } : {}) }, new AbortController().signal);
      shown = [...shown, ...answer.features.map((/** @type {GeoFeature<AlarmLogProps>} */ { properties }) => properties)];
      next = answer.next;
      draw();
    } catch (error) {
      show(place, problemNote(problemOf(error), words));
    }
  };
  await read();
}

/** How many there are of which the list is made, and of how many in all. @param {AlarmBoard | null} board @param {AlarmPriority | ''} priority @param {Words} words */
function countOf(board, priority, words) {
  if (!board) return '';
  const counted = board.shares.filter((one) => priority === '' || one.priority === priority);
  const count = counted.reduce((sum, one) => sum + one.count, 0);
  return words.t('alarm.log-of', { days: board.shareDays, count: words.number(count), of: words.number(board.shares[0].of) });
}

/** @param {AlarmLogProps[]} all @param {Words} words @param {(one: AlarmLogProps) => void} pick */
function table(all, words, pick) {
  if (all.length === 0) return html`<p class="faint">${words.t('alarm.none')}</p>`;
  return html`<table class="table"><thead><tr>${['at', 'priority', 'kind', 'where', 'incident', 'state'].map((key) => html`<th scope="col">${words.t(`alarm.column.${key}`)}</th>`)}</tr></thead>
    <tbody>${all.map((one) => html`<tr data-log=${one.id}><td>${words.dayTime(one.rungAt)}</td><td><span class=${`chip plain alarm-${one.priority}`}>${words.word('alarm-priority', one.priority)}</span></td><td>${words.word('alarm-kind', one.kind)}</td><td>${one.gridName || one.grid || '—'}</td>
      <td>${one.incident ? html`<button type="button" class="link code-text" @click=${() => pick(one)}>${numberOf(one.incident)}</button>` : '—'}</td><td>${standing(one, words)}</td></tr>`)}</tbody></table>`;
}

/** @param {AlarmLogProps} one @param {Words} words */
function standing({ state, shelved, acknowledgedAt, acknowledgedBy, clearedAt }, words) {
  const at = clearedAt ?? acknowledgedAt;
  return html`${words.word('alarm-state', state)}${at ? html` <span class="faint">${words.hour(at)}</span>` : null}${acknowledgedBy ? html` <span class="code-text">${acknowledgedBy}</span>` : null}${shelved ? html` <span class="chip plain">${words.t('alarm.was-shelved')}</span>` : null}`;
}
