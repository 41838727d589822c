/**
 * The steps of a plan's life, as the page takes them.
 *
 * @param {PlanStore} store @param {ReturnType<typeof import('./requests.js').createPlanRequests>} requests
 * @param {{ busily: (work: () => Promise<void>) => Promise<void>, words: () => Words, compare: () => Promise<void> }} tools
 * @returns {Pick<PlanActions, 'take' | 'becomeApprover' | 'previewRebase' | 'rollBack'>}
 */
export function createLifeActions(store, requests, { busily, words, compare }) {
  return {
    take: (step, body) => busily(async () => {
      const { plan } = store.state();
      if (!plan) return;
      const taken = await requests.take(plan, step, body);
      const said = step === 'publish' ? 'plan.published-said' : `plan.said.${step}`;
      store.dispatch({ kind: 'plan', plan: taken, said: words().t(said, { time: words().dayTime(taken.effectiveFrom) }) });
      if (taken.state === 'published') await compare();
    }),
    previewRebase: async () => {
      /** @type {PlanRebase | null} */
      let report = null;
      await busily(async () => {
        const { plan } = store.state();
        if (plan) report = await requests.previewRebase(plan);
      });
      return report;
    },
    rollBack: (name) => busily(async () => {
      const { plan } = store.state();
      if (plan) store.dispatch({ kind: 'plan', plan: await requests.rollBack(plan, name), said: words().t('plan.said.rollback') });
    }),
    /** On a demonstration one visitor plays both parts. */
    becomeApprover: () => busily(async () => {
      await requests.enter('approver');
      location.reload();
    }),
  };
}
