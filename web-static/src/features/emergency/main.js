import { closedDoor, startFrame } from '../../app/frame.js';
import { show } from '../../ui/html.js';
import { mountEmergencies } from './emergencies.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { READERS } from './state.js';

/** The entry of the page of emergencies: where one lasts and how it stands there, and what was filed of those that are over. */

startFrame({ title: 'emergency.title', more: { zh, en }, draw });

/** @param {FramePage} page @param {Site} site */
function draw(page, site) {
  const words = page.words();
  const content = /** @type {HTMLElement} */ (document.getElementById('content'));
  if (!site.roles.some((role) => READERS.includes(role))) return show(content, closedDoor(words, words.t('emergency.closed-door'), site.account !== 'anonymous'));
  mountEmergencies(content, page, site);
}
