import { mountStart } from '../features/people/start.js';
import { toldRoles } from './account-menu.js';
import { createApi } from './api.js';
import { createWordsOf, LOCALES } from './i18n.js';
import { problemOf } from './problem.js';
import { keep, readerDefaults } from './reader.js';
import { beginningOf, returnPath } from './return-to.js';
import { createStore } from './store.js';

/** The entry of the sign-in page: on a demonstration, where a visitor's first ten minutes begin. */

const asked = new URLSearchParams(location.search);
const { lang, theme } = readerDefaults();
const store = createStore(
  /** @type {StartState} */ ({
    lang: asked.get('lang') === 'en' ? 'en' : asked.get('lang') === 'zh' ? 'zh' : lang,
    theme: /** @type {Theme} */ (['dark', 'light', 'contrast'].find((name) => name === asked.get('theme')) ?? theme),
    site: null, busy: null, problem: null, chooses: null, wall: asked.has('wall'),
  }),
  (/** @type {StartState} */ state, /** @type {Partial<StartState>} */ change) => ({ ...state, ...change }),
);
const api = createApi(() => {}, () => store.state().lang);
/** @type {StartPage} */
const page = {
  store,
  words: createWordsOf(() => ({ lang: store.state().lang })),
  async enter(user, password, then) {
    store.dispatch({ busy: user, problem: null });
    try {
      await api.signIn(user, password, new AbortController().signal);
      location.assign(then);
    } catch (error) {
      store.dispatch({ busy: null, problem: problemOf(error) });
    }
  },
  api,
  done: (roles, wantsFactor) => location.assign(wantsFactor ? '/account/#second-factor' : (returnPath(location.search) ?? beginningOf(roles))),
};

const dress = () => {
  const state = store.state();
  document.documentElement.lang = LOCALES[state.lang];
  document.documentElement.dataset.theme = state.theme;
  document.title = page.words().t('start.title');
  keep('lang', state.lang);
  keep('theme', state.theme);
};
dress();
store.watch((state) => state, dress);
mountStart(/** @type {HTMLElement} */ (document.getElementById('start')), page);
readSite();

async function readSite() {
  const { signal } = new AbortController();
  try {
    const site = await api.site(signal);
    store.dispatch({ site, problem: null });
    // Someone who has signed in, and has gone away before choosing a password of their own.
    const own = site.account !== 'anonymous' && toldRoles(site.roles).length === 0 ? await api.get('/api/account', {}, signal) : null;
    if (own?.mustChangePassword) store.dispatch({ chooses: site.account });
  } catch (error) {
    store.dispatch({ problem: problemOf(error) });
  }
  document.documentElement.dataset.start = 'ready';
}
