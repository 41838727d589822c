import { generatedChip } from '../../../ui/generated.js';
import { html } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';
import { emptyNote } from '../../../ui/problem.js';
import { grantLine, grantText, standingOf } from '../grant-line.js';
import { stateMark } from './accounts.js';

/**
 * @param {AccountInfo} account @param {Words} words
 * @param {{ names: AreaNames, me: string, now: string, busy: boolean, ended: Grant | null, tokens: HTMLElement, identities: HTMLElement, actions: CardActions }} to
 */
export function cardContent(account, words, { names, me, now, busy, ended, tokens, identities, actions }) {
  const own = account.account === me;
  const active = account.state === 'active';
  return html`<button type="button" class="icon-button card-close" aria-label=${words.t('dialog.close')} data-key="card-close" @click=${actions.close}>${icon('close')}</button>
    <h2 class="card-name" tabindex="-1" data-key="card-title">${account.account}</h2>
    <p class="card-line">${stateMark(account, words)}${account.generated ? generatedChip(words) : null}${own ? html`<span class="chip">${words.t('admin.you')}</span>` : null}</p>
    <dl class="facts">${account.staffCode ? html`<div><dt>${words.t('mine.staff-code')}</dt><dd class="code-text">${account.staffCode}</dd></div>` : null}
      <div><dt>${words.t('mine.since')}</dt><dd>${words.time(account.createdAt)}</dd></div></dl>
    <section class="card-part"><h3>${words.t('admin.may')}</h3>${grants(account, words, { names, now, own, busy, actions })}
      ${ended ? html`<p class="undo" role="status">${words.t('admin.grant-ended', { grant: grantText(ended, words, names) })} <button type="button" class="button small" data-key="undo" @click=${actions.undo}>${words.t('admin.undo')}</button></p>` : null}
      ${own ? html`<p class="faint">${words.t('admin.own-grants')}</p>` : html`<button type="button" class="button" data-key="grant" ?disabled=${busy} @click=${actions.grant}>${icon('plus')}${words.t('admin.grant')}</button>`}</section>
    <section class="card-part"><h3>${words.t('admin.access')}</h3><div class="card-actions">
      <button type="button" class="button" data-key="reset" ?disabled=${busy} @click=${actions.reset}>${words.t('admin.reset')}</button>
      <button type="button" class="button" data-key="end-sessions" ?disabled=${busy} @click=${actions.endSessions}>${words.t('admin.end-sessions')}</button>
      ${own ? null : html`<button type="button" class="button" data-key="remove-factor" ?disabled=${busy} @click=${actions.removeFactor}>${words.t('admin.factor')}</button>`}
      ${active ? html`<button type="button" class="button danger" data-key="disable" ?disabled=${busy} @click=${actions.disable}>${words.t('admin.disable')}</button>`
        : html`<button type="button" class="button" data-key="enable" ?disabled=${busy} @click=${actions.enable}>${words.t('admin.enable')}</button>`}</div></section>
    ${account.generated ? null : html`<section class="card-part"><h3>${words.t('admin.openid')}</h3>${identities}</section>`}
    <section class="card-part"><h3>${words.t('mine.tokens')}</h3>${tokens}</section>`;
}

/**
 * @param {AccountInfo} account @param {Words} words
 * @param {{ names: AreaNames, now: string, own: boolean, busy: boolean, actions: CardActions }} to
 */
function grants(account, words, { names, now, own, busy, actions }) {
  const line = (/** @type {Grant} */ grant) => {
    const standing = standingOf(grant, now);
    return html`<li class=${standing}>${grantLine(grant, words, names)}${standing === 'later' ? html`<span class="chip plain">${words.t('grant.later')}</span>` : null}
      ${own || standing === 'over' ? null : html`<button type="button" class="button small" data-key=${`end-grant-${grant.id}`} aria-label=${words.t('admin.end-grant-of', { grant: grantText(grant, words, names) })}
        ?disabled=${busy} @click=${() => actions.endGrant(grant)}>${words.t('admin.end')}</button>`}</li>`;
  };
  const current = account.grants.filter((grant) => standingOf(grant, now) !== 'over');
  const past = account.grants.filter((grant) => standingOf(grant, now) === 'over');
  return html`${current.length === 0 ? emptyNote(words.t('admin.no-grants')) : html`<ul class="grants">${current.map(line)}</ul>`}
    ${past.length > 0 ? html`<details><summary>${words.t('admin.past', { n: past.length })}</summary><ul class="grants">${past.map(line)}</ul></details>` : null}`;
}
