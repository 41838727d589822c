import { closedDoor, startFrame } from '../../app/frame.js';
import { html, show } from '../../ui/html.js';
import { mountIntegrity } from './integrity.js';
import { mountRecords } from './records.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';

/** The entry of the audit's page. */

const READERS = ['supervisor', 'administrator'];

startFrame({ title: 'audit.title', more: { zh, en }, draw });

/** @param {FramePage} page @param {Site} site */
function draw(page, site) {
  const words = page.words();
  const content = /** @type {HTMLElement} */ (document.getElementById('content'));
  if (!site.roles.some((role) => READERS.includes(role))) return show(content, closedDoor(words, words.t('audit.closed'), site.account !== 'anonymous'));
  show(content, html`<div class="audit"><section class="audit-integrity" aria-label=${words.t('audit.integrity')}></section><div class="audit-records"></div></div>`);
  mountIntegrity(/** @type {HTMLElement} */ (content.querySelector('.audit-integrity')), page);
  mountRecords(/** @type {HTMLElement} */ (content.querySelector('.audit-records')), page, site);
}
