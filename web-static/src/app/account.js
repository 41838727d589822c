import { html, show } from '../ui/html.js';
import { icon } from '../ui/icons.js';

/** Roles that are told before others, when an account has several. */
const TOLD = ['administrator', 'operator', 'planner', 'liaison', 'approver', 'supervisor', 'handler', 'worker', 'wall', 'resident'];

/**
 * Who is signed in, and the way to become someone else.
 *
 * @param {HTMLElement} place @param {Page} page
 */
export function mountAccount(place, page) {
  const words = page.words();
  const { site } = page.store.state();
  if (site.status !== 'ready') return;
  const { account, roles } = site.data;
  const role = words.word('role', TOLD.find((name) => roles.includes(name)) ?? 'resident');
  const label = account === 'anonymous' ? words.t('account.sign-in') : role;
  show(place, html`<a class="button account" href="/sign-in/" data-key="account" title=${words.t('account.switch', { role })}>${icon('person')}<span>${label}</span></a>`);
}
