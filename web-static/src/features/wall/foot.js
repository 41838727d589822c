import { html, show } from '../../ui/html.js';
import { LAYERS, freshness } from './fresh.js';
import { span } from './part.js';

/** What happened last, the newest first. @param {HTMLElement} place @param {WallPage} to */
export function drawTicker(place, to) {
  const words = to.words();
  const { lines, past } = to.wall.state();
  show(place, html`<h2>${words.t('wall.ticker')}</h2>${past ? html`<p class="wall-note">${words.t('wall.past-ticker')}</p>` : lines.length === 0 ? html`<p class="wall-note">${words.t('wall.quiet')}</p>` : html`<ol>${lines.slice(0, 24).map((line) => html`<li class=${line.type.startsWith('whistle-') ? 'loud' : ''} data-line=${line.key}><time datetime=${line.at}>${words.hour(line.at)}</time>
    <b>${words.word('wall-event', line.type)}</b> <span>${line.category ? `${to.category(line.category)} · ` : ''}${to.area(line.grid)}</span></li>`)}</ol>`}`);
}

/** How fresh each layer is. @param {HTMLElement} place @param {WallPage} to */
export function drawFresh(place, to) {
  const words = to.words();
  const { heard, past } = to.wall.state();
  const nowMs = performance.now();
  const said = LAYERS.map((layer) => ({ layer, ...freshness(layer, heard[layer], nowMs) }));
  // Seconds are only counted where something is wrong.
  const key = words.lang + String(past !== null) + said.map(({ standing, ageMs }) => standing + (standing === 'fresh' ? '' : Math.round(ageMs / 1000))).join();
  if (place.dataset.said === key) return;
  place.dataset.said = key;
  show(place, html`<ul aria-label=${words.t('wall.layers')}>${said.map(({ layer, standing, ageMs }) => html`<li class=${standing} data-layer=${layer}><svg viewBox="0 0 12 12" aria-hidden="true"><path d=${SHAPES[standing]} /></svg>${words.word('wall-layer', layer)}
    ${standing === 'fresh' ? html`<span class="hidden">${words.t('wall.fresh')}</span>` : html`<b>${standing === 'waiting' ? words.t('wall.waits') : words.t('wall.lags', { age: age(ageMs, words) })}</b>`}</li>`)}</ul>`);
}

/** Each standing has a shape of its own. */
const SHAPES = { fresh: 'M6 2a4 4 0 1 0 0 8a4 4 0 1 0 0-8z', lags: 'M6 1l5.5 10H.5z', old: 'M2 2h8v8H2z', waiting: 'M2 5h8v2H2z' };

/** @param {number} ms @param {Words} words */
const age = (ms, words) => (ms < 120_000 ? words.t('wall.seconds', { n: Math.round(ms / 1000) }) : span(ms, words));
