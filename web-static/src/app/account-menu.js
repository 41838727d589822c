import { html, show } from '../ui/html.js';
import { icon } from '../ui/icons.js';
import { signInPath } from './return-to.js';

/** Roles that are told before others, when an account has several. */
const TOLD = ['administrator', 'operator', 'planner', 'liaison', 'approver', 'supervisor', 'handler', 'worker', 'volunteer'];

/** Roles that go from door to door, or have others go. */
const CAMPAIGNS = ['operator', 'worker', 'supervisor', 'administrator'];
const ERRANDS = ['worker', 'operator', 'supervisor', 'administrator'];
/** Roles that know who is on duty. */
const SHIFTS = ['operator', 'liaison', 'handler', 'worker', 'supervisor', 'administrator'];
/** Roles that look into what was done. */
const SUPERVISION = ['supervisor', 'administrator'];
/** Roles that see where people walked. */
const TRACKS = ['operator', 'liaison', 'supervisor', 'administrator'];
/** Roles that read the register of cameras. */
const CAMERAS = ['operator', 'liaison', 'planner', 'approver', 'supervisor', 'administrator'];
/** Roles that send people on patrol. */
const SENDERS = ['operator', 'supervisor', 'administrator'];
/** Roles that declare emergencies: others see the page while one lasts. */
const DECLARERS = ['approver', 'supervisor', 'administrator'];
/** Roles that see figures. */
const FIGURES = ['supervisor', 'operator', 'planner', 'administrator'];

/** The roles of an account that somebody gave it, the most telling first. @param {readonly string[]} roles */
export const toldRoles = (roles) => TOLD.filter((role) => roles.includes(role));

/** Whether it is a screen on the wall that looks: nobody's account, with nothing to choose. @param {Pick<Site, 'roles'>} site */
export const isWallScreen = ({ roles }) => roles.length === 1 && roles[0] === 'wall';

/**
 * Who is signed in, what they may do, and the ways to their account, to another one, and out.
 *
 * @param {HTMLElement} place @param {Site} site @param {Words} words
 */
export function mountAccountMenu(place, site, words) {
  if (site.account === 'anonymous') {
    return show(place, html`<a class="button account" href=${signInPath(location)} data-key="account">${icon('person')}<span>${words.t('account.sign-in')}</span></a>`);
  }
  if (isWallScreen(site)) return show(place, html`<p class="wall-screen faint" data-key="wall-screen">${words.word('role', 'wall')}</p>`);
  const roles = toldRoles(site.roles).map((role) => words.word('role', role));
  show(place, html`<div class="account-menu"><button type="button" class="button account" aria-expanded="false" aria-controls="account-menu" data-key="account"
      aria-label=${words.t('account.menu', { account: site.account })}>${icon('person')}<span>${site.account}</span>${icon('down', 'menu-mark')}</button>
    <div id="account-menu" class="menu" hidden><p class="menu-who"><b>${site.account}</b><span class="faint">${roles.join(words.t('list.comma')) || words.t('account.no-role')}</span></p>
      <ul>${linksOf(site, words).map(([href, key, text]) => html`<li><a href=${href} data-key=${key}>${text}</a></li>`)}
        <li><button type="button" data-key="sign-out" @click=${signOut}>${words.t('start.sign-out')}</button></li></ul></div></div>`);
  listen(/** @type {HTMLElement} */ (place.firstElementChild));
}

/** @param {Site} site @param {Words} words @returns {[string, string, string][]} */
function linksOf({ roles, demoAccounts, emergencies }, words) {
  /** @type {[string, string, string][]} */
  const links = [['/account/', 'my-account', words.t('account.mine')]];
  if (SUPERVISION.some((role) => roles.includes(role))) links.unshift(['/supervision/', 'supervision', words.t('account.supervision')]);
  if (FIGURES.some((role) => roles.includes(role))) links.unshift(['/figures/', 'figures', words.t('account.figures')]);
  if (CAMERAS.some((role) => roles.includes(role))) links.unshift(['/cameras/', 'cameras', words.t('account.cameras')]);
  if (TRACKS.some((role) => roles.includes(role))) links.unshift(['/tracks/', 'tracks', words.t('account.tracks')]);
  if (SENDERS.some((role) => roles.includes(role))) links.unshift(['/patrols/', 'patrols', words.t('account.patrols')]);
  if (CAMPAIGNS.some((role) => roles.includes(role))) links.unshift(['/campaigns/', 'campaigns', words.t('account.campaigns')]);
  if (CAMPAIGNS.some((role) => roles.includes(role))) links.unshift(['/visits/', 'visits', words.t('account.visits')]);
  if (ERRANDS.some((role) => roles.includes(role))) links.unshift(['/errands/', 'errands', words.t('account.errands')]);
  if (SHIFTS.some((role) => roles.includes(role))) links.unshift(['/shift/', 'shift', words.t('account.shift')]);
  if (DECLARERS.some((role) => roles.includes(role)) || (emergencies > 0 && toldRoles(roles).some((role) => role !== 'volunteer'))) links.unshift(['/emergency/', 'emergency', words.t(emergencies > 0 ? 'account.emergency-lasting' : 'account.emergency')]);
  if (roles.includes('operator')) links.unshift(['/desk/', 'desk', words.t('account.desk')]);
  if (roles.includes('administrator')) links.push(['/admin/', 'administration', words.t('account.admin')]);
  if (roles.includes('administrator') || roles.includes('supervisor')) links.push(['/admin/audit/', 'audit', words.t('account.audit')]);
  links.push([signInPath(location), 'other-account', words.t(demoAccounts ? 'account.other-role' : 'account.other')]);
  return links;
}

/** Ends the session; answers where to go: to the provider of single sign-on where one signs out there too. */
export async function endSession() {
  const answer = await fetch('/api/session', { method: 'DELETE' }).catch(() => null);
  return answer?.status === 200 ? /** @type {string} */ ((await answer.json()).location) : '/sign-in/';
}

async function signOut() {
  location.assign(await endSession());
}

/** Opens and closes: with the button, with Esc, and when the focus or a press goes elsewhere. @param {HTMLElement} whole */
function listen(whole) {
  const [button, menu] = /** @type {[HTMLElement, HTMLElement]} */ (/** @type {unknown} */ ([...whole.children]));
  const open = (/** @type {boolean} */ on) => {
    menu.hidden = !on;
    button.setAttribute('aria-expanded', String(on));
  };
  const entries = () => /** @type {HTMLElement[]} */ ([...menu.querySelectorAll('a, button')]);
  button.addEventListener('click', () => open(menu.hidden === true));
  whole.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !whole.contains(relatedTarget)) open(false);
  });
  whole.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape' && !menu.hidden) {
      open(false);
      button.focus();
    } else if (step) {
      open(true);
      const all = entries();
      const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
      all[(at + step + all.length) % all.length].focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const pressed = (/** @type {Event} */ { target }) => {
    // The head is drawn anew now and then: what listened for the old menu goes with it.
    if (!whole.isConnected) document.removeEventListener('pointerdown', pressed);
    else if (target instanceof Node && !whole.contains(target)) open(false);
  };
  document.addEventListener('pointerdown', pressed);
}
