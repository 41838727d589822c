import { closedDoor, startFrame } from '../../app/frame.js';
import { show } from '../../ui/html.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { mountPlayback } from './playback.js';
import { READERS } from './playback-state.js';

/** The entry of the page on which tracks are played back. */

let stop = () => {};
startFrame({ title: 'playback.title', more: { zh, en }, draw });

/** @param {FramePage} page @param {Site} site */
function draw(page, site) {
  const words = page.words();
  const content = /** @type {HTMLElement} */ (document.getElementById('content'));
  stop();
  stop = () => {};
  if (!site.roles.some((role) => READERS.includes(role))) return show(content, closedDoor(words, words.t('playback.closed-door'), site.account !== 'anonymous'));
  stop = mountPlayback(content, page, site);
}
