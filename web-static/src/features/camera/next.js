import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';

const MOST = 4;
const EIGHTH = 45;
const COMPASS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'];

/** The nearest of the eight points of the compass. @param {number} bearing degrees */
export const pointOf = (bearing) => COMPASS[Math.round((((bearing % 360) + 360) % 360) / EIGHTH) % COMPASS.length];

/**
 * The next cameras along the streets from the one whose picture is open: to follow somebody who leaves it.
 *
 * @param {GeoFeature<NextProps>[]} next the nearest first @param {Page} page
 */
export function nextAlong(next, page) {
  const words = page.words();
  if (next.length === 0) return null;
  return html`<nav class="next-cameras" aria-label=${words.t('next.title')}><span class="faint">${words.t('next.title')}</span>
    ${next.slice(0, MOST).map(({ properties: { id, name, state, distanceMeters, bearingDegrees } }) => {
      const how = words.t('next.how', { way: words.word('way', pointOf(bearingDegrees)), distance: words.length(distanceMeters) });
      return html`<button type="button" class="button small" data-key=${`next-${id}`} ?disabled=${state !== 'online'} title=${`${name} · ${how}`}
        @click=${() => page.store.dispatch({ kind: 'watch', watched: { id, name } })}>${icon(state === 'online' ? 'play' : 'no-picture')}<span class="next-name">${name}</span><span class="faint">${how}</span></button>`;
    })}</nav>`;
}
