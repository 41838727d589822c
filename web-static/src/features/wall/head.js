import { townTime } from '../../app/live-state.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';

/** A cut that is mended sooner is not told. */
const PATIENCE_MS = 500;
const SILENCE_MS = 4500;

/** The head: where this is, the clock, as of when the picture is. Drawn anew when the language or the site changes. @param {HTMLElement} place @param {WallPage} to */
export function drawHead(place, to) {
  const words = to.words();
  const { site, lang } = to.page.store.state();
  if (site.status !== 'ready') return;
  show(place, html`<div class="wall-brand"><svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><path d="M6 8l9-2 11 3v15l-10 3-10-3zM6 16l10 2 10-3M15 6l1 21" /></svg>
      <h1>${lang === 'zh' ? site.data.nameZh : site.data.nameEn}</h1><span class="wall-product">${words.t('wall.product')}</span></div>
    ${site.data.generated ? html`<p class="generated" title=${words.t('generated.why')}>${icon('info')}<span>${words.t('generated.notice')}</span></p>` : null}
    <p class="wall-silent" hidden>${icon('bell')}<span>${words.t('wall.silent')}</span></p>
    <p class="wall-as-of"><span></span><time></time></p><p class="wall-day"></p><p class="wall-clock" role="timer" aria-live="off"></p>`);
  tickHead(place, to);
}

/** What of the head goes on with time. @param {HTMLElement} place @param {WallPage} to */
export function tickHead(place, to) {
  const words = to.words();
  const { site, live } = to.page.store.state();
  const { past, sound } = to.wall.state();
  if (site.status !== 'ready') return;
  const formats = formatsOf(words.lang, site.data.timeZone);
  const nowMs = past ? Date.parse(past.at) : to.nowMs();
  put(place, '.wall-clock', past ? formats.minute.format(nowMs) : formats.second.format(nowMs));
  put(place, '.wall-day', formats.day.format(nowMs));
  const as = townTime(live, performance.now(), site.data.speed);
  put(place, '.wall-as-of span', words.t(past ? 'wall.as-of-past' : 'wall.as-of'));
  put(place, '.wall-as-of time', past ? '' : as ? formats.second.format(Date.parse(cut(to) ? (live.at ?? as) : as)) : '—');
  const silent = /** @type {HTMLElement | null} */ (place.querySelector('.wall-silent'));
  if (silent) silent.hidden = sound !== 'silent';
}

/** @param {HTMLElement} place @param {string} what @param {string} text */
function put(place, what, text) {
  const at = place.querySelector(what);
  if (at && at.textContent !== text) at.textContent = text;
}

/** @type {Map<string, { second: Intl.DateTimeFormat, minute: Intl.DateTimeFormat, day: Intl.DateTimeFormat }>} */
const made = new Map();

/** @param {Lang} lang @param {string} timeZone */
export function formatsOf(lang, timeZone) {
  const key = lang + timeZone;
  const locale = lang === 'zh' ? 'zh-CN' : 'en-GB';
  const found = made.get(key) ?? {
    second: new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
    minute: new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    day: new Intl.DateTimeFormat(locale, { timeZone, month: 'long', day: 'numeric', weekday: 'long' }),
  };
  made.set(key, found);
  return found;
}

/** Whether the stream is cut for longer than is left untold, and since when. @param {WallPage} to @returns {{ forMs: number, ended: boolean } | null} */
export function cut({ page }) {
  const { live } = page.store.state();
  if (live.link === 'off') return null;
  if (live.link === 'ended') return { forMs: 0, ended: true };
  const forMs = performance.now() - live.heardMs;
  // The server beats every 2 s: after a cut that was told by the browser the patience is shorter than in silence.
  return forMs > (live.link === 'lost' ? 2000 + PATIENCE_MS : SILENCE_MS) || (live.link === 'lost' && live.heardMs === 0) ? { forMs, ended: false } : null;
}

/** The band over everything while the picture stands still. @param {HTMLElement} place @param {WallPage} to */
export function drawBand(place, to) {
  const words = to.words();
  const off = cut(to);
  const { live, site } = to.page.store.state();
  const at = site.status === 'ready' && live.at ? formatsOf(words.lang, site.data.timeZone).second.format(Date.parse(live.at)) : '—';
  const text = !off ? '' : off.ended ? words.t('wall.ended') : words.t('wall.cut', { time: at, seconds: Math.round(off.forMs / 1000) });
  if (place.dataset.text === text) return;
  place.dataset.text = text;
  document.documentElement.toggleAttribute('data-cut', text !== '');
  document.documentElement.toggleAttribute('data-ended', off?.ended === true);
  show(place, text === '' ? null : html`<p class="wall-band">${icon('warning')}<b>${text}</b>${off?.ended ? html`<a class="button" href="/sign-in/?wall" data-key="sign-in-again">${words.t('wall.pair-again')}</a>` : null}</p>`);
}
