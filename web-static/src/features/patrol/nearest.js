import { html } from '../../ui/html.js';
import { symbol } from '../../ui/icons.js';
import { emptyNote, loadingNote, problemNote } from '../../ui/problem.js';

const MOST = 5;
/** More are asked for than are shown, because some of them may have gone silent. */
const ASKED = 15;

/**
 * Who is nearest to a place now.
 *
 * @param {Page['api']} api @param {Position} at @param {AbortSignal} signal
 * @returns {Promise<GeoFeature<PersonProps>[]>}
 */
export async function readNearestPeople(api, [lon, lat], signal) {
  /** @type {FeatureList<PersonProps>} */
  const list = await api.get('/api/positions', { near: `${lon},${lat}`, limit: ASKED }, signal);
  return nearestFew(list.features);
}

/**
 * Those who can be sent: who has gone silent comes after everybody who has not, however near they were.
 *
 * @param {GeoFeature<PersonProps>[]} people the nearest first
 */
export function nearestFew(people) {
  const silent = (/** @type {GeoFeature<PersonProps>} */ person) => person.properties.state === 'stale';
  return [...people.filter((person) => !silent(person)), ...people.filter(silent)].slice(0, MOST);
}

/** @param {Resource<GeoFeature<PersonProps>[]>} near @param {Page} page @param {() => void} again */
export function nearestPeople(near, page, again) {
  const words = page.words();
  if (near.status === 'failed') return problemNote(near.problem, words, again);
  const list = near.status === 'ready' ? near.data : near.status === 'loading' ? near.old : undefined;
  if (!list) return loadingNote(words);
  if (list.length === 0) return emptyNote(words.t('nearest.nobody'));
  return html`<ol class="nearest people-near">${list.map(({ properties: person }) => html`<li><button type="button" class="nearest-row" data-key=${`near-${person.id}`}
      @click=${() => page.pick({ kind: 'people', id: person.id })}>${symbol(`person-${person.state}`)}
      <span class="nearest-name">${person.name || person.staffCode}${person.name ? html` <span class="code-text faint">${person.staffCode}</span>` : null}</span><span class="faint">${words.word('person-state', person.state)}</span>
      <b>${words.length(person.distanceMeters ?? 0)}</b></button></li>`)}</ol>`;
}
