import { closedDoor, startFrame } from '../../app/frame.js';
import { show } from '../../ui/html.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { READERS } from './state.js';
import { mountVisits } from './visits.js';

/** The entry of the page of visits: for who leads those who go from door to door. */

startFrame({ title: 'visits.title', more: { zh, en }, draw });

/** @param {FramePage} page @param {Site} site */
function draw(page, site) {
  const words = page.words();
  const content = /** @type {HTMLElement} */ (document.getElementById('content'));
  if (!site.roles.some((role) => READERS.includes(role))) return show(content, closedDoor(words, words.t('visits.closed-door'), site.account !== 'anonymous'));
  mountVisits(content, page, site);
}
