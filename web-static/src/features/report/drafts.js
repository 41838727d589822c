import { shelf } from '../../app/shelf.js';
import { draftOf, isUntouched } from './state.js';

const WAIT_MS = 250;

/**
 * Keeps a draft on the phone while it is written, so that a killed tab costs nothing.
 *
 * @param {ReportStore} store @param {string} name of the draft: each page has its own
 */
export function createDrafts(store, name) {
  const drafts = shelf('drafts');
  let timer = 0;
  let off = false;
  const write = () => {
    clearTimeout(timer);
    timer = 0;
    if (off) return;
    const { draft } = store.state();
    (isUntouched(draft) ? drafts.remove(name) : drafts.put(name, draft)).catch(() => (off = true));
  };
  store.watch(({ draft }) => draft, () => {
    clearTimeout(timer);
    timer = window.setTimeout(write, WAIT_MS);
  });
  // A tab that is put aside may never come back.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && timer && write());
  return {
    /** What was being written, if anything. @returns {Promise<ReportDraft | null>} */
    read: () => drafts.get(name).then(draftOf, () => null),
    forget: () => drafts.remove(name).catch(() => {}),
    /** Nothing more is kept. */
    stop() {
      off = true;
      clearTimeout(timer);
    },
  };
}
