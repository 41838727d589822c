import { problemOf } from '../../app/problem.js';
import { createStore } from '../../app/store.js';
import { FIRST_TOGETHER, commentOf, togetherSources } from './together-state.js';

/**
 * Comments, locks and snapshots of the open plan: read with it, and again when others have said something.
 *
 * @param {PlanStore} store @param {PlanRequests} requests @param {() => Words} words
 */
export function createTogether(store, requests, words) {
  const mine = createStore(FIRST_TOGETHER, (/** @type {TogetherState} */ state, /** @type {Partial<TogetherState>} */ change) => ({ ...state, ...change }));
  const sources = togetherSources();
  const read = async () => {
    const { plan } = store.state();
    if (!plan) return mine.dispatch(FIRST_TOGETHER);
    // What was read before stays where the server cannot be reached; the page tells that elsewhere.
    const now = await requests.together(plan).catch(() => null);
    if (now && store.state().plan?.id === plan.id) mine.dispatch(now);
  };
  store.watch(({ plan }) => plan?.id ?? null, () => mine.dispatch(FIRST_TOGETHER));
  store.watch(({ plan }) => (plan ? `${plan.id} ${plan.version}` : ''), read);
  return {
    state: mine.state, watch: mine.watch, read,
    /** What is typed, kept beside the state so that typing draws nothing anew. */
    typed: { text: '', reply: '', snapshot: '', lock: '' },
    ...createDoing({ mine, store, requests, words, read }),
    /** Opens the thread of a mark on the map. @param {number} id */
    open(id) {
      mine.dispatch({ shown: id });
      store.dispatch({ kind: 'panel', panel: 'comments' });
      const thread = /** @type {HTMLElement | null} */ (document.getElementById(`comment-${id}`));
      thread?.scrollIntoView({ block: 'nearest' });
      thread?.focus({ preventScroll: true });
    },
    lockOf: (/** @type {string} */ face) => mine.state().locks.find((lock) => lock.face === face) ?? null,
    /** A place on the map, if one is asked for just now. @param {Position | undefined} at */
    picked(at) {
      const { panel, work } = store.state();
      if (!at || work || panel !== 'comments' || !['at', 'edge'].includes(mine.state().pin)) return false;
      mine.dispatch({ between: ['', ''], at: [round(at[0]), round(at[1])] });
      return true;
    },
    /** @param {PlanPicture} picture @returns {PlanPicture} */
    onMap: (picture) => ({ ...picture, sources: { ...picture.sources, ...sources(mine.state(), store.state().plan, words()) } }),
  };
}

/** @param {number} degrees */
const round = (degrees) => Math.round(degrees * 1e7) / 1e7;

/** @param {{ mine: StoreOf<TogetherState, Partial<TogetherState>>, store: PlanStore, requests: PlanRequests, words: () => Words, read: () => Promise<void> }} parts */
function createDoing({ mine, store, requests, words, read }) {
  /** Does one thing to the open plan, and tells what came of it. @param {(plan: PlanData) => Promise<unknown>} work @param {string} said */
  const change = async (work, said) => {
    const { plan } = store.state();
    if (!plan || mine.state().busy) return false;
    mine.dispatch({ busy: true, problem: null });
    try {
      await work(plan);
      await read();
      store.dispatch({ kind: 'said', said: words().t(said) });
      return true;
    } catch (error) {
      mine.dispatch({ problem: problemOf(error) });
      return false;
    } finally {
      mine.dispatch({ busy: false });
    }
  };
  return {
    /** @param {Partial<TogetherState>} what */
    set: (what) => mine.dispatch(what),
    /** @param {string} text */
    async say(text) {
      const body = commentOf(mine.state(), text, store.state().selected);
      if (!body || !(await change((plan) => requests.say(plan, body), 'plan.comment-said'))) return false;
      mine.dispatch({ replyTo: null, at: null, between: ['', ''], pin: 'plan' });
      return true;
    },
    /** @param {PlanComment} comment */
    settle: ({ id, resolvedAt }) => change((plan) => requests.settle(plan, id, resolvedAt ? 'reopen' : 'resolve'), resolvedAt ? 'plan.comment-reopened' : 'plan.comment-resolved'),
    /** @param {string} face @param {string} reason */
    lock: (face, reason) => change((plan) => requests.lock(plan, face, reason), 'plan.lock-done'),
    /** @param {string} face */
    unlock: (face) => change((plan) => requests.unlock(plan, face), 'plan.unlock-done'),
    /** @param {string} name */
    keep: (name) => change((plan) => requests.keep(plan, name), 'plan.snapshot-kept'),
  };
}
