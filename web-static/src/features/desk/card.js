import { html, show } from '../../ui/html.js';
import { createIncidentCard, idOf } from '../incident/card.js';
import { createDeskView } from './view.js';
import { createExtras } from './extras.js';

/**
 * The chosen incident as a page, beside the queue.
 *
 * @param {HTMLElement} place @param {ReturnType<typeof import('./desk-page.js').createDeskPage>} deskPage
 */
export function mountDeskCard(place, deskPage) {
  const { page } = deskPage;
  const { store } = page;
  show(place, html`<div class="desk-card-scroll" data-scroll="incident" tabindex="-1"></div>`);
  const scroll = /** @type {HTMLElement} */ (place.firstElementChild);
  let shown = '';
  const draw = () => {
    const id = idOf(store.state()) ?? '';
    place.classList.toggle('has-incident', id !== '');
    document.getElementById('main')?.classList.toggle('with-incident', id !== '');
    show(scroll, id ? card.content() : nothing());
    if (id !== shown) scroll.scrollTop = 0;
    shown = id;
  };
  const nothing = () => {
    const words = page.words();
    return html`<div class="desk-nothing"><p>${words.t('desk.choose')}</p><p class="faint"><kbd>N</kbd> ${words.t('desk.key.next')} · <kbd>J</kbd> ${words.t('desk.key.jump')} · <kbd>?</kbd> ${words.t('key.help')}</p></div>`;
  };
  const extras = createExtras(page, draw);
  const view = createDeskView(deskPage, extras);
  const card = createIncidentCard(page, place, draw, (state, ...rest) => {
    deskPage.shows(state.incident);
    return view(state, ...rest);
  });
  store.watch(idOf, (id) => {
    extras.open(id);
    draw();
  });
  page.hear((message) => {
    const id = idOf(store.state());
    if (id && (message.kind === 'reset' || (message.kind === 'change' && message.subject === id))) extras.open(id);
  });
  for (const part of /** @type {const} */ (['lang', 'picked', 'watched'])) store.watch((state) => state[part], draw);
  draw();
}
