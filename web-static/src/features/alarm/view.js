import { html, svg } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { detailWords, isOff, numberOf, percentOf, waits, waitingOf } from './alarm.js';

/** @typedef {{ words: Words, folded: boolean, does: AlarmDoes }} With */

/** @param {AlarmBoard} board @param {With} with_ */
export function panel(board, with_) {
  const { words, folded, does } = with_;
  const all = waitingOf(board);
  return html`<section class=${`alarms${board.flood ? ' flooded' : ''}`} aria-label=${words.t('alarm.title')}>
    <div class="alarms-head"><h2>${icon('bell')}${words.t('alarm.count', { n: words.number(all) })}</h2>
      <ul class="alarm-counts">${board.shares.map(({ priority }) => html`<li class=${`chip plain alarm-${priority}`}>${words.word('alarm-priority', priority)} ${words.number(board.waiting[priority])}</li>`)}</ul>
      ${shares(board, with_)}
      <span class="alarms-do">${board.shelved > 0 ? html`<span class="faint" data-part="shelved">${words.t('alarm.shelved', { n: words.number(board.shelved) })}</span>` : null}
        ${board.actions.includes('shelve') ? html`<button type="button" class="button small" data-key="alarm-shelve" @click=${() => does.shelve(null)}>${icon('clock')}${words.t('alarm.shelve')}</button>` : null}
        <button type="button" class="button small" data-key="alarm-log" @click=${() => does.log()}>${icon('list')}${words.t('alarm.log')}</button>
        <button type="button" class="button small" data-key="alarm-fold" aria-expanded=${folded ? 'false' : 'true'} @click=${() => does.fold()}>${icon(folded ? 'down' : 'up')}${words.t(folded ? 'alarm.unfold' : 'alarm.fold')}</button></span></div>
    ${flood(board, words)}${shelves(board, with_)}
    ${board.emergencies.length > 0 ? html`<ul class="alarm-rows emergencies" aria-label=${words.word('alarm-priority', 'emergency')}>${board.emergencies.map((one) => row(one, board, with_))}</ul>` : null}
    ${!folded && board.rows.length > 0 ? html`<ul class="alarm-rows" aria-label=${words.t('alarm.others')}>${board.rows.map((one) => row(one, board, with_))}</ul>` : null}</section>`;
}

/** @param {AlarmBoard} board @param {Words} words */
function flood({ flood: lasting }, words) {
  if (!lasting) return null;
  return html`<p class="alarm-flood" data-part="flood">${icon('warning')}<b>${words.t('alarm.flood', { since: words.hour(lasting.since) })}</b>
    <span>${words.t('alarm.gathered', { n: words.number(lasting.gathered) })}</span> <span class="faint">${words.t('alarm.flood-until', { until: words.hour(lasting.until) })}</span></p>`;
}

/** Of how much all that rang consists, and the marks of what it should; each share opens what it counts. @param {AlarmBoard} board @param {With} with_ */
function shares({ shares: all, shareDays }, { words, does }) {
  if (all[0].of === 0) return null;
  const told = (/** @type {AlarmShare} */ one) => words.t('alarm.share', { priority: words.word('alarm-priority', one.priority), percent: words.number(percentOf(one), 1), count: words.number(one.count), of: words.number(one.of), target: one.targetPercent });
  return html`<span class="alarm-shares" role="group" aria-label=${words.t('alarm.shares', { days: shareDays })}>
    <svg class="alarm-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${bars(all)}</svg>
    <span class="alarm-percents">${all.map((one) => html`<button type="button" class=${`link${isOff(one) ? ' bad' : ''}`} data-key=${`share-${one.priority}`} title=${told(one)} aria-label=${`${words.number(percentOf(one), 0)}%/${one.targetPercent} ${told(one)}`} @click=${() => does.log(one.priority)}>${words.number(percentOf(one), 0)}%<small>/${one.targetPercent}</small></button>`)}</span></span>`;
}

/** The shares one after another, and lines where they should end. @param {AlarmShare[]} all */
function bars(all) {
  let from = 0;
  let mark = 0;
  const parts = all.map((one) => {
    const x = from;
    from += percentOf(one);
    return svg`<rect class=${`alarm-${one.priority}`} x=${x.toFixed(2)} y="2" width=${percentOf(one).toFixed(2)} height="6"></rect>`;
  });
  const marks = all.slice(0, -1).map(({ targetPercent }) => {
    mark += targetPercent;
    return svg`<line class="alarm-target" x1=${mark} x2=${mark} y1="0" y2="10" vector-effect="non-scaling-stroke"></line>`;
  });
  return [...parts, ...marks];
}

/** @param {AlarmBoard} board @param {With} with_ */
function shelves({ shelves: all, actions }, { words, does }) {
  if (all.length === 0) return null;
  return html`<ul class="alarm-shelves">${all.map((one) => html`<li class="chip plain" data-shelf=${one.id}>${words.t('alarm.shelf', {
    what: one.kind ? words.word('alarm-kind', one.kind) : words.t('alarm.all-kinds'), where: one.area ? one.areaName || one.area : words.t('alarm.everywhere'), until: words.hour(one.until), reason: words.word('alarm-reason', one.reason),
  })}${actions.includes('shelve') ? html` <button type="button" class="link" data-key=${`unshelve-${one.id}`} @click=${() => does.unshelve(one)}>${words.t('alarm.unshelve')}</button>` : null}</li>`)}</ul>`;
}

/** @param {AlarmRow} one @param {AlarmBoard} board @param {With} with_ */
function row(one, board, { words, does }) {
  const may = board.actions.includes('acknowledge') && waits(one);
  return html`<li class=${`alarm-row alarm-${one.priority}${waits(one) ? '' : ' seen'}`} data-alarm=${one.key} data-showing=${one.showing}>
    ${one.showing === 'rest' ? rest(one, words) : html`<button type="button" class="alarm-what" data-alarm-row data-key=${`alarm-${one.key}`} @click=${() => does.open(one)}>
      <b>${words.word('alarm-kind', one.kind ?? '')}</b>${detail(one, words)} <span>${place(one)}</span>${one.count > 1 ? html` <span class="alarm-times">×${words.number(one.count)}</span>` : null}
      <time datetime=${one.lastAt}>${words.hour(one.lastAt)}</time>${one.showing === 'alone' ? null : html` <span class="faint">${words.word('alarm-showing', one.showing)}</span>`}</button>`}
    ${may ? html`<button type="button" class="button small" data-acknowledge data-key=${`acknowledge-${one.key}`} title=${words.t('alarm.acknowledge-hint')} @click=${() => does.acknowledge(one)}>${icon('check')}${one.count > 1 ? words.t('alarm.acknowledge-all', { n: words.number(one.count) }) : words.t('alarm.acknowledge')}</button>` : waits(one) ? null : html`<span class="faint">${words.t('alarm.seen')}</span>`}
    ${may && one.priority !== 'emergency' && one.showing !== 'rest' ? html`<button type="button" class="icon-button" aria-label=${words.t('alarm.shelve-this')} title=${words.t('alarm.shelve-this')} data-key=${`shelve-${one.key}`} @click=${() => does.shelve(one)}>${icon('clock')}</button>` : null}</li>`;
}

/** @param {AlarmRow} one @param {Words} words */
function detail({ kind, detail: code, count, incident }, words) {
  const group = detailWords(kind);
  // Of several rows the number of one would say little.
  const number = count > 1 ? '' : numberOf(incident);
  return html`${group && code ? html` <span>${words.word(group, code)}</span>` : null}${number ? html` <span class="code-text">${number}</span>` : null}`;
}

/** @param {AlarmRow | AlarmPart} one */
const place = ({ gridName, grid }) => gridName || grid || '—';

/** All for which no row was left: by grid and kind, when it is opened. @param {AlarmRow} one @param {Words} words */
function rest({ count, groups, parts = [] }, words) {
  return html`<details class="alarm-rest"><summary data-alarm-row data-key="alarm-rest"><b>${words.t('alarm.rest')}</b> <span class="alarm-times">×${words.number(count)}</span> <span class="faint">${words.t('alarm.rest-groups', { n: words.number(groups ?? 0) })}</span></summary>
    <ul>${parts.map((part) => html`<li><span class=${`chip plain alarm-${part.priority}`}>${words.word('alarm-priority', part.priority)}</span> ${words.word('alarm-kind', part.kind)} · ${place(part)} <b>×${words.number(part.count)}</b></li>`)}
      ${(groups ?? 0) > parts.length ? html`<li class="faint">${words.t('whistle.more', { n: words.number((groups ?? 0) - parts.length) })}</li>` : null}</ul></details>`;
}
