/** @param {PlanData} plan */
const at = (plan) => `/api/plans/${plan.id}`;

/**
 * What is asked about comments, locks and snapshots.
 *
 * @param {ReturnType<typeof import('../../app/call.js').createCalls>} calls @param {AbortSignal} signal
 */
export function togetherRequests(calls, signal) {
  /** @param {string} path @param {{ body?: unknown, version?: number }} what */
  const post = (path, what) => calls.send('POST', path, { ...what, signal });
  return {
    /** @param {PlanData} plan @returns {Promise<Pick<TogetherState, 'comments' | 'locks' | 'snapshots'>>} */
    together: async (plan) => Object.assign({}, ...(await Promise.all(['comments', 'locks', 'snapshots'].map((what) => calls.get(`${at(plan)}/${what}`, {}, signal))))),
    /** @param {PlanData} plan @param {object} comment */
    say: (plan, comment) => post(`${at(plan)}/comments`, { body: comment }),
    /** @param {PlanData} plan @param {number} comment @param {'resolve' | 'reopen'} step */
    settle: (plan, comment, step) => post(`${at(plan)}/comments/${comment}/${step}`, {}),
    /** @param {PlanData} plan @param {string} face @param {string} reason may be empty */
    lock: (plan, face, reason) => post(`${at(plan)}/locks`, { body: { face, reason: reason.trim() } }),
    /** @param {PlanData} plan @param {string} face */
    unlock: (plan, face) => calls.send('DELETE', `${at(plan)}/locks/${encodeURIComponent(face)}`, { signal }),
    /** @param {PlanData} plan @param {string} name */
    keep: (plan, name) => post(`${at(plan)}/snapshots`, { body: { name } }),
    /** @param {PlanData} plan @param {number} snapshot @returns {Promise<PlanData>} */
    restore: (plan, snapshot) => post(`${at(plan)}/snapshots/${snapshot}/restore`, { version: plan.version }),
  };
}
