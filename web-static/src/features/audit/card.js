import { toldRoles } from '../../app/account-menu.js';
import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { grouped } from './state.js';

/**
 * All that a record says.
 *
 * @param {AuditRecord} record @param {Words} words @param {() => void} close
 */
export function recordCard(record, words, close) {
  const facts = Object.entries(record.facts).sort(([a], [b]) => a.localeCompare(b));
  return html`<button type="button" class="icon-button card-close" aria-label=${words.t('audit.close')} data-key="card-close" @click=${close}>${icon('close')}</button>
    <h2 class="card-name">${words.word('action', record.action)}</h2><p class="faint code-text">${record.action}</p>
    <div class="card-part"><dl class="facts">${[
      row(words.t('audit.column.at'), words.time(record.at)),
      row(words.t('audit.instant'), record.at, true),
      row(words.t('audit.column.account'), record.account),
      row(words.t('audit.roles'), toldRoles(record.roles).map((role) => words.word('role', role)).join(words.t('list.comma'))),
      row(words.t('audit.address'), record.address ?? words.t('audit.not-kept')),
      row(words.t('audit.session'), record.session ?? '—', true),
      row(words.t('audit.column.subject'), record.subject || '—', true),
      row(words.t('audit.column.outcome'), words.word('outcome', record.outcome)),
      row(words.t('audit.column.why'), record.why || '—'),
    ]}</dl></div>
    ${facts.length === 0 ? null : html`<div class="card-part"><h3>${words.t('audit.facts')}</h3><dl class="facts">${facts.map(([name, value]) => row(name, typeof value === 'string' ? value : JSON.stringify(value), true))}</dl></div>`}
    <div class="card-part"><h3>${words.t('audit.seal')}</h3><dl class="facts">${[
      row(words.t('audit.column.number'), record.number === null ? words.t('audit.unsealed-why') : words.number(record.number)),
      row(words.t('audit.chain'), record.chain ? grouped(record.chain) : '—', true),
      row(words.t('audit.id'), record.id, true),
      row(words.t('audit.writer'), record.writer, true),
    ]}</dl></div>`;
}

/** @param {string} name @param {string} value @param {boolean} [code] */
const row = (name, value, code = false) => html`<div><dt>${name}</dt><dd class=${code ? 'code-text audit-code' : ''}>${value}</dd></div>`;
