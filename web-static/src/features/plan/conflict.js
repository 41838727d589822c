import { bodyOf } from './work.js';
import { saidOf } from './said.js';

/**
 * What can be done when somebody else's edit at the same borders was there first: keep theirs, do one's own on top of it,
 * or go on in a copy of the plan.
 *
 * @param {PlanStore} store @param {PlanRequests} requests
 * @param {{ busily: (work: () => Promise<void>) => Promise<void>, words: () => Words }} tools
 */
export function createConflicts(store, requests, { busily, words }) {
  /** @param {PlanData} plan @param {PlanConflict} conflict */
  const doMine = async (plan, { work, reason }) => {
    const edited = await requests.edit(plan, bodyOf(work, reason));
    store.dispatch({ kind: 'plan', plan: edited, said: saidOf(work, plan, edited, words()) });
  };
  return {
    /** @param {'mine' | 'theirs' | 'copy'} choice */
    settle: (choice) => busily(async () => {
      const { plan, conflict } = store.state();
      if (!plan || !conflict) return;
      store.dispatch({ kind: 'work', work: choice === 'theirs' ? null : conflict.work });
      if (choice === 'mine') await doMine(plan, conflict);
      if (choice !== 'copy') return;
      const copy = await requests.copy(plan, words().t('plan.copy-of', { name: plan.name }), conflict.other.seq);
      store.dispatch({ kind: 'plan', plan: copy, said: words().t('plan.copied', { name: copy.name }) });
      await doMine(copy, conflict);
    }),
  };
}
