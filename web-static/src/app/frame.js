import { mountAccountMenu, toldRoles } from './account-menu.js';
import { createApi } from './api.js';
import { createWordsOf, LOCALES } from './i18n.js';
import { createLink } from './live-link.js';
import { problemOf } from './problem.js';
import { keep, readerDefaults } from './reader.js';
import { signInPath } from './return-to.js';
import { createStore } from './store.js';
import { html, show } from '../ui/html.js';
import { icon } from '../ui/icons.js';
import { problemNote } from '../ui/problem.js';
import { createToasts } from '../ui/toast.js';

/** @type {Theme[]} */
const THEMES = ['dark', 'light', 'contrast'];
/** @type {[Lang, string, string][]} */
const LANGS = [['zh', '中', '中文'], ['en', 'EN', 'English']];

/** @param {string} id */
const place = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * What the pages without a map share: the head, the language and the theme, who is signed in, and the word that this is over.
 *
 * @param {{ title: string, more?: Record<Lang, Record<string, string>>, draw: (page: FramePage, site: Site) => void }} options
 *   draw: called when the site is known and whenever the language changes
 */
export function startFrame({ title, more, draw }) {
  /** @type {StoreOf<FrameState, Partial<FrameState>>} */
  const store = createStore(firstState(), (state, change) => ({ ...state, ...change }));
  const words = createWordsOf(() => ({ lang: store.state().lang, timeZone: store.state().site?.timeZone }), more);
  /** @type {Set<(message: LiveMessage) => void>} */
  const heard = new Set();
  /** @type {FramePage} */
  const page = {
    store, words,
    api: createApi((connected) => connected !== store.state().connected && store.dispatch({ connected }), () => store.state().lang),
    say: createToasts(place('toasts')),
    hear: (listener) => heard.add(listener),
    async over() {
      const { account } = await page.api.get('/api/session', {}, new AbortController().signal).catch(() => ({ account: '' }));
      if (account) store.dispatch({ over: account === store.state().site?.account ? 'changed' : 'ended' });
    },
  };
  const dress = () => {
    const { lang, theme, site } = store.state();
    document.documentElement.lang = LOCALES[lang];
    document.documentElement.dataset.theme = theme;
    document.title = words().t('frame.title', { page: words().t(title) });
    drawHead(page, title);
    if (site) draw(page, site);
  };
  dress();
  store.watch(({ lang, theme }) => lang + theme, () => {
    keep('lang', store.state().lang);
    keep('theme', store.state().theme);
    dress();
  });
  store.watch(({ over, lang, connected }) => over + lang + connected, () => drawBands(page));
  readSite(page, dress, (message) => heard.forEach((listener) => listener(message)));
  return page;
}

/** @returns {FrameState} */
function firstState() {
  const asked = new URLSearchParams(location.search);
  const { lang, theme } = readerDefaults();
  return {
    lang: asked.get('lang') === 'en' ? 'en' : asked.get('lang') === 'zh' ? 'zh' : lang,
    theme: THEMES.find((name) => name === asked.get('theme')) ?? theme,
    site: null, over: '', connected: true,
  };
}

/** @param {FramePage} page @param {() => void} dress @param {(message: LiveMessage) => void} tell */
async function readSite(page, dress, tell) {
  try {
    const site = await page.api.site(new AbortController().signal);
    page.store.dispatch({ site });
    dress();
    // The stream tells when the session is over. Whoever has no role yet may not read it.
    if (toldRoles(site.roles).length > 0) createLink((message) => (message.kind === 'ended' ? page.over() : tell(message))).join(site.newestEvent, site.account);
  } catch (error) {
    show(place('content'), html`<div class="desk-narrow">${problemNote(problemOf(error), page.words(), () => location.reload())}</div>`);
  }
  document.documentElement.dataset.page = 'ready';
}

/** @param {FramePage} page @param {string} title */
function drawHead(page, title) {
  const words = page.words();
  const { lang, theme, site } = page.store.state();
  const set = page.store.dispatch;
  show(place('header'), html`<a class="brand" href="/" title=${words.t('frame.map')}><svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><path d="M6 8l9-2 11 3v15l-10 3-10-3zM6 16l10 2 10-3M15 6l1 21" /></svg>
      <span class="brand-name">${words.t('product.name')}</span></a><h1>${words.t(title)}</h1>
    ${site?.generated ? html`<p class="generated" title=${words.t('generated.why')}>${icon('info')}<span>${words.t('generated.notice')}</span></p>` : null}
    <div class="header-tools"><div class="segments" role="group" aria-label=${words.t('header.lang')}>${LANGS.map(([code, short, name]) => html`
        <button type="button" aria-pressed=${String(code === lang)} title=${name} lang=${code} data-key=${`lang-${code}`} @click=${() => set({ lang: code })}>${short}</button>`)}</div>
      <label class="select"><span class="hidden">${words.t('header.theme')}</span><select data-key="theme"
        @change=${(/** @type {Event} */ event) => set({ theme: /** @type {Theme} */ (/** @type {HTMLSelectElement} */ (event.target).value) })}>
        ${THEMES.map((name) => html`<option value=${name} ?selected=${name === theme}>${words.t(`theme.${name}`)}</option>`)}</select>${icon('down')}${icon('theme', 'for-phone')}</label>
      <div class="account-place"></div></div>`);
  if (site) mountAccountMenu(/** @type {HTMLElement} */ (place('header').querySelector('.account-place')), site, words);
}

/** @param {FramePage} page */
function drawBands(page) {
  const words = page.words();
  const { over, connected } = page.store.state();
  // What stood there was for whoever was signed in; the next one to look may be somebody else.
  if (over === 'ended') show(place('content'), html``);
  show(place('bands'), html`${connected ? null : html`<p class="band bad" role="alert">${icon('warning')}<span>${words.t('band.offline')}</span></p>`}
    ${over ? html`<p class="band bad" role="alert">${icon('warning')}<span>${words.t(over === 'ended' ? 'frame.cleared' : 'frame.changed')}</span>
      ${over === 'ended' ? html`<a class="button" href=${signInPath(location)} data-key="sign-in-again">${words.t('frame.again')}</a>` : html`<button type="button" class="button" data-key="reload" @click=${() => location.reload()}>${words.t('frame.reload')}</button>`}</p>` : null}`);
}

/** What stands in place of a page that is not for whoever looks at it. @param {Words} words @param {string} text @param {boolean} signedIn */
export const closedDoor = (words, text, signedIn) => html`<div class="desk-narrow closed-door"><h2>${words.t(signedIn ? 'frame.not-for-you' : 'frame.sign-in')}</h2><p>${text}</p>
  <p><a class="button primary" href=${signInPath(location)} data-key="to-sign-in">${words.t(signedIn ? 'account.other' : 'account.sign-in')}</a> <a class="button" href="/">${words.t('frame.map')}</a></p></div>`;
