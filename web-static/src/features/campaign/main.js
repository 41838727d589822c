import { closedDoor, startFrame } from '../../app/frame.js';
import { show } from '../../ui/html.js';
import { mountCampaigns } from './campaigns.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { READERS } from './state.js';

/** The entry of the page of campaigns: for who organises them at a desk, and for who goes from door to door with a phone. */

startFrame({ title: 'campaign.title', more: { zh, en }, draw });

/** @param {FramePage} page @param {Site} site */
function draw(page, site) {
  const words = page.words();
  const content = /** @type {HTMLElement} */ (document.getElementById('content'));
  if (!site.roles.some((role) => READERS.includes(role))) return show(content, closedDoor(words, words.t('campaign.closed-door'), site.account !== 'anonymous'));
  mountCampaigns(content, page, site);
}
