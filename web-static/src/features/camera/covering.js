import { html } from '../../ui/html.js';
import { stills } from './stills.js';
import { icon } from '../../ui/icons.js';
import { emptyNote, loadingNote, problemNote } from '../../ui/problem.js';

/**
 * Which cameras can see a place, the best first, each with a button for its picture.
 *
 * @param {Resource<GeoFeature<CoveringProps>[]>} cameras @param {Page} page
 */
export function coveringList(cameras, page) {
  const words = page.words();
  if (cameras.status === 'idle') return null;
  if (cameras.status === 'loading') return part(words.t('covering.title'), loadingNote(words));
  if (cameras.status === 'failed') return part(words.t('covering.title'), problemNote(cameras.problem, words, () => page.retry('here')));
  if (cameras.data.length === 0) return part(words.t('covering.title'), emptyNote(words.t('covering.none')));
  return part(
    words.t('covering.count', { n: words.number(cameras.data.length) }),
    html`${stills(cameras.data, page)}<ol class="covering">${cameras.data.map((camera) => coveringRow(camera.properties, page))}</ol>
      <p class="faint small-note">${words.t('covering.cut')}</p>`,
  );
}

/** @param {string} title @param {unknown} body */
const part = (title, body) => html`<section class="here-part"><h3>${icon('camera')}${title}</h3>${body}</section>`;

/**
 * A camera that sees a place.
 *
 * @param {CoveringProps} camera @param {Page} page @param {(picked: Picked) => void} [pick] what a click on its name does
 */
export function coveringRow(camera, page, pick = (picked) => page.store.dispatch({ kind: 'pick', picked })) {
  const words = page.words();
  const { picked, watched } = page.store.state();
  const online = camera.state === 'online';
  const isPicked = picked?.kind === 'cameras' && picked.id === camera.id;
  return html`<li class=${isPicked ? 'covering-row picked' : 'covering-row'}>
    <span class="rank" aria-hidden="true">${camera.rank}</span>
    <span class="covering-name"><button type="button" class="link" data-key=${`covering-${camera.id}`}
        @click=${() => pick({ kind: 'cameras', id: camera.id })}>${camera.name}</button>
      <span class="faint">${words.t('covering.how', { distance: words.length(camera.distanceMeters), angle: words.number(camera.offAxisDegrees) })}${
        online ? '' : ` · ${words.word('camera-state', camera.state)}`}${
        camera.directionCertainty === 'measured' ? '' : ` · ${words.t('covering.certainty', { word: words.word('certainty', camera.directionCertainty) })}`}</span></span>
    <button type="button" class="icon-button small" ?disabled=${!online} aria-pressed=${String(watched?.id === camera.id)} data-key=${`watch-${camera.id}`}
      aria-label=${words.t('video.watch', { name: camera.name })} title=${words.t(online ? 'video.watch' : 'video.offline', { name: camera.name })}
      @click=${() => page.store.dispatch({ kind: 'watch', watched: { id: camera.id, name: camera.name } })}>${icon(online ? 'play' : 'no-picture')}</button></li>`;
}
