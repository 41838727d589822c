import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';

/** How a grant stands at an instant. @param {Pick<Grant, 'from' | 'to' | 'holds'>} grant @param {string} now @returns {'holds' | 'later' | 'over'} */
export function standingOf({ from, to, holds }, now) {
  if (holds) return 'holds';
  return Date.parse(from) > Date.parse(now) && (!to || Date.parse(to) > Date.parse(now)) ? 'later' : 'over';
}

/** Where a grant holds, in words. @param {Pick<Grant, 'everywhere' | 'partition' | 'area'>} grant @param {Words} words @param {AreaNames} names */
export const whereOf = ({ everywhere, partition, area }, words, names) =>
  everywhere || !area ? words.t('grant.everywhere') : names({ partition: partition ?? 'tree', code: area }).name;

/** From when until when. @param {Pick<Grant, 'from' | 'to'>} grant @param {Words} words */
export const whenOf = ({ from, to }, words) =>
  to ? words.t('grant.from-to', { from: words.day(from), to: words.day(to) }) : words.t('grant.from', { from: words.day(from) });

/** A grant as a sentence. @param {Grant} grant @param {Words} words @param {AreaNames} names */
export const grantText = (grant, words, names) =>
  [words.word('role', grant.role), whereOf(grant, words, names), whenOf(grant, words)].join(' · ');

/** The place of a grant on the map. @param {Pick<Grant, 'partition' | 'area'>} grant */
const mapPath = ({ partition, area }) => `/?area=${encodeURIComponent(area ?? '')}${partition && partition !== 'tree' ? `&partition=${encodeURIComponent(partition)}` : ''}`;

/**
 * A grant as a line: role, where with a way to the map, since when.
 *
 * @param {Grant} grant @param {Words} words @param {AreaNames} names
 */
export function grantLine(grant, words, names) {
  const { above } = grant.area ? names({ partition: grant.partition ?? 'tree', code: grant.area }) : { above: '' };
  return html`<span class="grant-text"><b>${words.word('role', grant.role)}</b><span class="grant-where">${whereOf(grant, words, names)}${grant.area ? html` <a class="map-link" href=${mapPath(grant)}
      aria-label=${words.t('grant.on-map', { area: whereOf(grant, words, names) })} title=${words.t('grant.map')}>${icon('pin')}</a>` : null}</span>
    <span class="faint grant-when">${above ? html`${above}<br>` : null}${whenOf(grant, words)}</span></span>`;
}
