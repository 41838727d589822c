import { place, startHand, wear } from '../../app/hand.js';
import { createStore, merge } from '../../app/store.js';
import { categories as asked } from './ahead.js';
import { mountForm } from './form.js';
import { emptyDraft, missing } from './state.js';

/** The entry of the residents' page. What is not needed to begin writing is fetched when the page already stands. */

/** A token as the server makes them; anything else behind the # is no report. */
const TOKEN = /^#([A-Za-z0-9_-]{16,200})$/;

/** @type {ReportState} */
const FIRST = {
  draft: emptyDraft(''), categories: [], open: '', grid: { status: 'none', names: [] }, similar: [],
  told: false, busy: '', problem: null, said: '', takesPhotos: true,
};
/** @type {ReportStore} */
const store = createStore(FIRST, merge);
/** @type {HandPage | null} */
let hand = null;
let stop = () => {};
/** @type {ReportReceipt | null} */
let receipt = null;
/** @type {Promise<Calls> | null} */
let made = null;
/** @type {ReportPage} */
const page = {
  store,
  words: () => /** @type {HandPage} */ (hand).words(),
  lang: () => /** @type {HandPage} */ (hand).lang(),
  learn: () => /** @type {HandPage} */ (hand).learn(later),
  calls: () => (made ??= import('../../app/call.js').then(({ createCalls }) => createCalls(() => {}, page.lang))),
};
/** @type {Promise<ReturnType<typeof import('./drafts.js').createDrafts>>} */
let drafts;
/** Told when a report can be begun and what is written is kept; what can wait is fetched then. */
let usable = () => {};
const begun = new Promise((/** @type {(value?: unknown) => void} */ resolve) => (usable = resolve));

/** @param {Lang} lang */
const later = async (lang) => (lang === 'zh' ? (await import('./i18n/later.zh.js')).zh : (await import('./i18n/later.en.js')).en);

startHand({
  title: 'report.title', home: '/report/',
  catalog: async (lang) => (lang === 'zh' ? (await import('./i18n/zh.js')).zh : (await import('./i18n/en.js')).en),
  draw(now) {
    hand = now;
    draw();
  },
}).then(begin);

async function draw() {
  stop();
  stop = () => {};
  const main = place('content');
  const token = TOKEN.exec(location.hash)?.[1];
  if (token || receipt) {
    wear('hand-later.css');
    await page.learn();
  }
  if (token) {
    stop = (await import('./follow.js')).mountFollow(main, page, token);
  } else if (receipt) {
    (await import('./receipt.js')).showReceipt(main, page, receipt, again);
  } else {
    stop = mountForm(main, page, { send, lead: page.words().t('report.lead'), contact: true, clear, after: begun });
  }
}

async function begin() {
  window.addEventListener('hashchange', draw);
  drafts = openDrafts();
  await Promise.allSettled([drafts, readCategories(asked)]);
  document.documentElement.dataset.report = 'usable';
  wear('hand-later.css');
  usable();
  await page.learn().catch(() => {});
  document.documentElement.dataset.report = 'ready';
}

async function openDrafts() {
  const [{ createDrafts }, { newKey }] = await Promise.all([import('./drafts.js'), import('../../app/shelf.js')]);
  const book = createDrafts(store, 'report');
  const kept = await book.read();
  const { draft } = store.state();
  // Whoever was quicker than the phone's own memory keeps what they wrote.
  const fresh = draft.key === '' && JSON.stringify(draft) === JSON.stringify(FIRST.draft);
  store.dispatch({ draft: kept && fresh ? kept : { ...draft, key: newKey() } });
  if (kept && fresh) await draw();
  return book;
}

/** @param {typeof asked} [early] what was asked for them before */
async function readCategories(early) {
  try {
    const { categories } = (await early) ?? (await (await page.calls()).get('/api/incidents/categories', {}, new AbortController().signal));
    store.dispatch({ categories });
  } catch {
    // Away for a moment: asked again when the phone says that it is back, and before sending.
    window.addEventListener('online', () => readCategories(), { once: true });
  }
}

async function send() {
  const { draft, busy } = store.state();
  store.dispatch({ told: true, problem: null });
  if (busy === 'sending') return;
  if (missing(draft).length > 0) {
    document.querySelector(`[data-part=${missing(draft)[0] === 'category' ? 'what' : 'where'}]`)?.scrollIntoView({ block: 'start' });
    return;
  }
  store.dispatch({ busy: 'sending' });
  const book = await drafts;
  try {
    const { sendReport } = await import('./send.js');
    receipt = await sendReport(page);
    await book.forget();
    await again(true);
  } catch (error) {
    const { problemOf } = await import('../../app/problem.js');
    store.dispatch({ busy: '', problem: problemOf(error) });
  }
}

/** Begins another report. @param {boolean} [withReceipt] after that of the last was shown */
async function again(withReceipt = false) {
  if (!withReceipt) receipt = null;
  stop();
  stop = () => {};
  const { newKey } = await import('../../app/shelf.js');
  store.dispatch({ ...FIRST, categories: store.state().categories, takesPhotos: store.state().takesPhotos, draft: emptyDraft(newKey()) });
  await draw();
  window.scrollTo(0, 0);
}

const clear = () => again();
