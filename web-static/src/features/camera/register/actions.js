import { isAbort, problemOf } from '../../../app/problem.js';
import { instantOf } from '../../../app/when.js';
import { confirmed } from '../../../ui/confirm.js';
import { differencesOf } from './diff.js';
import { bodyOf, changeOf, draftOf, isDirty, newDraft, rebased, redone, sessionOf, stepped, undone, wrongField } from './draft.js';
import { zoomFor } from './handles.js';
import { addressOf, FIRST_VIEW, instantAt, listsTheSame, queryOf } from './state.js';

const MOST_ROWS = 20_000;
const PAGE = 5_000;
const never = () => new AbortController().signal;

/**
 * What can be done on the page: each changes the state, asking the server where it must.
 *
 * @param {Pick<CameraPage, 'page' | 'site' | 'store' | 'words' | 'tell' | 'go'>} to
 */
export function createActions(to) {
  const lookings = looking(to);
  return { ...lookings, ...lookingBack(to, lookings.see), ...editing(to), ...keeping(to, lookings.reload) };
}

/** @param {Pick<CameraPage, 'page' | 'site' | 'store' | 'words' | 'go'>} to */
function looking({ page, site, store, words, go }) {
  let abort = new AbortController();
  const at = () => instantAt(store.state().view.day, site.timeZone, Date.now());

  async function reload() {
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    store.dispatch({ busy: true });
    try {
      const query = queryOf(store.state().view, site.timeZone, Date.now());
      const { features } = await page.api.cameras({ ...query, limit: PAGE }, MOST_ROWS, signal);
      const there = new Set(features.map(({ id }) => id));
      store.dispatch(({ picked }) => ({ rows: features, busy: false, problem: null, picked: new Set([...picked].filter((id) => there.has(id))) }));
    } catch (error) {
      if (isAbort(error) || signal.aborted) return;
      const problem = problemOf(error);
      if (problem.code === 'sign-in-needed') page.over();
      store.dispatch({ busy: false, problem });
    }
  }

  /** @param {Partial<CameraView>} change */
  async function look(change) {
    const before = store.state().view;
    const view = { ...before, ...change };
    if (view.day !== before.day && !(await leave({ store, words }))) return;
    store.dispatch(view.day === before.day ? { view } : { view, session: null, history: null, version: '' });
    history.replaceState(null, '', addressOf(view));
    if (!listsTheSame(view, before)) await reload();
    if (view.day !== before.day && view.id) see(view.id);
  }

  /** Shows what one sees of the ground. @param {string} id @param {string} [instant] */
  async function see(id, instant = at()) {
    store.dispatch({ coverage: null });
    try {
      const coverage = await page.api.get(`/api/cameras/${encodeURIComponent(id)}/coverage`, { at: instant }, never());
      if (store.state().view.id === id && !store.state().session) store.dispatch({ coverage });
    } catch {
      // The card says what is known of it; the map goes without its outline.
    }
  }

  return {
    reload, look, see,
    /** Chooses a camera; the map goes there unless that is where it was chosen. @param {string} id @param {boolean} [stays] */
    async choose(id, stays = false) {
      if (id === store.state().view.id && !store.state().session) return;
      if (!(await leave({ store, words }))) return;
      store.dispatch({ session: null, history: null, version: '', conflict: null, fault: null, placing: false });
      look({ id });
      if (!id) return store.dispatch({ coverage: null });
      see(id);
      const row = store.state().rows?.find((one) => one.id === id);
      if (row?.geometry && !stays) go(row.geometry.coordinates, 17);
    },
    clear: () => look({ ...FIRST_VIEW, id: store.state().view.id }),
  };
}

/** @param {Pick<CameraPage, 'page' | 'store'>} to @param {(id: string, instant?: string) => void} see */
function lookingBack({ page, store }, see) {
  return {
    async readHistory() {
      const { id } = store.state().view;
      const { features } = await page.api.get(`/api/cameras/${encodeURIComponent(id)}/history`, {}, never()).catch(() => ({ features: [] }));
      if (store.state().view.id === id) store.dispatch({ history: features });
    },
    /** Draws how it stood then. @param {string} from first instant of a version; empty for as it is */
    showVersion(from) {
      store.dispatch({ version: from });
      see(store.state().view.id, from || undefined);
    },
  };
}

/** Whether what is being edited may be left. @param {Pick<CameraPage, 'store' | 'words'>} to */
async function leave({ store, words }) {
  const { session } = store.state();
  if (!session || (session.past.length === 0 && session.stored)) return true;
  if (!isDirty(session)) return true;
  return confirmed({ words: words(), title: words().t('cams.leave'), text: words().t('cams.leave-text'), yes: words().t('cams.leave-yes') });
}

/** @param {Pick<CameraPage, 'page' | 'store' | 'words' | 'tell' | 'go'>} to */
function editing({ store, words, tell, go }) {
  /** @param {CameraSession} session */
  const put = (session) => store.dispatch({ session, fault: null });
  const of = (/** @type {(session: CameraSession) => CameraSession} */ change) => () => {
    const { session } = store.state();
    if (session) put(change(session));
  };
  return {
    edit() {
      const { rows, view } = store.state();
      const row = rows?.find(({ id }) => id === view.id);
      if (!row) return;
      put(sessionOf(draftOf(row), { stored: draftOf(row), revision: row.properties.revision }));
      store.dispatch({ version: '', conflict: null });
      if (row.geometry) go(row.geometry.coordinates, zoomFor(draftOf(row)));
    },
    /** One step of editing. @param {CameraDraft} draft @param {string} step what it is made with */
    change(draft, step) {
      const { session } = store.state();
      if (session) put(stepped(session, draft, step));
    },
    /** What follows is a step of its own. */
    endStep: of((session) => ({ ...session, step: '' })),
    /** @param {string} from since when what is stored shall be so; empty for now */
    since: (from) => of((session) => ({ ...session, from }))(),
    /** @param {number} lens */
    chooseLens: (lens) => of((session) => ({ ...session, lens }))(),
    undo: of(undone),
    redo: of(redone),
    place() {
      store.dispatch({ placing: true, boxing: false, pane: 'map' });
      tell(words().t('cams.place-hint'));
    },
    /** A new camera stands here. @param {Position} at */
    async placeAt(at) {
      if (!(await leave({ store, words }))) return;
      store.dispatch(({ view }) => ({ placing: false, view: { ...view, id: '' }, coverage: null, conflict: null, version: '', history: null }));
      put(sessionOf(newDraft(at)));
      go(at, 18);
    },
    stopPlacing: () => store.dispatch({ placing: false }),
  };
}

/** @typedef {Pick<CameraPage, 'page' | 'site' | 'store' | 'words' | 'tell'>} Keeping */

/** @param {Keeping} to @param {() => Promise<void>} reload */
function keeping(to, reload) {
  const { page, store, words, tell } = to;
  /** Puts a row as it is now in the place of the old. @param {CameraRow} row */
  const keep = (row) => store.dispatch(({ rows }) => ({ rows: [...(rows ?? []).filter(({ id }) => id !== row.id), row].sort((a, b) => (a.id < b.id ? -1 : 1)) }));
  const see = async (/** @type {string} */ id) => {
    const coverage = await page.api.get(`/api/cameras/${encodeURIComponent(id)}/coverage`, {}, never()).catch(() => null);
    if (store.state().view.id === id) store.dispatch({ coverage });
  };

  async function save() {
    const { session, saving } = store.state();
    if (!session || saving) return;
    const from = session.from && instantOf(session.from, to.site.timeZone);
    const wrong = wrongField(session.draft, session.stored === null) || (from === null ? 'from' : '');
    if (wrong) return store.dispatch({ fault: { status: 422, code: 'not-filled-in', field: wrong, title: words().t('cams.wrong', { field: words().t(`cams.field.${wrong}`) }), mend: words().t('cams.wrong-mend') } });
    store.dispatch({ saving: true, fault: null });
    try {
      stored(await send(page, session, from ? { from } : {}));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'version-conflict' && session.stored) await meet(session.draft.id);
      else store.dispatch({ fault: problem });
    }
    store.dispatch({ saving: false });
  }
  const stored = (/** @type {CameraRow} */ row) => {
    const { session } = store.state();
    keep(row);
    const text = words().t('cams.saved', { name: row.properties.name });
    store.dispatch(({ view }) => ({
      session: null, conflict: null, history: null, view: { ...view, id: row.id },
      done: { text, cameras: [{ id: row.id, revision: row.properties.revision }], undone: false, entered: session?.stored ? '' : row.properties.validFrom },
    }));
    history.replaceState(null, '', addressOf(store.state().view));
    page.say(text, 'good');
    tell(text);
    see(row.id);
  };
  /** What somebody else stored meanwhile. @param {string} id */
  const meet = async (id) => {
    const theirs = await page.api.get(`/api/cameras/${encodeURIComponent(id)}`, {}, never());
    const { session } = store.state();
    if (!session?.stored) return;
    store.dispatch({ conflict: { theirs, changes: differencesOf(session.stored, draftOf(theirs)), mine: differencesOf(session.stored, session.draft) } });
  };
  return { save, keep, ...afterwards(to, { keep, see, reload }) };
}

/** @param {FramePage} page @param {CameraSession} session @param {{ from?: string }} since @returns {Promise<CameraRow>} */
function send(page, { draft, stored, revision }, since) {
  const signal = never();
  return stored
    ? page.api.send('PATCH', `/api/cameras/${encodeURIComponent(stored.id)}`, { body: { ...changeOf(stored, draft), ...since }, version: revision, signal })
    : page.api.send('POST', '/api/cameras', { body: { ...bodyOf(draft), ...since }, signal });
}

/**
 * What was entered has nothing before it: it ends as it begins, and stays in its history.
 *
 * @param {FramePage} page @param {CameraDone} done @returns {Promise<{ cameras: CameraKey[] }>}
 */
function takenBack(page, { cameras, entered }) {
  const signal = never();
  if (!entered) return page.api.send('POST', '/api/cameras/take-backs', { body: { cameras }, signal });
  return page.api.send('POST', '/api/cameras/ends', { body: { cameras, from: new Date(Date.parse(entered) + 1).toISOString() }, signal });
}

/** @param {Keeping} to @param {{ keep: (row: CameraRow) => void, see: (id: string) => void, reload: () => Promise<void> }} rows */
function afterwards({ page, store, words, tell }, { keep, see, reload }) {
  /** Reads the list anew, and what the chosen one sees. */
  async function again() {
    await reload();
    const { view, rows, session } = store.state();
    if (!session && rows?.some(({ id }) => id === view.id)) see(view.id);
  }
  /** What a call for many answered. @param {string} text @param {CameraKey[]} cameras @param {boolean} [taken] back */
  async function did(text, cameras, taken = false) {
    store.dispatch({ done: { text, cameras, undone: taken, entered: '' }, history: null });
    tell(text);
    await again();
  }
  return {
    again, did,
    /** Settles what two people did at once. @param {boolean} mine whether one's own goes on top */
    settle(mine) {
      const { conflict, session } = store.state();
      if (!conflict || !session) return;
      keep(conflict.theirs);
      store.dispatch({ conflict: null, session: mine ? rebased(session, conflict.theirs) : null });
      if (!mine) see(conflict.theirs.id);
    },
    async giveUp() {
      const { session, view } = store.state();
      if (!session || !(await leave({ store, words }))) return;
      store.dispatch({ session: null, fault: null, conflict: null });
      tell(words().t('cams.given-up'));
      if (view.id) see(view.id);
    },
    /** Takes the last change back; once more, and it is made again. */
    async takeBack() {
      const { done } = store.state();
      if (!done) return;
      try {
        const { cameras } = await takenBack(page, done);
        await did(words().t(done.undone ? 'cams.redone' : 'cams.undone', { n: cameras.length }), cameras, !done.undone);
      } catch (error) {
        const { detail, title, code } = problemOf(error);
        page.say(detail ?? title ?? code, 'bad');
        store.dispatch({ done: null });
      }
    },
    forget: () => store.dispatch({ done: null }),
  };
}
