import { createStore, merge } from '../../app/store.js';
import { newKey } from '../../app/shelf.js';
import { createDrafts } from '../report/drafts.js';
import { mountForm } from '../report/form.js';
import { drafted, emptyDraft, missing } from '../report/state.js';
import { mountNotes } from './notes.js';
import { nameOf } from '../report/choose-category.js';

/**
 * Something that was seen on the way: the same form as that of residents, sent by way of the outbox.
 *
 * @param {HTMLElement} place @param {FieldPage} page
 * @returns {() => void}
 */
export function mountReport(place, page) {
  const { t } = page.words();
  /** @type {ReportStore} */
  const store = createStore(/** @type {ReportState} */ ({
    draft: emptyDraft(newKey()), categories: page.store.state().categories, open: '', grid: { status: 'none', names: [] }, similar: [],
    told: false, busy: '', problem: null, said: '', takesPhotos: true,
  }), merge);
  const drafts = createDrafts(store, 'field');
  /** @type {ReportPage} */
  const form = { store, words: page.words, lang: page.lang, calls: page.calls, learn: page.learn };
  let stop = () => {};
  let over = false;
  const draw = () => {
    stop();
    if (!over) stop = mountForm(place, form, { send, lead: t('field.report-lead'), contact: false, clear, extra });
  };
  const extra = (/** @type {HTMLElement} */ where) => mountNotes(where, {
    words: page.words, notes: () => store.state().draft.notes, put: (notes) => store.dispatch(drafted({ notes })),
  }).stop;
  const send = async () => {
    const { draft } = store.state();
    store.dispatch({ told: true });
    if (missing(draft).length > 0 || over) return;
    over = true;
    await page.post({ kind: 'report', title: titleOf(draft.category), draft });
    drafts.stop();
    await drafts.forget();
    page.go('#outbox');
  };
  const titleOf = (/** @type {string} */ code) => {
    const known = store.state().categories.find((one) => one.code === code);
    return known ? nameOf(known, page.lang()) : code;
  };
  const clear = () => {
    store.dispatch({ draft: emptyDraft(newKey()), told: false, open: '', said: '', grid: { status: 'none', names: [] } });
    draw();
  };
  draw();
  drafts.read().then((kept) => {
    if (!kept || over) return;
    store.dispatch({ draft: kept });
    draw();
  });
  page.complete();
  const unwatch = page.store.watch(({ categories }) => categories, (categories) => store.dispatch({ categories }));
  return () => {
    over = true;
    stop();
    unwatch();
  };
}
