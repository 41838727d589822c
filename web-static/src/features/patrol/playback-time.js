import { html, show, svg } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { barsOf, SPEEDS } from './playback-state.js';

const WIDTH = 1000;
const ROW = 14;
const MINUTE_MS = 60_000;

/**
 * The controls below the map: begin and stop, how fast, what time it is, and a line of time for each person in which
 * walking, stops and silences show.
 *
 * @param {HTMLElement} place
 * @param {{ words: Words, clock: ReturnType<typeof import('./playback-clock.js').createPlaybackClock>, played: () => Played, zone: string }} of
 */
export function timeline(place, { words, clock, played, zone }) {
  const told = new Intl.DateTimeFormat(words.lang === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  const part = (/** @type {string} */ name) => /** @type {HTMLElement | null} */ (place.querySelector(`[data-part=${name}]`));
  const tick = (/** @type {number} */ ms) => {
    const { fromMs, toMs } = played();
    const now = part('now');
    if (now && toMs > fromMs) now.textContent = told.format(ms);
    const slider = /** @type {HTMLInputElement | null} */ (part('slider'));
    if (slider && toMs > fromMs) {
      slider.value = String(ms);
      slider.setAttribute('aria-valuetext', told.format(ms));
    }
    part('needle')?.setAttribute('x1', String(((ms - fromMs) / (toMs - fromMs)) * WIDTH));
    part('needle')?.setAttribute('x2', String(((ms - fromMs) / (toMs - fromMs)) * WIDTH));
  };
  const draw = () => {
    const data = played();
    const none = data.people.length === 0;
    show(place, html`<div class="playback-controls"><button type="button" class="button primary" ?disabled=${none} data-key="play" aria-pressed=${String(clock.runs())} @click=${clock.toggle}>${icon(clock.runs() ? 'pause' : 'play')}${words.t(clock.runs() ? 'playback.pause' : 'playback.play')}</button>
        <b class="playback-now" data-part="now">–:–:–</b>
        <div class="segments" role="group" aria-label=${words.t('playback.speed')}>${SPEEDS.map((speed) => html`<button type="button" aria-pressed=${String(speed === clock.speed())} data-key=${`speed-${speed}`} @click=${() => clock.speedUp(speed)}>${speed}×</button>`)}</div>
        <ul class="playback-legend">${['walk', 'stop', 'gap'].map((kind) => html`<li>${svg`<svg viewBox="0 0 24 10" aria-hidden="true"><rect class=${`bar ${kind}`} width="24" height="10" /></svg>`}${words.t(`playback.${kind}`)}</li>`)}</ul></div>
      ${none ? null : html`<div class="playback-lines">${lines(data)}<input type="range" min=${data.fromMs} max=${data.toMs} step="1000" .value=${String(clock.ms())} aria-label=${words.t('playback.time')} data-part="slider" data-key="slider"
        @input=${(/** @type {Event} */ event) => clock.set(Number(/** @type {HTMLInputElement} */ (event.currentTarget).value))}></div>`}`);
    if (!none) tick(clock.ms());
  };
  draw();
  return { draw, tick };
}

/** @param {Played} data */
function lines(data) {
  const height = data.people.length * ROW;
  return svg`<svg class="playback-rows" viewBox=${`0 0 ${WIDTH} ${height}`} preserveAspectRatio="none" aria-hidden="true">${data.people.map((person, row) => barsOf(person, data).map(({ kind, from, to }) =>
    svg`<rect class=${`bar ${kind} hue-${person.hue % 6}`} x=${from * WIDTH} y=${row * ROW + 2} width=${Math.max(1, (to - from) * WIDTH)} height=${ROW - 4} />`))}<line class="needle" data-part="needle" x1="0" x2="0" y1="0" y2=${height} /></svg>`;
}

/** Space begins and stops; arrows go a minute, with Shift ten; brackets change the speed. @param {KeyboardEvent} event @param {ReturnType<typeof import('./playback-clock.js').createPlaybackClock>} clock */
export function keyOf(event, clock) {
  const on = /** @type {HTMLElement} */ (event.target);
  if (on.closest?.('input, select, button, dialog, a') || event.ctrlKey || event.metaKey || event.altKey) return;
  const by = (event.shiftKey ? 10 : 1) * MINUTE_MS;
  if (event.key === ' ') clock.toggle();
  else if (event.key === 'ArrowLeft') clock.set(clock.ms() - by);
  else if (event.key === 'ArrowRight') clock.set(clock.ms() + by);
  else if (event.key === '[' || event.key === ']') {
    const next = SPEEDS.indexOf(clock.speed()) + (event.key === '[' ? -1 : 1);
    if (SPEEDS[next]) clock.speedUp(SPEEDS[next]);
  } else return;
  event.preventDefault();
}
