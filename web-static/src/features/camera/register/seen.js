import { isAbort, problemOf } from '../../../app/problem.js';
import { previewOf } from './draft.js';
import { countIn, holds, MOST_OUTLINES, queryOf, widened } from './state.js';

const WAIT_MS = 200;
const MARGIN = 0.15;

/**
 * Reads what the cameras in view see, when the map has come to rest.
 *
 * @param {Pick<CameraPage, 'page' | 'site' | 'store'>} to
 */
export function createSeen({ page, site, store }) {
  let timer = 0;
  let abort = new AbortController();
  /** @type {{ box: Box, rows: CameraRow[] | null, tooMany: boolean } | null} */
  let known = null;
  async function read(/** @type {Box} */ box) {
    abort.abort();
    abort = new AbortController();
    const { rows, view } = store.state();
    const asked = widened(box, MARGIN);
    known = { box: asked, rows, tooMany: countIn(rows ?? [], asked) > MOST_OUTLINES };
    if (known.tooMany) return store.dispatch({ seen: { outlines: [], tooMany: true } });
    try {
      const bbox = asked.map((degrees) => degrees.toFixed(6)).join(',');
      const { features } = await page.api.get('/api/cameras/coverage', { ...queryOf(view, site.timeZone, Date.now()), bbox }, abort.signal);
      store.dispatch({ seen: { outlines: features, tooMany: false } });
    } catch (error) {
      if (isAbort(error)) return;
      known = null;
      const tooMany = problemOf(error).code === 'cameras-too-many';
      if (tooMany) known = { box: asked, rows, tooMany };
      store.dispatch({ seen: { outlines: [], tooMany } });
    }
  }
  return {
    /** @param {Box} box of the map */
    look(box) {
      clearTimeout(timer);
      // A smaller box may have few enough where a larger one had too many.
      if (known && known.rows === store.state().rows && !known.tooMany && holds(known.box, box)) return;
      if (store.state().rows) timer = window.setTimeout(() => read(box), WAIT_MS);
    },
  };
}

/**
 * Asks what the camera that is being edited would see: one question at a time, and always for the newest in the end.
 *
 * @param {Pick<CameraPage, 'page' | 'store'>} to
 */
export function createPreview({ page, store }) {
  let busy = false;
  /** @type {CameraDraft | null} */
  let asked = null;
  return async function look() {
    const draft = store.state().session?.draft;
    if (!draft || busy || draft === asked) return;
    busy = true;
    asked = draft;
    try {
      const coverage = await page.api.send('POST', '/api/cameras/preview', { body: previewOf(draft), signal: new AbortController().signal });
      if (store.state().session) store.dispatch({ coverage });
    } catch {
      // The plain sector is there; what cannot be stored is told when it is to be.
      if (store.state().session) store.dispatch({ coverage: null });
    }
    busy = false;
    look();
  };
}
