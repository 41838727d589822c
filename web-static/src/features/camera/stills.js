import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';

const MOST = 4;

/**
 * Which of the cameras that see a place are shown at once: the best that send a picture.
 *
 * @param {GeoFeature<CoveringProps>[]} cameras the best first
 */
export const shownAtOnce = (cameras) => cameras.map(({ properties }) => properties).filter(({ state, mustTurn }) => state === 'online' && !mustTurn).slice(0, MOST);

/**
 * Still pictures of the best four cameras, for who may look; a click on one opens its live picture.
 *
 * @param {GeoFeature<CoveringProps>[]} cameras @param {Page} page
 */
export function stills(cameras, page) {
  const { site, watched } = page.store.state();
  const shown = shownAtOnce(cameras);
  if (site.status !== 'ready' || !site.data.canRead.includes('pictures') || shown.length === 0) return null;
  const words = page.words();
  return html`<ul class="stills">${shown.map(
    ({ id, name, rank }) => html`<li><button type="button" class="still" data-key=${`still-${id}`} aria-pressed=${String(watched?.id === id)}
        aria-label=${words.t('video.watch', { name })} title=${words.t('video.watch', { name })}
        @click=${() => page.store.dispatch({ kind: 'watch', watched: { id, name } })}><img src=${`/video/${encodeURIComponent(id)}/still`} alt="" width="320" height="180" loading="lazy"
          @load=${shownWell} @error=${shownNot}><span class="still-none">${icon('no-picture')}${words.t('video.none')}</span><span class="rank" aria-hidden="true">${rank}</span></button></li>`,
  )}</ul>`;
}

/** @param {Event} event */
const shownNot = ({ target }) => /** @type {HTMLElement} */ (target).closest('.still')?.classList.add('without');

/** @param {Event} event */
const shownWell = ({ target }) => /** @type {HTMLElement} */ (target).closest('.still')?.classList.remove('without');
