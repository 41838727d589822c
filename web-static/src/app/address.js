import { formatAddress, parseAddress } from './url.js';

/**
 * Keeps the address bar and the state together. A choice makes a step of the history; moving the map does not.
 *
 * @param {Store} store @param {Address} first
 * @param {(view: View) => void} goTo
 */
export function followAddressBar(store, first, goTo) {
  const said = { lang: first.lang, theme: first.theme, map: first.wall === false };
  let following = false;
  let timer = 0;

  /** @param {boolean} step */
  const write = (step) => {
    if (following) return;
    const address = formatAddress(store.state(), said) || location.pathname;
    if (address === location.pathname + location.search + location.hash || address === location.search + location.hash) return;
    if (step) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  };
  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => write(false), 200);
  };
  store.watch((state) => state.selected, () => write(true));
  store.watch((state) => state.place, () => write(true));
  store.watch((state) => state.shown, () => write(true));
  store.watch((state) => state.layers, () => write(false));
  store.watch((state) => state.tab, () => write(false));
  store.watch((state) => state.view, later);
  store.watch((state) => state.lang, (lang) => {
    said.lang = lang;
    write(false);
  });
  store.watch((state) => state.theme, (theme) => {
    said.theme = theme;
    write(false);
  });
  window.addEventListener('popstate', () => {
    const address = parseAddress(location.search, location.hash);
    clearTimeout(timer);
    following = true;
    store.dispatch({ kind: 'address', address });
    following = false;
    if (address.view) goTo(address.view);
  });
}
