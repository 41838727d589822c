import { html, show, svg } from '../ui/html.js';
import { standing, townTime } from './live-state.js';

/** Each standing has a shape of its own, so that it is told without colour too. */
const SHAPES = { live: 'M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14z', again: 'M12 4l9 16H3z', old: 'M5 5h14v14H5z', ended: 'M6 4l6 6 6-6 2 2-6 6 6 6-2 2-6-6-6 6-2-2 6-6-6-6z' };

/**
 * Shows how the page stands to the live stream, and the time of the town.
 *
 * @param {HTMLElement} place @param {Page} page
 */
export function drawLive(place, page) {
  const { live, site } = page.store.state();
  const nowMs = performance.now();
  const now = standing(live, nowMs);
  if (now === 'off' || site.status !== 'ready') return show(place, null);
  const words = page.words();
  const { speed } = site.data;
  const time = words.time(townTime(live, nowMs, speed));
  // What was heard last came at that time of the town: since then nobody knows.
  const text = words.t(`live.${now}`, { time: words.hour(live.at) });
  place.dataset.standing = now;
  show(place, html`<span class=${`live-mark ${now}`} title=${words.t(`live.${now}.why`)}><svg viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${SHAPES[now]} />`}</svg><span class="live-text">${text}</span></span>
    <time class="town-time" title=${words.t('live.time')}>${time}</time>${speed > 1 ? html`<span class="chip" title=${words.t('live.speed', { n: speed })}>×${speed}</span>` : null}`);
}
