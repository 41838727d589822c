import { idOf } from '../incident/card.js';
import { formatDesk, parseDesk } from './desk-state.js';

const AREA = 'wangge.desk-area';

/** The area that was looked after the last time. */
export function keptArea() {
  try {
    return localStorage.getItem(AREA) ?? '';
  } catch {
    return '';
  }
}

/** @param {string} area */
function keepArea(area) {
  try {
    localStorage.setItem(AREA, area);
  } catch {
    // Storage may be refused: then it is chosen again.
  }
}

/**
 * Keeps the address bar and the desk together. Choosing an incident makes a step of the history.
 *
 * @param {DeskPage} deskPage @param {string | null} first the incident that the address names
 */
export function followAddress({ page, desk, choose }, first) {
  const { store } = page;
  let following = false;
  const write = (/** @type {boolean} */ step) => {
    if (following) return;
    const address = location.pathname + formatDesk(location.search, { incident: idOf(store.state()), ...desk.state() });
    if (address === location.pathname + location.search) return;
    if (step) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  };
  store.watch(idOf, () => write(true));
  desk.watch((state) => state.filter, () => write(false));
  desk.watch((state) => state.area, (area) => {
    keepArea(area);
    write(false);
  });
  window.addEventListener('popstate', () => {
    const { incident, filter, area } = parseDesk(location.search);
    following = true;
    desk.dispatch({ filter, area: area ?? '' });
    if (incident) choose(incident);
    else store.dispatch({ kind: 'pick', picked: null });
    following = false;
  });
  if (first) choose(first);
}
