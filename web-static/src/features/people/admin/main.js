import { closedDoor, startFrame } from '../../../app/frame.js';
import { html, show } from '../../../ui/html.js';
import { en as alarmEn } from '../../alarm/i18n/en.js';
import { zh as alarmZh } from '../../alarm/i18n/zh.js';
import { mountAlarmRules } from '../../alarm/rules.js';
import { mountCalendars } from '../../clock/calendars.js';
import { mountCategories } from '../../clock/categories.js';
import { mountLimits } from '../../clock/limits.js';
import { mountMessages } from '../../message/rules.js';
import { mountLevels } from '../../whistle/levels.js';
import { mountAccounts } from './accounts.js';
import { mountDevices } from './devices.js';
import { mountInCharge } from './in-charge.js';
import { mountSizeRules } from './size-rules.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';

/** The entry of the administrators' page: one tab at a time, named by the address. */

/** @type {readonly { id: string, mount: (place: HTMLElement, page: FramePage, site: Site) => void }[]} */
const TABS = [
  { id: 'accounts', mount: mountAccounts },
  { id: 'in-charge', mount: mountInCharge },
  { id: 'devices', mount: mountDevices },
  { id: 'size-rules', mount: mountSizeRules },
  { id: 'categories', mount: mountCategories },
  { id: 'calendars', mount: mountCalendars },
  { id: 'limits', mount: mountLimits },
  { id: 'levels', mount: mountLevels },
  { id: 'messages', mount: mountMessages },
  { id: 'alarms', mount: mountAlarmRules },
];

const page = startFrame({ title: 'account.admin', more: { zh: { ...alarmZh, ...zh }, en: { ...alarmEn, ...en } }, draw });

/** @param {FramePage} page @param {Site} site */
function draw(page, site) {
  const words = page.words();
  const content = /** @type {HTMLElement} */ (document.getElementById('content'));
  if (!site.roles.includes('administrator')) return show(content, closedDoor(words, words.t('admin.closed'), site.account !== 'anonymous'));
  const now = TABS.find(({ id }) => id === location.hash.slice(1)) ?? TABS[0];
  const open = (/** @type {string} */ id) => {
    history.replaceState(null, '', `${location.pathname}${location.search}#${id}`);
    draw(page, site);
    /** @type {HTMLElement | null} */ (content.querySelector(`#tab-${id}`))?.focus();
  };
  show(content, html`<div class="desk-wide"><div class="desk-tabs"><div class="tabs" role="tablist" aria-label=${words.t('account.admin')} @keydown=${(/** @type {KeyboardEvent} */ event) => step(event, now.id, open)}>${TABS.map(({ id }) => html`
      <button type="button" class="tab" role="tab" id=${`tab-${id}`} aria-selected=${String(id === now.id)} aria-controls="tab-panel" tabindex=${id === now.id ? 0 : -1} data-key=${`tab-${id}`} @click=${() => open(id)}>${words.t(`admin.${id}`)}</button>`)}</div></div>
    <div id="tab-panel" class="tab-panel" role="tabpanel" aria-labelledby=${`tab-${now.id}`}></div></div>`);
  content.querySelector('[role=tab][aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  now.mount(/** @type {HTMLElement} */ (content.querySelector('#tab-panel')), page, site);
}

// A link within the page leads to another tab.
window.addEventListener('hashchange', () => {
  const { site } = page.store.state();
  if (site) draw(page, site);
});

/** The arrow keys go from tab to tab. @param {KeyboardEvent} event @param {string} now @param {(id: string) => void} open */
function step(event, now, open) {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  open(TABS[(TABS.findIndex(({ id }) => id === now) + by + TABS.length) % TABS.length].id);
}
