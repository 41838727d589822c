import { followed } from '../../map/follow.js';
import { buildingsOf } from './buildings.js';
import { bordersOf } from './gesture.js';
import { keepSnap } from './kept.js';
import { saidOf } from './said.js';
import { firstDraft } from './pad.js';
import { beginWork, bodyOf, isReady, slotOf } from './work.js';

/** Whoever moves one vertex moves more: these begin anew after each. */
const GO_ON = ['move-vertex', 'insert-vertex', 'delete-vertex', 'move-building'];

/** @typedef {{ busily: (work: () => Promise<void>) => Promise<void>, words: () => Words, micro: (face: string | null) => void }} Tools */

/**
 * Putting an operation together, seeing what it would do, and doing it.
 *
 * @param {PlanStore} store @param {PlanRequests} requests
 * @param {Tools} tools
 */
export function createWorking(store, requests, { busily, words, micro }) {
  const { preview, look, did } = createSteps(store, requests, { busily, micro });
  return {
    /** @param {string} tool @param {PlanWork['how']} [how] */
    start(tool, how = 'map') {
      const { selected, plan } = store.state();
      store.dispatch({ kind: 'work', work: beginWork(tool, selected, how) });
      look();
      const grid = plan?.grids.features.find(({ id }) => id === selected);
      if (tool === 'move-building' && grid) buildingsOf(requests, grid).then((buildings) => store.dispatch({ kind: 'buildings', buildings }), () => {});
    },
    /** @param {PlanWork['how']} how */
    setHow: (how) => did({ did: 'how', how }),
    giveUp: () => store.dispatch({ kind: 'work', work: null }),
    did, preview,
    /** @param {PlanWork} work */
    propose(work) {
      store.dispatch({ kind: 'work', work });
      look();
    },
    /** @param {Position[]} line */
    drawn(line) {
      const slot = slotOf(store.state().work ?? beginWork('split', null));
      did({ did: 'line', line: slot?.kind === 'line' ? followed(line, bordersOf(store.state())) : line });
    },
    /** @param {string} reason */
    setReason: (reason) => store.dispatch({ kind: 'reason', reason }),
    confirm: () => busily(async () => {
      const { plan, work, reason } = store.state();
      if (!plan || !work || !isReady(work)) return;
      const edited = await requests.edit(plan, bodyOf(work, reason));
      store.dispatch({ kind: 'plan', plan: edited, said: saidOf(work, plan, edited, words()) });
      if (GO_ON.includes(work.tool)) store.dispatch({ kind: 'work', work: beginWork(work.tool, null, work.how) });
    }),
    /** @param {Partial<SnapTo>} change */
    setSnap(change) {
      const snap = { ...store.state().snap, ...change };
      keepSnap(snap);
      store.dispatch({ kind: 'snap', snap });
    },
  };
}

/** @param {PlanStore} store @param {PlanRequests} requests @param {Omit<Tools, 'words'>} tools */
function createSteps(store, requests, { busily, micro }) {
  const preview = () => busily(async () => {
    const { plan, work } = store.state();
    if (!plan || !work || !isReady(work)) return;
    const shown = await requests.preview(plan, bodyOf(work, ''));
    if (store.state().work === work) store.dispatch({ kind: 'preview', preview: shown });
  });
  /** As soon as nothing is wanting the planner is shown what would come of it; typed names may still change. */
  const look = () => {
    const { preview: shown } = store.state();
    micro(store.state().selected);
    const draft = firstDraft(store.state());
    if (draft) store.dispatch({ kind: 'did', input: { did: 'draft', value: draft } });
    const { work } = store.state();
    const slot = work ? slotOf(work) : null;
    return work && !shown && isReady(work) && (!slot || slot.kind === 'community') ? preview() : undefined;
  };
  /** @param {WorkInput} input */
  const did = (input) => {
    const before = store.state().work;
    store.dispatch({ kind: 'did', input });
    if (store.state().work !== before && input.did !== 'text' && input.did !== 'draft') look();
  };
  return { preview, look, did };
}
