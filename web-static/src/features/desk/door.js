import { isWallScreen } from '../../app/account-menu.js';
import { signInPath } from '../../app/return-to.js';
import { html, show } from '../../ui/html.js';

/** Who works at the desk: whoever has an account that may see incidents. @param {Site} site */
export const mayEnter = (site) => site.account !== 'anonymous' && !isWallScreen(site) && site.canRead.includes('incidents');

/** What stands in place of the desk for whoever may not enter. @param {HTMLElement} place @param {Page} page @param {Site} site */
export function showDoor(place, page, site) {
  const words = page.words();
  const signedIn = site.account !== 'anonymous';
  show(place, html`<div class="desk-narrow closed-door"><h2>${words.t(signedIn ? 'frame.not-for-you' : 'frame.sign-in')}</h2><p>${words.t('desk.closed')}</p>
    <p><a class="button primary" href=${signInPath(location)} data-key="to-sign-in">${words.t(signedIn ? 'account.other' : 'account.sign-in')}</a> <a class="button" href="/">${words.t('frame.map')}</a></p></div>`);
}
