import { html, show } from '../ui/html.js';
import { icon } from '../ui/icons.js';
import { isWallScreen } from './account-menu.js';
import { signInPath } from './return-to.js';

const HINT_SEEN = 'wangge.hint';
const ASK_AGAIN_MS = 5000;

/**
 * What concerns the whole page: no connection, no WebGL2, a word to those who come first.
 *
 * @param {HTMLElement} place @param {Page} page @param {{ askServer: () => Promise<void>, hints?: boolean }} how hints: whether it has
 *   a word to those who come first
 */
export function mountBands(place, page, { askServer, hints = true }) {
  const { store } = page;
  let hint = hints && !remembered();
  const draw = () => {
    const words = page.words();
    const ended = store.state().live.link === 'ended';
    show(place, html`${ended ? html`<p class="band bad">${icon('warning')}<span>${words.t('frame.ended')}</span><a class="button" href=${signInPath(location)} data-key="sign-in-again">${words.t('frame.again')}</a></p>` : null}
      ${store.state().connected ? null : html`<p class="band bad">${icon('warning')}<span>${words.t('band.offline')}</span></p>`}
      ${page.outline ? html`<p class="band">${icon('info')}<span>${words.t('map.no-webgl')}</span></p>` : null}
      ${hint && !isWall(store) ? html`<p class="band hint-band">${icon('info')}<span>${words.t('hint.first')}</span>
        ${hasAccounts(store) ? html`<a class="button" href="/sign-in/" data-key="hint-start">${words.t('hint.start')}</a>` : null}
        <button type="button" class="button" data-key="hint" @click=${closeHint}>${words.t('hint.close')}</button></p>` : null}`);
  };
  const closeHint = () => {
    hint = false;
    remember();
    draw();
  };
  draw();
  store.watch((state) => state.lang, draw);
  store.watch(hasAccounts.bind(null, store), draw);
  store.watch(isWall.bind(null, store), draw);
  store.watch((state) => state.live.link === 'ended', draw);
  store.watch((state) => state.connected, (connected) => {
    draw();
    if (connected) page.say(page.words().t('band.online'), 'good');
    else askUntilThere(store, askServer);
  });
  window.addEventListener('offline', () => store.dispatch({ kind: 'connected', connected: false }));
}

/** A screen on the wall has nobody before it who could be told. @param {Store} store */
function isWall(store) {
  const { site } = store.state();
  return site.status === 'ready' && isWallScreen(site.data);
}

/** @param {Store} store @param {() => Promise<void>} askServer */
function askUntilThere(store, askServer) {
  const timer = setInterval(async () => {
    if (store.state().connected) return clearInterval(timer);
    await askServer();
  }, ASK_AGAIN_MS);
}

/** Whether a visitor can take a role. @param {Store} store */
function hasAccounts(store) {
  const { site } = store.state();
  return site.status === 'ready' && site.data.demoAccounts;
}

/** Storage may be refused: then the hint is shown again. */
function remembered() {
  try {
    return localStorage.getItem(HINT_SEEN) !== null;
  } catch {
    return true;
  }
}

function remember() {
  try {
    localStorage.setItem(HINT_SEEN, '1');
  } catch {
    // Not remembered, then.
  }
}
