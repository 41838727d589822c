import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { playPast } from './past.js';

/** Seconds that instant replay goes back. */
const BACK_SECONDS = 30;
const RATES = [0.25, 0.5, 1, 2, 4];
/** Seconds of a step: about a frame. */
const STEP = 1 / 12;

/**
 * Instant replay in the window of a live picture: what was seen in the last half minute, slower, faster or frame by frame.
 *
 * @param {HTMLVideoElement} video @param {Page} page
 * @param {{ tell: (state: PictureState) => void, live: () => void, begun: () => void, changed: () => void }} to live: goes on with
 *   what is seen now; begun: what is seen now gives way; changed: the controls have to be drawn anew
 */
export function createReplay(video, page, { tell, live, begun, changed }) {
  /** @type {ReturnType<typeof playPast> | null} */
  let past = null;
  let rate = 1;
  const showTime = () => {
    const label = document.querySelector('[data-part=past-at]');
    const at = past?.at();
    if (label && at) label.textContent = page.words().t('video.past-at', { time: page.words().hour(new Date(at).toISOString()), seconds: String(new Date(at).getSeconds()).padStart(2, '0') });
  };
  video.addEventListener('timeupdate', showTime);
  video.addEventListener('loadeddata', () => past && (video.playbackRate = rate));
  const stop = () => {
    past?.stop();
    past = null;
    rate = 1;
  };
  /** @param {string} id */
  const begin = (id) => {
    stop();
    begun();
    past = playPast(video, { id, last: BACK_SECONDS }, tell);
  };
  /** @param {number} next */
  const run = (next) => {
    rate = next;
    video.playbackRate = next;
    video.play().catch(() => {});
    changed();
  };
  /** @param {number} by */
  const step = (by) => {
    video.pause();
    video.currentTime = Math.max(0, video.currentTime + by * STEP);
  };
  return {
    stop, begin,
    isOn: () => past !== null,
    /** What can be done. @param {string} id */
    controls(id) {
      const { t } = page.words();
      const key = (/** @type {string} */ name, /** @type {() => void} */ act, /** @type {string} */ text) => html`<button type="button" class="button small" data-key=${`video-${name}`} @click=${act}>${text}</button>`;
      if (!past) return html`<div class="video-replay">${key('replay', () => begin(id), t('video.replay', { n: BACK_SECONDS }))}</div>`;
      return html`<div class="video-replay"><span class="video-at" data-part="past-at"></span>
        <span class="segments" role="group" aria-label=${t('video.rate')}>${RATES.map((one) => html`<button type="button" aria-pressed=${String(one === rate)} data-key=${`rate-${one}`} @click=${() => run(one)}>${one}×</button>`)}</span>
        <button type="button" class="icon-button small" aria-label=${t('video.step-back')} title=${t('video.step-back')} data-key="step-back" @click=${() => step(-1)}>${icon('left')}</button>
        <button type="button" class="icon-button small" aria-label=${t('video.step-on')} title=${t('video.step-on')} data-key="step-on" @click=${() => step(1)}>${icon('right')}</button>
        ${key('replay', () => begin(id), t('video.replay', { n: BACK_SECONDS }))}${key('to-live', live, t('video.to-live'))}</div>`;
    },
  };
}
