import { pickedFeature } from '../../app/rows.js';
import { townMs } from '../../app/live-state.js';
import { generatedChip } from '../../ui/generated.js';
import { html } from '../../ui/html.js';
import { icon, symbol } from '../../ui/icons.js';
import { emptyNote } from '../../ui/problem.js';
import { createIdentity } from '../people/identity.js';

const SHOWN_EVERY_MS = 1000;

/**
 * The card of a person: who by their code, what they do, where, and how long ago their device said so.
 *
 * @param {Page} page @param {HTMLElement} place where it is shown @param {() => void} redraw
 * @returns {ThingCard}
 */
export function createPersonCard(page, place, redraw) {
  const { store } = page;
  const who = createIdentity(page, redraw);
  const isShown = () => store.state().picked?.kind === 'people';
  /** What changes every second is put in place, so that nothing is drawn anew under the pointer. */
  const renew = () => {
    if (!isShown()) return;
    for (const [name, text] of Object.entries(fleeting(page))) {
      const shown = place.querySelector(`[data-live="${name}"]`);
      if (shown && shown.textContent !== text) shown.textContent = text;
    }
  };
  store.watch((state) => (isShown() ? lasting(pickedFeature(state)) : ''), () => isShown() && redraw());
  store.watch((state) => state.people, renew);
  store.watch(pickedPerson, who.open);
  who.open(pickedPerson(store.state()));
  setInterval(renew, SHOWN_EVERY_MS);
  return { content: () => content(page, who) };
}

/** Code of whoever is picked. @param {State} state */
const pickedPerson = ({ picked }) => (picked?.kind === 'people' ? picked.id : '');

/** @param {GeoFeature<PersonProps> | null} person */
const lasting = (person) => (person ? [person.id, person.properties.state, person.properties.grid].join() : '');

/** @param {Page} page @returns {Record<string, string>} */
function fleeting(page) {
  const person = pickedFeature(page.store.state());
  if (!person?.geometry) return {};
  const [lng, lat] = person.geometry.coordinates;
  return { age: ageText(person.properties.at, page), fix: page.words().time(person.properties.at), place: `${lng.toFixed(5)}, ${lat.toFixed(5)}` };
}

/** How long ago in the town. @param {string} at @param {Page} page */
function ageText(at, page) {
  const words = page.words();
  const seconds = Math.max(0, Math.round((townMs(page.store.state()) - Date.parse(at)) / 1000));
  return seconds < 60 ? words.t('person.seconds-ago', { n: seconds }) : words.t('person.minutes-ago', { n: words.number(Math.floor(seconds / 60)) });
}

/** @param {Page} page @param {Identity} who */
function content(page, who) {
  const words = page.words();
  const person = /** @type {GeoFeature<PersonProps> | null} */ (pickedFeature(page.store.state()));
  const id = page.store.state().picked?.id ?? '';
  return html`${backToIncident(page)}<p class="crumb-top faint">${words.t('person.title')}</p><h2 class="card-name">${who.name() || id}</h2>
    ${who.name() ? html`<p class="code-text faint">${id}</p>` : null}
    ${person ? known(person, page) : emptyNote(words.t('person.gone'))}${who.content()}`;
}

/** @param {Page} page */
function backToIncident(page) {
  const { under } = page.store.state();
  if (!under) return null;
  return html`<nav class="crumbs"><button type="button" class="link" data-key="back-to-incident" @click=${() => page.store.dispatch({ kind: 'pick', picked: under })}>
    ‹ ${page.words().t('person.back')}</button></nav>`;
}

/** @param {GeoFeature<PersonProps>} person @param {Page} page */
function known(person, page) {
  const words = page.words();
  const { state, grid, generated } = person.properties;
  const now = fleeting(page);
  const goThere = () => page.pick({ kind: 'people', id: person.id });
  return html`<p class="card-line"><span class="condition">${symbol(`person-${state}`)}${words.word('person-state', state)}</span>
      ${generated ? generatedChip(words) : null}
      <button type="button" class="button small" data-key="person-zoom" @click=${goThere}>${icon('target')}${words.t('person.zoom')}</button>
      <a class="button small" href=${`/tracks/?staff=${encodeURIComponent(person.id)}`} data-key="person-tracks">${words.t('person.tracks')}</a></p>
    <section class="card-part"><dl class="facts">
      <div><dt>${words.t('column.grid')}</dt><dd>${grid ? html`<button type="button" class="link code-text" data-key="person-grid"
        @click=${() => page.choose({ partition: 'tree', code: grid }, 'grid')}>${grid}</button>` : words.t('here.outside')}</dd></div>
      <div><dt>${words.t('column.fixAt')}</dt><dd><span data-live="fix">${now.fix}</span> <span class="faint" data-live="age">${now.age}</span></dd></div>
      <div><dt>${words.t('person.place')}</dt><dd class="code-text" data-live="place">${now.place}</dd></div></dl></section>`;
}
