import { html } from '../../ui/html.js';

/** Whom single sign-on knows, by whom linked, and a button to unlink. @param {LinkedIdentity} one @param {Words} words @param {(one: LinkedIdentity) => void} unlink */
export const identityLine = (one, words, unlink) => html`<li><span class="session-text"><b class="code-text">${one.subject}</b>
    <span class="faint">${words.t('openid.line', { issuer: one.issuer, account: one.linkedBy, time: words.time(one.linkedAt) })}</span></span>
    <button type="button" class="button small" data-key=${`unlink-${one.id}`} aria-label=${words.t('openid.unlink-of', { subject: one.subject })} @click=${() => unlink(one)}>${words.t('openid.unlink')}</button></li>`;
