import { mountTrust } from '../features/tls/trust.js';
import { createCalls } from './call.js';
import { en } from './i18n/ca.en.js';
import { zh } from './i18n/ca.zh.js';
import { createWordsOf, LOCALES } from './i18n.js';
import { problemOf } from './problem.js';
import { keep, readerDefaults } from './reader.js';
import { createStore } from './store.js';

/** The entry of the page where phones learn to trust this server. */

const asked = new URLSearchParams(location.search);
const reader = readerDefaults();
const lang = /** @type {Lang} */ (['zh', 'en'].find((name) => name === asked.get('lang')) ?? reader.lang);
const theme = /** @type {Theme} */ (['dark', 'light', 'contrast'].find((name) => name === asked.get('theme')) ?? reader.theme);
const store = createStore(
  /** @type {TrustState} */ ({ lang, theme, authority: null, problem: null }),
  (/** @type {TrustState} */ state, /** @type {Partial<TrustState>} */ change) => ({ ...state, ...change }),
);
const calls = createCalls(() => {}, () => store.state().lang);
const page = { store, words: createWordsOf(() => ({ lang: store.state().lang }), { zh, en }) };

const dress = () => {
  const state = store.state();
  document.documentElement.lang = LOCALES[state.lang];
  document.documentElement.dataset.theme = state.theme;
  document.title = page.words().t('ca.title');
  keep('lang', state.lang);
  keep('theme', state.theme);
};
dress();
store.watch((state) => state, dress);
store.watch((state) => state.lang, read);
mountTrust(/** @type {HTMLElement} */ (document.getElementById('trust')), page);
read();

async function read() {
  try {
    store.dispatch({ authority: await calls.get('/ca/authority.json', {}, new AbortController().signal), problem: null });
  } catch (error) {
    store.dispatch({ problem: problemOf(error) });
  }
  document.documentElement.dataset.trust = 'ready';
}
