/**
 * Whether the reader may change the shape of a plan: a draft, by whoever may hand it in.
 *
 * @param {Pick<PlanData, 'state' | 'actions'> | null} plan
 */
export const mayDraw = (plan) => plan?.state === 'draft' && plan.actions.includes('submit');
