import { openDialog } from '../../ui/dialog.js';
import { html, show, svg } from '../../ui/html.js';
import { comparePicture } from './compare-picture.js';
import { impactView } from './impact.js';

const VIEWS = /** @type {const} */ (['swipe', 'both', 'table']);
const HALF = 50;

/**
 * Shows a comparison over the page: one side swiped over the other, both beside each other, or as tables.
 *
 * @param {ComparedData} compared @param {{ a: string, b: string }} names @param {Words} words
 */
export function openComparison(compared, names, words) {
  const place = document.createElement('div');
  place.className = 'compare';
  const draw = (/** @type {typeof VIEWS[number]} */ view) => show(place, html`<div class="segments" role="group" aria-label=${words.t('review.compare')}>${VIEWS.map((one) =>
      html`<button type="button" aria-pressed=${String(one === view)} data-key=${`compare-${one}`} @click=${() => draw(one)}>${words.t(`review.${one}`)}</button>`)}</div>
    ${legend(names, words)}${view === 'swipe' ? swipe(compared, names, words) : view === 'both' ? both(compared, names, words) : tables(compared, words)}`);
  draw('swipe');
  const title = `${words.t('review.compare')} · ${names.a} — ${names.b}`;
  openDialog({ title, closeLabel: words.t('review.close'), content: place });
}

/** @param {{ a: string, b: string }} names @param {Words} words */
const legend = (names, words) => html`<p class="compare-legend"><span><i class="mark-retired"></i>${words.t('review.side-a')} · ${names.a} · ${words.t('review.count.retired')}</span>
  <span><i class="mark-born"></i>${words.t('review.side-b')} · ${names.b} · ${words.t('review.count.born')}</span></p>`;

/** @param {ReturnType<typeof comparePicture>['a']} grids */
const drawn = (grids) => grids.map(({ code, state, d, x, y }) => svg`<path class=${`compare-grid ${state}`} d=${d}></path>
  <text class=${`compare-code ${state}`} x=${x} y=${y} text-anchor="middle">${code.slice(-3)}</text>`);

/** @param {ComparedData} compared @param {{ a: string, b: string }} names @param {Words} words */
function swipe(compared, names, words) {
  const picture = comparePicture(compared);
  const { width, height } = picture;
  const all = /** @type {DocumentFragment} */ (html`<p class="faint">${words.t('review.swipe-hint')}</p>
    <svg class="compare-picture" viewBox=${`0 0 ${width} ${height}`} role="img" aria-label=${`${names.a} — ${names.b}`}>
      <defs><clipPath id="compare-left"><rect x="0" y="0" width="0" height=${height}></rect></clipPath>
        <clipPath id="compare-right"><rect x="0" y="0" width=${width} height=${height}></rect></clipPath></defs>
      <g clip-path="url(#compare-left)">${drawn(picture.a)}</g><g clip-path="url(#compare-right)">${drawn(picture.b)}</g>
      <line class="compare-edge" y1="0" y2=${height}></line></svg>
    <label class="compare-slider"><span>${words.t('review.side-a')}</span><input type="range" min="0" max="100" value=${HALF} data-key="swipe" aria-label=${words.t('review.swipe-place')}><span>${words.t('review.side-b')}</span></label>`);
  const slider = /** @type {HTMLInputElement} */ (all.querySelector('input'));
  const image = /** @type {SVGSVGElement} */ (all.querySelector('svg'));
  const parts = {
    left: all.querySelector('#compare-left rect'), right: all.querySelector('#compare-right rect'), edge: all.querySelector('line'),
  };
  const move = () => {
    const x = (width * Number(slider.value)) / 100;
    parts.left?.setAttribute('width', String(x));
    parts.right?.setAttribute('x', String(x));
    parts.right?.setAttribute('width', String(width - x));
    for (const end of ['x1', 'x2']) parts.edge?.setAttribute(end, String(x));
    slider.setAttribute('aria-valuetext', words.t('review.swipe-said', { percent: slider.value }));
  };
  slider.addEventListener('input', move);
  const follow = (/** @type {PointerEvent} */ event) => {
    if (event.buttons === 0) return;
    const onScreen = image.getScreenCTM();
    if (!onScreen) return;
    const point = image.createSVGPoint();
    [point.x, point.y] = [event.clientX, event.clientY];
    slider.value = String(Math.round((100 * point.matrixTransform(onScreen.inverse()).x) / width));
    move();
  };
  image.addEventListener('pointerdown', follow);
  image.addEventListener('pointermove', follow);
  move();
  return all;
}

/** @param {ComparedData} compared @param {{ a: string, b: string }} names @param {Words} words */
function both(compared, names, words) {
  const picture = comparePicture(compared);
  const side = (/** @type {'a' | 'b'} */ name) => html`<figure><figcaption>${names[name]}</figcaption>
    <svg class="compare-picture" viewBox=${`0 0 ${picture.width} ${picture.height}`} role="img"
      aria-label=${words.t('review.picture', { side: names[name], n: picture[name].length })}>${drawn(picture[name])}</svg></figure>`;
  return html`<div class="compare-both">${side('a')}${side('b')}</div>`;
}

/** @param {ComparedData} compared @param {Words} words */
function tables(compared, words) {
  const moved = compared.outlines;
  const hectares = (/** @type {number} */ squareMeters) => words.number(squareMeters / 10_000, 2);
  const none = compared.flows.length === 0 && moved.length === 0;
  if (none) return html`<p class="note quiet">${words.t('review.no-change')}</p>`;
  const view = impactView(compared, words);
  for (const details of view.querySelectorAll('details')) details.open = true;
  return html`${view}${moved.length > 0 ? html`<h3>${words.t('review.outlines')}</h3><table class="plan-grids"><thead><tr>
      <th scope="col">${words.t('plan.code')}</th><th scope="col" class="number">${words.t('review.before-ha')}</th>
      <th scope="col" class="number">${words.t('review.after-ha')}</th><th scope="col"></th></tr></thead>
    <tbody>${moved.map((one) => html`<tr><td>${one.code}</td><td class="number">${hectares(one.squareMetersBefore)}</td>
      <td class="number">${hectares(one.squareMetersAfter)}</td><td>${one.movesGround ? null : words.t('review.same-ground')}</td></tr>`)}</tbody></table>` : null}`;
}
