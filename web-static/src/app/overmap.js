import { scaleBar } from '../map/scale.js';
import { html, show } from '../ui/html.js';
import { icon } from '../ui/icons.js';

const SCALE_ROOM_PIXELS = 112;

/**
 * What lies over the map: buttons, scale, coordinates, the name under the pointer, a word to those who come first.
 *
 * @param {HTMLElement} place @param {Page} page @param {{ home: () => void, asks?: boolean }} actions asks: whether a click may ask about
 *   the place, and what is shown is chosen beside the map
 */
export function mountOvermap(place, page, { home, asks = true }) {
  const draw = () => show(place, content(page, home, asks));
  draw();
  const scale = () => drawScale(place, page);
  const redraw = () => {
    draw();
    scale();
  };
  page.store.watch((state) => state.lang, redraw);
  page.store.watch((state) => `${state.asking} ${state.here === null}`, redraw);
  page.store.watch((state) => state.view, () => {
    scale();
    const tip = /** @type {HTMLElement | null} */ (place.querySelector('.tip'));
    if (tip) tip.hidden = true;
  });
  return {
    scale,
    /** @param {{ lng: number, lat: number } | null} at */
    pointed(at) {
      const text = place.querySelector('.coordinates');
      if (text) text.textContent = at ? `${at.lng.toFixed(5)}, ${at.lat.toFixed(5)}` : '';
    },
    /** @param {{ name: string, code: string, note: string, x: number, y: number } | null} area */
    hovered(area) {
      const tip = /** @type {HTMLElement} */ (place.querySelector('.tip'));
      tip.hidden = !area;
      if (!area) return;
      const words = page.words();
      show(tip, html`<b>${area.name}</b><span class="code-text">${area.code}</span>${area.note ? html`<span>${words.t('map.households', { n: words.number(Number(area.note)) })}</span>` : null}`);
      const right = area.x > place.clientWidth - 200;
      tip.style.transform = `translate(${Math.round(area.x + (right ? -16 : 16))}px, ${Math.round(area.y + 16)}px)${right ? ' translateX(-100%)' : ''}`;
    },
  };
}

/** @param {Page} page @param {() => void} home @param {boolean} asks */
function content(page, home, asks) {
  const words = page.words();
  /** @param {'plus' | 'minus' | 'home' | 'layers'} name @param {string} label @param {() => void} act */
  const button = (name, label, act) => html`<button type="button" class="icon-button" aria-label=${label} title=${label} data-key=${`map-${name}`} @click=${act}>${icon(name)}</button>`;
  return html`<div class="map-buttons" role="group" aria-label=${words.t('map.title')}>
      ${button('plus', words.t('map.zoom-in'), () => page.map()?.zoomBy(1))}${button('minus', words.t('map.zoom-out'), () => page.map()?.zoomBy(-1))}
      ${button('home', words.t('map.home'), home)}${asks ? [button('layers', words.t('map.layers'), toggleSide), asking(page)] : null}</div>
    ${page.store.state().asking && !page.store.state().here ? html`<p class="ask-hint">${icon('target')}${words.t('ask.hint')}</p>` : null}
    <div class="map-foot"><div class="scale"><svg width="120" height="8" aria-hidden="true"><path d="" /></svg><span></span></div>
      <output class="coordinates" title=${words.t('map.coordinates')} aria-live="off"></output></div>
    <div class="cross" aria-hidden="true"></div><div class="tip" hidden></div>`;
}

/** A click asks which cameras see the place, while this is pressed. @param {Page} page */
function asking(page) {
  const words = page.words();
  const { asking: on } = page.store.state();
  return html`<button type="button" class="icon-button ask" aria-pressed=${String(on)} aria-label=${words.t('ask.label')} title=${words.t('ask.label')} data-key="map-ask"
    @click=${() => page.store.dispatch({ kind: 'asking', on: !on })}>${icon('camera')}</button>`;
}

/** On small screens the side is behind a button. */
function toggleSide() {
  document.getElementById('side')?.classList.toggle('open');
}

/** @param {HTMLElement} place @param {Page} page */
function drawScale(place, page) {
  const map = page.map();
  if (!map) return;
  const { meters, pixels } = scaleBar(map.metersPerPixel(), SCALE_ROOM_PIXELS);
  place.querySelector('.scale path')?.setAttribute('d', `M1 1V7H${pixels + 1}V1`);
  const text = place.querySelector('.scale span');
  if (text) text.textContent = meters < 1000 ? `${meters} m` : `${meters / 1000} km`;
}
