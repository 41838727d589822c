import { problemNote } from '../../app/hand.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { drafted } from './state.js';

/**
 * Where it is: by the device, on the map, by an address, or where a photo was taken. What was chosen is one line, with the
 * grid it lies in.
 *
 * @param {HTMLElement} place @param {ReportPage} page
 */
export function mountWhere(place, page) {
  const words = page.words();
  show(place, html`<h2 id="where">${words.t('report.where')}</h2><div data-part="body"></div>`);
  const body = /** @type {HTMLElement} */ (place.querySelector('[data-part=body]'));
  const { store } = page;
  const choose = (/** @type {ReportPlace | null} */ chosen) => {
    store.dispatch({ open: '', said: '', problem: null, grid: { status: chosen ? 'looking' : 'none', names: [] } });
    store.dispatch(drafted({ place: chosen }));
    /** @type {HTMLElement | null} */ (body.querySelector(chosen ? '[data-key=where-change]' : '[data-key=where-device]'))?.focus();
  };
  const draw = async () => {
    const { draft, open } = store.state();
    if (draft.place) return show(body, chosenPlace(page, draft.place, () => choose(null)));
    show(body, ways(page, choose));
    const inner = /** @type {HTMLElement} */ (body.querySelector('[data-part=way]'));
    if (open) await page.learn();
    if (open === 'address') (await import('./by-address.js')).mountAddress(inner, page, choose);
    if (open === 'map') (await import('./by-map.js')).mountMap(inner, page, choose);
  };
  const lookUp = async () => (await import('./locate.js')).lookUp(page);
  draw();
  // A draft that was kept says where, but not whose grid that is today.
  if (store.state().draft.place && store.state().grid.status === 'none') lookUp();
  return [
    store.watch(({ draft, open, grid, busy }) => JSON.stringify([draft.place, open, grid, busy === 'locating']), draw),
    store.watch(({ draft }) => positionOf(draft), draw),
    store.watch(({ said }) => said, draw),
    store.watch(({ draft }) => draft.place, lookUp),
  ];
}

/** Where the first photo that knows was taken. @param {ReportDraft} draft */
const positionOf = ({ photos }) => photos.find(({ position }) => position)?.position ?? null;

/** @param {ReportPage} page @param {ReportPlace} at @param {() => void} change */
function chosenPlace(page, at, change) {
  const words = page.words();
  const { grid } = page.store.state();
  const tone = grid.status === 'outside' ? 'warning' : 'pin';
  return html`<div class="chosen">${icon('check')}<div><b>${at.label || words.t(`report.by-${at.by}`)}</b>
      <p class="faint">${at.accuracyMeters ? words.t('report.accuracy', { n: Math.max(1, Math.round(at.accuracyMeters)) }) : words.t('report.point', { lon: at.lon.toFixed(5), lat: at.lat.toFixed(5) })}</p></div>
    <button type="button" class="tap" data-key="where-change" @click=${change}>${words.t('report.change')}</button></div>
    <p class=${`grid-line ${grid.status}`} role="status">${grid.status === 'none' ? null : icon(tone)}<span>${grid.status === 'inside' ? grid.names.join(' › ') : words.t(`report.grid-${grid.status}`)}</span></p>`;
}

/** @param {ReportPage} page @param {(place: ReportPlace) => void} choose */
function ways(page, choose) {
  const byDevice = async () => {
    const [{ locate }] = await Promise.all([import('./locate.js'), page.learn()]);
    locate(page, choose);
  };
  const words = page.words();
  const { draft, open, busy, said, told, problem } = page.store.state();
  const photo = positionOf(draft);
  const toggle = (/** @type {'address' | 'map'} */ way) => () => page.store.dispatch({ open: open === way ? '' : way, said: '' });
  return html`<div class="ways">
      <button type="button" class="tile" data-key="where-device" ?disabled=${busy === 'locating'} @click=${byDevice}>${icon('target')}<span>${words.t(busy === 'locating' ? 'report.locating' : 'report.by-device')}</span></button>
      <button type="button" class="tile" data-key="where-address" aria-expanded=${String(open === 'address')} @click=${toggle('address')}>${icon('search')}<span>${words.t('report.by-address')}</span></button>
      <button type="button" class="tile" data-key="where-map" aria-expanded=${String(open === 'map')} @click=${toggle('map')}>${icon('layers')}<span>${words.t('report.by-map')}</span></button>
      ${photo ? html`<button type="button" class="tile" data-key="where-photo" @click=${() => choose({ lon: photo[0], lat: photo[1], by: 'photo', label: '' })}>${icon('photo')}<span>${words.t('report.by-photo')}</span></button>` : null}</div>
    ${said ? html`<p class="note bad" role="alert">${icon('warning')}<span>${words.t(said)}</span></p>` : null}
    ${told && problem?.field === 'lon' ? problemNote(problem, words) : null}
    <div data-part="way"></div>`;
}
