import { html } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';

/**
 * An entry of the ledger, exactly as anyone sees it.
 *
 * @param {LedgerEntry} entry @param {Words} words
 */
export function ledgerEntry(entry, words) {
  const ended = entry.standing === 'closed' ? 'closed' : ['rejected', 'cancelled'].includes(entry.standing) ? 'ended' : 'open';
  const category = (words.lang === 'zh' ? entry.categoryZh : entry.categoryEn) ?? entry.category;
  return html`<li class="ledger-entry"><p><b>${category}</b> <span class=${`ledger-state ${ended}`}>${words.t(`ledger.${ended}`)}</span>${entry.late ? html` <span class="ledger-state late">${words.t('ledger.late')}</span>` : null}</p>
    <p>${words.t('grid.promise')}: ${entry.promise}</p>
    <p class="faint">${words.t('grid.came', { day: entry.day })}${entry.steps.map(({ action, day }) => ` · ${words.t(`ledger.${action}`)} ${day}`)}</p>
    ${entry.satisfied === null ? null : html`<p>${icon(entry.satisfied ? 'pleased' : 'displeased')} ${words.t(entry.satisfied ? 'ledger.satisfied' : 'ledger.unsatisfied')}</p>`}</li>`;
}
