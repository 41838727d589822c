import { html, show } from '../../ui/html.js';
import { idOf } from '../incident/card.js';

/** @type {readonly DeskState['pane'][]} */
const PANES = ['list', 'incident', 'map'];

/** On a small screen one of queue, incident and map is seen at a time. @param {HTMLElement} place @param {DeskPage} deskPage */
export function mountPanes(place, { page, desk, rows }) {
  const { store } = page;
  const draw = () => {
    const words = page.words();
    const { pane } = desk.state();
    /** @type {HTMLElement} */ (document.getElementById('main')).dataset.pane = pane;
    show(place, html`<div class="segments" role="group" aria-label=${words.t('desk.panes')}>${PANES.map((one) => html`<button type="button" aria-pressed=${String(one === pane)} data-key=${`pane-${one}`}
      ?disabled=${one === 'incident' && idOf(store.state()) === null} @click=${() => desk.dispatch({ pane: one })}>${words.t(`desk.pane.${one}`)}${one === 'list' ? html` <b>${rows().length}</b>` : null}</button>`)}</div>`);
  };
  draw();
  desk.watch((state) => state.pane, draw);
  desk.watch((state) => state.filter + state.area, draw);
  for (const part of /** @type {const} */ (['lang', 'lists', 'picked'])) store.watch((state) => state[part], draw);
}
