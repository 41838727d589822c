import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { lastDayOf, tokenState } from './token-state.js';

/**
 * A token as a line: what it is for, how it stands, as what and where it acts, since and until when.
 *
 * @param {ApiToken} token @param {Words} words @param {AreaNames} names @param {(token: ApiToken) => void} revoke
 */
export function tokenLine(token, words, names, revoke) {
  const state = tokenState(token);
  const roles = token.roles.map((role) => words.word('role', role)).join(words.t('list.comma'));
  const where = token.areas.map((code) => names({ partition: 'tree', code }).name).join(words.t('list.comma')) || words.t('token.as-far');
  const used = token.lastUsedAt ? words.t('token.used', { day: words.day(token.lastUsedAt) }) : words.t('token.never-used');
  return html`<li><span class="session-text"><b>${token.name}</b><span class=${state === 'good' ? 'mark-on' : 'mark-off'}>${icon(state === 'good' ? 'check' : 'close')}${words.word('token-state', state)}</span>
      <span class="faint">${roles} · ${where}</span>
      <span class="faint">${words.t('token.when', { from: words.day(token.createdAt), to: words.day(lastDayOf(token)) })} · ${used}</span></span>
    ${state === 'good' ? html`<button type="button" class="button small" data-key=${`revoke-${token.id}`} aria-label=${words.t('token.revoke-of', { name: token.name })} @click=${() => revoke(token)}>${words.t('token.revoke-yes')}</button>` : null}</li>`;
}
