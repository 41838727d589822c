import { closedDoor, startFrame } from '../../../app/frame.js';
import { show } from '../../../ui/html.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { en as coverEn } from '../i18n/cover.en.js';
import { zh as coverZh } from '../i18n/cover.zh.js';
import { mountRegister } from './page.js';
import { READERS } from './state.js';

/** The entry of the page of the register of cameras. */

let stop = () => {};
startFrame({ title: 'cams.title', more: { zh: { ...zh, ...coverZh }, en: { ...en, ...coverEn } }, draw });

/** @param {FramePage} page @param {Site} site */
function draw(page, site) {
  const words = page.words();
  const content = /** @type {HTMLElement} */ (document.getElementById('content'));
  stop();
  stop = () => {};
  if (!site.roles.some((role) => READERS.includes(role))) return show(content, closedDoor(words, words.t('cams.closed-door'), site.account !== 'anonymous'));
  stop = mountRegister(content, page, site);
}
