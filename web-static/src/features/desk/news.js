import { listRead } from './desk-state.js';

/** After so long what was told is taken back, so that the same words are heard again. */
const TOLD_MS = 6000;

/**
 * Notes what comes into the queue while the page is open, and tells it where screen readers hear it.
 *
 * @param {DeskPage} deskPage @param {HTMLElement} place
 */
export function followNews({ page, desk }, place) {
  const { store } = page;
  let timer = 0;
  store.watch((state) => state.lists.incidents, (list) => {
    if (list.status !== 'ready') return;
    const features = /** @type {GeoFeature<IncidentProps>[]} */ (list.data.features);
    const { seen, fresh, came } = listRead(desk.state(), features.map(({ properties }) => properties.id));
    if (seen !== desk.state().seen || fresh !== desk.state().fresh) desk.dispatch({ seen, fresh });
    if (came.length === 0) return;
    const words = page.words();
    const first = features.find(({ properties }) => properties.id === came[0])?.properties;
    const name = first?.categoryNames?.[words.lang] ?? first?.category ?? '';
    place.textContent = came.length === 1 ? words.t('desk.came', { name, number: first?.number ?? '' }) : words.t('desk.came-many', { n: came.length });
    clearTimeout(timer);
    timer = window.setTimeout(() => (place.textContent = ''), TOLD_MS);
  });
}
