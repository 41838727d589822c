import { html } from '../../ui/html.js';
import { emptyNote, loadingNote, problemNote } from '../../ui/problem.js';
import { coveringRow } from './covering.js';
import { stills } from './stills.js';

const MOST = 5;

/**
 * The few cameras that see a place best.
 *
 * @param {Resource<GeoFeature<CoveringProps>[]>} cameras @param {Page} page @param {() => void} again
 */
export function bestCameras(cameras, page, again) {
  const words = page.words();
  if (cameras.status === 'failed') return problemNote(cameras.problem, words, again);
  const list = cameras.status === 'ready' ? cameras.data : cameras.status === 'loading' ? cameras.old : undefined;
  if (!list) return loadingNote(words);
  if (list.length === 0) return emptyNote(words.t('covering.none'));
  return html`${stills(list, page)}<ol class="covering cameras-near">${list.slice(0, MOST).map((camera) => coveringRow(camera.properties, page, page.pick))}</ol>`;
}
