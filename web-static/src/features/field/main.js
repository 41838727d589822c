import { place, startHand } from '../../app/hand.js';
import { createStore } from '../../app/store.js';
import { reduce } from '../report/state.js';
import { mountFrame } from './frame.js';
import { FIRST, shownBy } from './state.js';

/** The entry of the page for grid workers and handlers: it stands at once from what the phone has kept, then asks the server. */

/** @type {FieldStore} */
const store = createStore({ ...FIRST, ...shownBy(location.hash) }, /** @type {any} */ (reduce));
/** @type {HandPage | null} */
let hand = null;
let stop = () => {};
/** @type {Promise<Calls> | null} */
let made = null;
/** @type {Promise<typeof import('./work.js')> | null} */
let working = null;
const work = () => (working ??= import('./work.js'));
/** @type {FieldPage} */
const page = {
  store,
  words: () => /** @type {HandPage} */ (hand).words(),
  lang: () => /** @type {HandPage} */ (hand).lang(),
  calls: () => (made ??= import('../../app/call.js').then(({ createCalls }) => createCalls((connected) => store.dispatch({ connected }), page.lang))),
  go(hash) {
    if (location.hash !== hash) location.hash = hash;
  },
  post: async (item) => (await work()).post(page, item),
  refresh: async () => (await work()).refresh(page),
  retry: async (key) => (await work()).retry(page, key),
  discard: async (key) => (await work()).discard(page, key),
  install: async () => (await work()).install(page),
};

startHand({
  title: 'field.title', home: '/field/',
  catalog: async (lang) => (lang === 'zh' ? (await import('./i18n/zh.js')).zh : (await import('./i18n/en.js')).en),
  draw(now) {
    hand = now;
    stop();
    stop = mountFrame(place('content'), place('foot'), page);
  },
}).then(async () => {
  document.documentElement.dataset.field = 'usable';
  window.addEventListener('hashchange', () => {
    store.dispatch(shownBy(location.hash));
    window.scrollTo(0, 0);
  });
  await (await work()).begin(page);
  document.documentElement.dataset.field = 'ready';
});
