import { html, show } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';
import { createPart } from '../../../ui/part.js';
import { emptyNote } from '../../../ui/problem.js';
import { createAreaNames } from '../area-names.js';
import { standingOf, whereOf } from '../grant-line.js';
import { openAddAccount } from './add-account.js';
import { mountAccountCard } from './account-card.js';
import { ROLES } from './roles.js';

const PAGE = 50;
const WAIT_MS = 250;

/**
 * The accounts as a table that is searched, filtered and read page by page; beside it the card of the chosen one.
 *
 * @param {HTMLElement} place @param {FramePage} page @param {Site} site
 */
export function mountAccounts(place, page, site) {
  const words = page.words();
  const asked = { q: '', state: '', role: '' };
  /** @type {string | null} */
  let chosen = null;
  show(place, html`<div class="accounts"><div class="accounts-list"><div class="accounts-tools"></div><div class="accounts-table"></div></div><aside class="accounts-card" aria-label=${words.t('admin.card')} hidden></aside></div>`);
  const [tools, rows, aside] = ['tools', 'table', 'card'].map((name) => /** @type {HTMLElement} */ (place.querySelector(`.accounts-${name}`)));
  const names = createAreaNames(page.api, () => {
    table.draw();
    card.draw();
  });
  /** @type {Part<AccountList>} */
  const table = createPart(rows, {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/accounts', { ...asked, limit: PAGE }, signal),
    content: (list) => tableOf(list, page.words(), { names, chosen, choose, more, filtered: asked.q + asked.state + asked.role !== '' }),
  });
  const card = mountAccountCard(aside, page, { names, me: site.account, now: () => table.data()?.asOf ?? site.asOf, changed: (account) => replaced(table, account), close: () => choose(null) });
  const choose = (/** @type {string | null} */ id) => {
    const before = chosen;
    chosen = id;
    aside.hidden = id === null;
    place.classList.toggle('has-card', id !== null);
    table.draw();
    if (id) card.open(id);
    else /** @type {HTMLElement | null} */ (rows.querySelector(`[data-key="row-${CSS.escape(before ?? '')}"]`))?.focus();
  };
  const more = async () => {
    const list = table.data();
    if (!list?.next) return;
    const next = await page.api.get('/api/accounts', { ...asked, limit: PAGE, cursor: list.next }, new AbortController().signal);
    table.put({ ...next, accounts: [...list.accounts, ...next.accounts] });
  };
  let timer = 0;
  const ask = (/** @type {Partial<typeof asked>} */ change) => {
    Object.assign(asked, change);
    clearTimeout(timer);
    timer = window.setTimeout(table.reload, WAIT_MS);
  };
  const add = () => openAddAccount(page, { now: () => table.data()?.asOf ?? site.asOf, site, added: async (account) => {
    await table.reload();
    choose(account.account);
  } });
  show(tools, toolbar(words, ask, add));
  table.reload();
}

/** The list with one account as it is now. @param {Part<AccountList>} table @param {AccountInfo} account */
function replaced(table, account) {
  const list = table.data();
  if (list) table.put({ ...list, accounts: list.accounts.map((one) => (one.account === account.account ? account : one)) });
}

/** @param {Words} words @param {(change: Record<string, string>) => void} ask @param {() => void} add */
function toolbar(words, ask, add) {
  const select = (/** @type {string} */ name, /** @type {readonly string[]} */ values) => html`<label class="select"><span class="hidden">${words.t(`admin.by-${name}`)}</span>
    <select data-key=${`by-${name}`} @change=${(/** @type {Event} */ event) => ask({ [name]: /** @type {HTMLSelectElement} */ (event.target).value })}>
      <option value="">${words.t(`admin.any-${name}`)}</option>${values.map((value) => html`<option value=${value}>${words.word(name === 'role' ? 'role' : 'account-state', value)}</option>`)}</select>${icon('down')}</label>`;
  return html`<label class="search-field">${icon('search')}<span class="hidden">${words.t('admin.search')}</span><input class="field" type="search" maxlength="60" autocomplete="off" spellcheck="false" data-key="search" placeholder=${words.t('admin.search')}
      @input=${(/** @type {Event} */ event) => ask({ q: /** @type {HTMLInputElement} */ (event.target).value.trim() })}></label>
    ${select('state', ['active', 'disabled'])}${select('role', ROLES)}<span class="grow"></span>
    <button type="button" class="button primary" data-key="add-account" @click=${add}>${icon('plus')}${words.t('admin.add')}</button>`;
}

/**
 * @param {AccountList} list @param {Words} words
 * @param {{ names: AreaNames, chosen: string | null, choose: (id: string) => void, more: () => void, filtered: boolean }} to
 */
function tableOf({ accounts, next, asOf }, words, { names, chosen, choose, more, filtered }) {
  if (accounts.length === 0) return emptyNote(words.t(filtered ? 'admin.none-found' : 'admin.none'));
  const first = Math.max(0, accounts.findIndex(({ account }) => account === chosen));
  return html`<table class="table accounts-rows" @keydown=${moveBetween}><caption class="hidden">${words.t('admin.accounts')}</caption>
    <thead><tr>${['account', 'state', 'grants', 'staff-code', 'since'].map((key) => html`<th scope="col">${words.t(`admin.column.${key}`)}</th>`)}</tr></thead>
    <tbody>${accounts.map((account, i) => html`<tr class=${account.account === chosen ? 'picked' : ''} @click=${() => choose(account.account)}>
      <th scope="row"><button type="button" class="row-button" tabindex=${i === first ? 0 : -1} aria-current=${account.account === chosen ? 'true' : null} data-key=${`row-${account.account}`}>${account.account}</button></th>
      <td>${stateMark(account, words)}</td><td class="wrap">${summary(account, asOf, words, names)}</td><td class="code-text">${account.staffCode ?? ''}</td><td>${words.day(account.createdAt)}</td></tr>`)}</tbody></table>
    <p class="more faint">${words.t(next ? 'admin.shown-more' : 'admin.shown', { n: accounts.length })} ${next ? html`<button type="button" class="button" data-key="more" @click=${more}>${words.t('admin.more')}</button>` : null}</p>`;
}

/** Whether an account can be used, by shape, word and colour. @param {AccountInfo} account @param {Words} words */
export function stateMark({ state, mustChangePassword }, words) {
  if (state === 'disabled') return html`<span class="mark-off">${icon('close')}${words.word('account-state', state)}</span>`;
  return mustChangePassword
    ? html`<span class="mark-waits">${icon('clock')}${words.t('account-state.waits')}</span>`
    : html`<span class="mark-on">${icon('check')}${words.word('account-state', state)}</span>`;
}

/** What an account may do now. @param {AccountInfo} account @param {string} now @param {Words} words @param {AreaNames} names */
function summary({ grants }, now, words, names) {
  const held = grants.filter((grant) => standingOf(grant, now) === 'holds');
  if (held.length === 0) return html`<span class="faint">${words.t('account.no-role')}</span>`;
  return held.map((grant) => `${words.word('role', grant.role)} · ${whereOf(grant, words, names)}`).join(words.t('admin.semicolon'));
}

/** @param {KeyboardEvent} event */
function moveBetween(event) {
  const row = event.target instanceof HTMLElement ? event.target.closest('tbody tr') : null;
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : event.key === 'ArrowUp' ? row?.previousElementSibling : null;
  const button = /** @type {HTMLElement | null | undefined} */ (next?.querySelector('.row-button'));
  if (!button) return;
  event.preventDefault();
  /** @type {HTMLElement} */ (event.target).tabIndex = -1;
  button.tabIndex = 0;
  button.focus();
}
