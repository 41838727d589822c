import { createPocketMap } from '../../map/pocket.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';

const FIRST_ZOOM = 15;
const NEAR_ZOOM = 17;
const STEP_PIXELS = 60;

/**
 * The place under the cross of a map that is dragged, pinched, or moved by keys.
 *
 * @param {HTMLElement} place @param {ReportPage} page @param {(place: ReportPlace) => void} choose
 */
export async function mountMap(place, page, choose) {
  const words = page.words();
  show(place, html`<div class="pocket"><canvas tabindex="0" role="application" aria-label=${words.t('report.map-name')} aria-describedby="map-hint" data-key="map"></canvas>
      <svg class="cross" viewBox="0 0 48 48" aria-hidden="true"><path class="halo" d="M24 2v16M24 30v16M2 24h16M30 24h16" /><path d="M24 2v16M24 30v16M2 24h16M30 24h16" /><circle cx="24" cy="24" r="2.5" /></svg>
      <div class="pocket-zoom"><button type="button" class="tap" data-key="map-in" aria-label=${words.t('report.map-in')}>${icon('plus')}</button><button type="button" class="tap" data-key="map-out" aria-label=${words.t('report.map-out')}>${icon('minus')}</button></div></div>
    <p id="map-hint" class="faint map-hint" role="status">${words.t('report.map-hint')}</p>
    <button type="button" class="button primary wide" data-key="map-here">${icon('check')}<span>${words.t('report.map-here')}</span></button>`);
  const canvas = /** @type {HTMLCanvasElement} */ (place.querySelector('canvas'));
  const from = await beginning(page);
  if (!canvas.isConnected) return;
  const map = createPocketMap(canvas, { ...from, lang: words.lang, failed: () => {
    const hint = place.querySelector('#map-hint');
    if (hint) hint.textContent = words.t('report.map-failed');
  } });
  const here = () => {
    const { lng, lat } = map.center();
    choose({ lon: lng, lat, by: 'map', label: '' });
  };
  const on = (/** @type {string} */ key, /** @type {() => void} */ act) => place.querySelector(`[data-key=${key}]`)?.addEventListener('click', act);
  on('map-in', () => map.zoomTo(map.zoom() + 1));
  on('map-out', () => map.zoomTo(map.zoom() - 1));
  on('map-here', here);
  canvas.addEventListener('keydown', (event) => byKey(event, map, here));
  byHand(canvas, map);
  canvas.dataset.ready = '';
  // The map goes when the way of telling the place is closed.
  new MutationObserver((_, seen) => {
    if (canvas.isConnected) return;
    map.dispose();
    seen.disconnect();
  }).observe(document.body, { childList: true, subtree: true });
}

/** Where the map begins: where a photo was taken, else in the middle of the site. @param {ReportPage} page */
async function beginning(page) {
  const photo = page.store.state().draft.photos.find(({ position }) => position)?.position;
  if (photo) return { lng: photo[0], lat: photo[1], zoom: NEAR_ZOOM };
  try {
    const { center } = await (await page.calls()).get('/api/site', {}, new AbortController().signal);
    return { lng: center[0], lat: center[1], zoom: FIRST_ZOOM };
  } catch {
    return { lng: 0, lat: 0, zoom: FIRST_ZOOM };
  }
}

/** @param {KeyboardEvent} event @param {ReturnType<typeof createPocketMap>} map @param {() => void} here */
function byKey(event, map, here) {
  const step = event.shiftKey ? STEP_PIXELS / 6 : STEP_PIXELS;
  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowLeft: () => map.move(-step, 0), ArrowRight: () => map.move(step, 0), ArrowUp: () => map.move(0, -step), ArrowDown: () => map.move(0, step),
    '+': () => map.zoomTo(map.zoom() + 1), '=': () => map.zoomTo(map.zoom() + 1), '-': () => map.zoomTo(map.zoom() - 1), Enter: here,
  };
  if (!keys[event.key] || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  keys[event.key]();
}

/** One finger drags, two pinch, a wheel zooms. @param {HTMLCanvasElement} canvas @param {ReturnType<typeof createPocketMap>} map */
function byHand(canvas, map) {
  /** @type {Map<number, { x: number, y: number }>} */
  const fingers = new Map();
  const spread = () => {
    const [a, b] = [...fingers.values()];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  canvas.addEventListener('pointerdown', (event) => {
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const apart = fingers.size === 2 ? spread() : 0;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    map.move((before.x - event.clientX) / fingers.size, (before.y - event.clientY) / fingers.size);
    if (apart > 0) map.zoomTo(map.zoom() + Math.log2(spread() / apart));
  });
  for (const end of /** @type {const} */ (['pointerup', 'pointercancel'])) canvas.addEventListener(end, ({ pointerId }) => fingers.delete(pointerId));
  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    const box = canvas.getBoundingClientRect();
    map.zoomTo(map.zoom() - Math.sign(event.deltaY) * 0.5, event.clientX - box.x - box.width / 2, event.clientY - box.y - box.height / 2);
  }, { passive: false });
}
