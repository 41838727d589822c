import { townMs } from '../../app/live-state.js';
import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { meant } from './queue.js';

/**
 * The field that goes to an incident by its number, or by the end of it.
 *
 * @param {HTMLElement} place @param {DeskPage} deskPage
 * @returns {{ focus: () => void }}
 */
export function mountJump(place, { page, desk, all, choose }) {
  const words = page.words();
  const tell = (/** @type {string} */ text) => void (/** @type {HTMLElement} */ (place.querySelector('.jump-told')).textContent = text);
  const go = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const found = meant(input.value, all().map(({ incident }) => incident), dayOf(page));
    if (!found) return tell(words.t('desk.jump-no-number'));
    if ('many' in found) return tell(words.t('desk.jump-many', { numbers: found.many.slice(0, 4).join(words.t('list.comma')) }));
    if (!all().some(({ incident }) => incident.id === found.id)) {
      const gone = await page.api.incident(found.id, new AbortController().signal).then(() => null, problemOf);
      if (gone) return tell(gone.status === 404 ? words.t('desk.jump-none', { number: found.id.replace(/^incident-/, '') }) : (gone.detail ?? gone.title ?? words.t('problem.title')));
    }
    tell('');
    input.value = '';
    input.blur();
    desk.dispatch({ filter: 'all', area: '' });
    choose(found.id);
  };
  show(place, html`<form class="search jump" role="search" @submit=${go}>${icon('search')}
    <input id="jump" type="text" inputmode="numeric" autocomplete="off" spellcheck="false" maxlength="20" aria-label=${words.t('desk.jump')} placeholder=${words.t('desk.jump')} aria-describedby="jump-told" @input=${() => tell('')}>
    <kbd aria-hidden="true">/</kbd><p id="jump-told" class="jump-told" role="alert"></p></form>`);
  const input = /** @type {HTMLInputElement} */ (place.querySelector('input'));
  return { focus: () => input.focus() };
}

/** The day of the town, as numbers have it. @param {Page} page */
function dayOf(page) {
  const { site } = page.store.state();
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: site.status === 'ready' ? site.data.timeZone : 'Asia/Shanghai', dateStyle: 'short' });
  return format.format(new Date(townMs(page.store.state()))).replaceAll('-', '');
}
