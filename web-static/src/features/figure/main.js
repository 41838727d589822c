import { closedDoor, startFrame } from '../../app/frame.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { show } from '../../ui/html.js';
import { mountFigures } from './figures.js';

/** The entry of the page of figures. */

const READERS = ['supervisor', 'operator', 'planner', 'administrator'];

startFrame({ title: 'figure.title', more: { zh, en }, draw });

/** @param {FramePage} page @param {Site} site */
function draw(page, site) {
  const words = page.words();
  const content = /** @type {HTMLElement} */ (document.getElementById('content'));
  if (!site.roles.some((role) => READERS.includes(role))) return show(content, closedDoor(words, words.t('figure.closed-door'), site.account !== 'anonymous'));
  mountFigures(content, page, site);
}
