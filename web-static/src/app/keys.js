import { TREE_LEVELS } from './state.js';

/**
 * The keys that work wherever the focus is, except in fields and dialogs.
 *
 * @param {Page} page
 * @param {{ search: () => void, help: () => void, home: () => void }} actions
 */
export function listenToKeys(page, actions) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (isField(event.target) && event.key !== 'Escape') return;
    const action = actionOf(event, page, actions);
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/** @param {EventTarget | null} target */
const isField = (target) =>
  target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === 'text');

/**
 * @param {KeyboardEvent} event @param {Page} page
 * @param {{ search: () => void, help: () => void, home: () => void }} actions
 * @returns {(() => void) | null}
 */
function actionOf(event, page, actions) {
  const { store } = page;
  if (event.key >= '1' && event.key <= '9') {
    const shown = shownOfDigit(Number(event.key), store.state());
    return shown && (() => store.dispatch({ kind: 'shown', shown }));
  }
  const onMap = event.target instanceof Element && event.target.closest('#map') !== null;
  switch (event.key) {
    case '/': return actions.search;
    case '?': return actions.help;
    case 'Escape': return () => letGo(store);
    case 'h': return actions.home;
    case 't': return () => store.dispatch({ kind: 'tables', open: !store.state().tablesOpen });
    case 'u': return () => goUp(page);
    case 'c': return () => store.dispatch({ kind: 'asking', on: !store.state().asking });
    case 'w': return () => page.map()?.askCenter();
    case 'Enter': return onMap ? () => page.map()?.selectCenter() : null;
    default: return null;
  }
}

/**
 * What a digit shows: first the levels of the tree, then the overlays.
 *
 * @param {number} digit @param {Pick<State, 'site'>} state
 * @returns {Shown | null}
 */
export function shownOfDigit(digit, { site }) {
  if (digit <= TREE_LEVELS.length) return { partition: 'tree', level: TREE_LEVELS[digit - 1] };
  const overlays = site.status === 'ready' ? site.data.partitions.filter(({ id }) => id !== 'tree') : [];
  const overlay = overlays[digit - TREE_LEVELS.length - 1];
  return overlay ? { partition: overlay.id, level: 'overlay' } : null;
}

/** One thing at a time: the point asked about, the place, the picked row, the area. @param {Store} store */
function letGo(store) {
  const { here, picked, under, place, watched, asking } = store.state();
  if (watched) store.dispatch({ kind: 'watch', watched: null });
  else if (here) store.dispatch({ kind: 'here', here: null });
  else if (place) store.dispatch({ kind: 'place', place: null });
  else if (picked) store.dispatch({ kind: 'pick', picked: under });
  else if (asking) store.dispatch({ kind: 'asking', on: false });
  else store.dispatch({ kind: 'select', area: null });
}

/** @param {Page} page */
function goUp(page) {
  const { card } = page.store.state();
  if (card.status !== 'ready') return;
  const { area, chain } = card.data;
  const above = chain[chain.findIndex((link) => link.code === area.properties.code) - 1];
  if (above) page.choose({ partition: area.properties.partition, code: above.code }, above.level);
}
