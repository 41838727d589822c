import { place, startHand, wear } from '../../app/hand.js';
import { createStore, merge } from '../../app/store.js';
import { mayUse, session, tasks } from './ahead.js';
import { mountFrame } from './frame.js';
import { FIRST, shownBy, told } from './state.js';

/**
 * The entry of the page for grid workers and handlers. Where the phone has its files, it stands at once from what the phone
 * has kept; over a thin network what the server says of the tasks comes before what can wait.
 */

/** After so long what the phone has kept is shown first, where the phone has to fetch the page's files too. */
const PATIENCE_MS = 4_000;

/** @type {FieldStore} */
const store = createStore({ ...FIRST, ...shownBy(location.hash) }, merge);
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
  learn: () => /** @type {HandPage} */ (hand).learn(later),
  calls: () => (made ??= import('../../app/call.js').then(({ createCalls }) => createCalls((connected) => store.dispatch({ connected }), page.lang))),
  go(hash) {
    if (location.hash !== hash) location.hash = hash;
  },
  post: async (item) => (await work()).post(page, item),
  complete: async () => (await work()).complete(page),
  refresh: async () => (await work()).refresh(page),
  retry: async (key) => (await work()).retry(page, key),
  discard: async (key) => (await work()).discard(page, key),
  install: async () => (await work()).install(page),
};

/** @param {Lang} lang */
const later = async (lang) => (lang === 'zh' ? (await import('./i18n/later.zh.js')).zh : (await import('./i18n/later.en.js')).en);

/** Tells the phone that the page can be put among its programs: what that takes is read after the tasks. */
function beAProgram() {
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = '/field/app.webmanifest';
  document.head.append(link);
}

/** Shows what was asked of the server at the very first. Answers whether it has said. */
async function hear() {
  const [who, answer] = await Promise.all([session, tasks]);
  if (!who || (!answer && mayUse(who.roles))) return false;
  store.dispatch(told(who, answer, Date.now()));
  document.documentElement.dataset.field = 'usable';
  return true;
}

startHand({
  title: 'field.title', home: '/field/',
  catalog: async (lang) => (lang === 'zh' ? (await import('./i18n/zh.js')).zh : (await import('./i18n/en.js')).en),
  draw(now) {
    hand = now;
    stop();
    stop = mountFrame(place('content'), place('foot'), page);
  },
}).then(async () => {
  window.addEventListener('hashchange', () => {
    store.dispatch(shownBy(location.hash));
    window.scrollTo(0, 0);
  });
  const hearing = hear();
  if (!navigator.serviceWorker?.controller) await Promise.race([hearing, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  wear('hand-later.css');
  beAProgram();
  await (await work()).begin(page, hearing);
  document.documentElement.dataset.field = 'ready';
});
