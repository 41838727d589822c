import { problemOf } from '../../../app/problem.js';
import { confirmed } from '../../../ui/confirm.js';
import { html, show } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';
import { createPart } from '../../../ui/part.js';
import { emptyNote } from '../../../ui/problem.js';
import { createAreaNames } from '../area-names.js';
import { openPairWall, openAddPhone } from './add-device.js';

/** Why there may be no connection to a broker, as the server names it, or begins to. */
const LINK_PROBLEMS = ['unreachable', 'refused', 'certificate', 'authority', 'not-subscribed', 'no-answer', 'lost', 'too-many-at-once'];

/** The walls and phones that are let in without a person signing in. @param {HTMLElement} place @param {FramePage} page @param {Site} site */
export function mountDevices(place, page, site) {
  const words = page.words();
  let pastToo = false;
  show(place, html`<div class="in-charge"><div class="accounts-tools"><label class="choice inline"><input type="checkbox" data-key="past-too" @change=${(/** @type {Event} */ event) => {
        pastToo = /** @type {HTMLInputElement} */ (event.target).checked;
        part.draw();
      }}><span>${words.t('device.past-too')}</span></label><span class="grow"></span>
    <button type="button" class="button" data-key="add-phone" @click=${() => openAddPhone(page, phoneAdded)}>${icon('plus')}${words.t('device.add-phone')}</button>
    <button type="button" class="button primary" data-key="pair-wall" @click=${() => openPairWall(page, site, added)}>${icon('plus')}${words.t('device.pair-wall')}</button></div><div class="phone-links"></div><div class="accounts-table"></div></div>`);
  const names = createAreaNames(page.api, () => part.draw());
  /** @type {Part<{ devices: DeviceInfo[] }>} */
  const part = createPart(/** @type {HTMLElement} */ (place.querySelector('.accounts-table')), {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/devices', {}, signal),
    content: ({ devices }) => content(devices, page.words(), { names, pastToo, revoke }),
  });
  /** @type {Part<{ mqtt: MqttLink | null }>} */
  const links = createPart(/** @type {HTMLElement} */ (place.querySelector('.phone-links')), {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/positions/links', {}, signal),
    content: ({ mqtt }) => html`${mqtt && linkLine(mqtt, page.words())}`,
  });
  const added = () => part.reload();
  const phoneAdded = async () => {
    await part.reload();
    /** @type {HTMLElement | null} */ (place.querySelector('[data-key=add-phone]'))?.focus();
  };
  const revoke = async (/** @type {DeviceInfo} */ { id, kind, name }) => {
    if (!(await confirmed({ words, title: words.t('device.revoke'), text: words.t(`device.revoke-${kind}`, { name }), yes: words.t('device.revoke-yes') }))) return;
    try {
      await page.api.send('DELETE', `/api/devices/${encodeURIComponent(id)}`, { signal: new AbortController().signal });
      page.say(words.t('device.revoked'), 'good');
    } catch (error) {
      page.say(problemOf(error).detail ?? words.t('problem.title'), 'bad');
    }
    await part.reload();
    /** @type {HTMLElement | null} */ (place.querySelector('[data-key=past-too]'))?.focus();
  };
  part.reload();
  links.reload();
}

/**
 * How the broker stands to which phones send.
 *
 * @typedef {{ url: string, connected: boolean, since: string, problem: string | null, storing: boolean, waiting: number, accepted: number, duplicates: number, refused: Record<string, number> }} MqttLink
 */
/** @param {MqttLink} link @param {Words} words */
function linkLine({ url, connected, since, problem, storing, accepted, duplicates, refused }, words) {
  const out = Object.entries(refused);
  const known = LINK_PROBLEMS.find((one) => problem?.startsWith(one)) ?? 'failed';
  return html`<p class="wrap" data-key="mqtt-link">${connected
    ? html`<span class="mark-on">${icon('check')}${words.t('device.link-on', { url, since: words.time(since) })}</span>`
    : html`<span class="mark-off">${icon('close')}${words.t('device.link-off', { url, since: words.time(since) })}${words.t(`device.link-${known}`)}</span>`}
    <span class="faint">${words.t('device.link-counts', { accepted, duplicates, refused: out.reduce((sum, [, times]) => sum + times, 0) })}${out.map(([why, times]) => html` <span class="code-text">${why} ${times}</span>`)}</span>
    ${storing ? null : html`<b>${words.t('device.link-stuck')}</b>`}</p>`;
}

/** @param {DeviceInfo[]} all @param {Words} words @param {{ names: AreaNames, pastToo: boolean, revoke: (device: DeviceInfo) => void }} to */
function content(all, words, { names, pastToo, revoke }) {
  const devices = all.filter(({ good }) => good || pastToo);
  if (devices.length === 0) return emptyNote(words.t(all.length === 0 ? 'device.none' : 'device.none-good'));
  return html`<table class="table device-rows"><caption class="hidden">${words.t('admin.devices')}</caption>
    <thead><tr>${['name', 'kind', 'where', 'state', 'since', 'seen'].map((key) => html`<th scope="col">${words.t(`device.column.${key}`)}</th>`)}<th scope="col"><span class="hidden">${words.t('device.revoke-yes')}</span></th></tr></thead>
    <tbody>${devices.map((device) => html`<tr><th scope="row">${device.name}</th><td>${words.word('device-kind', device.kind)}</td><td class="wrap">${whereOf(device, words, names)}</td>
      <td>${device.good ? html`<span class="mark-on">${icon('check')}${words.t('device.good')}</span>` : html`<span class="mark-off">${icon('close')}${words.t('device.out', { day: words.day(device.revokedAt) })}</span>`}</td>
      <td>${words.day(device.addedAt)} <span class="faint">${device.addedBy}</span></td><td>${device.lastSeenAt ? words.day(device.lastSeenAt) : html`<span class="faint">${words.t('device.never-seen')}</span>`}</td>
      <td>${device.good ? html`<button type="button" class="button small" data-key=${`revoke-${device.id}`} aria-label=${words.t('device.revoke-of', { name: device.name })} @click=${() => revoke(device)}>${words.t('device.revoke-yes')}</button>` : null}</td></tr>`)}</tbody></table>`;
}

/** What a wall shows, or whose positions a phone sends. @param {DeviceInfo} device @param {Words} words @param {AreaNames} names */
function whereOf({ id, kind, staffCode, everywhere, areas }, words, names) {
  if (kind === 'phone') return html`<span class="code-text">${staffCode ?? ''}</span> <span class="faint code-text" title=${words.t('device.id')}>${id}</span>`;
  return everywhere ? words.t('grant.everywhere') : areas.map((code) => names({ partition: 'tree', code }).name).join(words.t('list.comma'));
}
