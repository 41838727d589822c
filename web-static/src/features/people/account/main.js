import { isWallScreen } from '../../../app/account-menu.js';
import { closedDoor, startFrame } from '../../../app/frame.js';
import { html, show } from '../../../ui/html.js';
import { mountFactor } from './factor.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { mountLooks } from './looks.js';
import { mountIdentities } from './identities.js';
import { mountPassword } from './password.js';
import { mountSessions } from './sessions.js';
import { mountTokens } from './tokens.js';
import { mountWho } from './who.js';

/** The entry of the page about the own account: its parts, each in a place of its own. */

/** @type {readonly { id: string, mount: (place: HTMLElement, page: FramePage, given: { site: Site, own: Promise<OwnAccount> }) => unknown }[]} */
const PARTS = [
  { id: 'who', mount: mountWho },
  { id: 'password', mount: mountPassword },
  { id: 'second-factor', mount: mountFactor },
  { id: 'openid', mount: mountIdentities },
  { id: 'sessions', mount: mountSessions },
  { id: 'looks', mount: mountLooks },
  { id: 'tokens', mount: mountTokens },
];

startFrame({ title: 'mine.title', more: { zh, en }, draw });

/** @param {FramePage} page @param {Site} site */
function draw(page, site) {
  const words = page.words();
  const content = /** @type {HTMLElement} */ (document.getElementById('content'));
  if (site.account === 'anonymous' || isWallScreen(site)) return show(content, closedDoor(words, words.t('mine.signed-out'), false));
  show(content, html`<div class="desk-narrow">${PARTS.map(({ id }) => html`<section id=${id} class="desk-part" aria-labelledby=${`${id}-title`} ?hidden=${id === 'looks'}>
    <h2 id=${`${id}-title`}>${words.t(`mine.${id}`)}</h2><div class="part-place"></div></section>`)}</div>`);
  /** @type {Promise<OwnAccount>} */
  const own = page.api.get('/api/account', {}, new AbortController().signal);
  for (const { id, mount } of PARTS) mount(/** @type {HTMLElement} */ (content.querySelector(`#${id} .part-place`)), page, { site, own });
  if (location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
