/**
 * The steps that can be done again after a change: undone ones stay known until another step is made instead.
 *
 * @param {PlanData | null} before @param {readonly PlanEdit[]} ahead @param {PlanData} after @returns {PlanEdit[]}
 */
export function aheadAfter(before, ahead, after) {
  if (!before || before.id !== after.id || !after.canRedo) return [];
  const known = [...before.edits, ...ahead];
  return after.edits.every(({ seq }, i) => known[i]?.seq === seq) ? known.slice(after.edits.length) : [];
}

/**
 * How to come to after a number of steps: which of the two ways to go, and how often.
 *
 * @param {Pick<PlanState, 'plan' | 'ahead'>} state @param {number} steps @returns {{ step: 'undo' | 'redo', times: number }}
 */
export function wayTo({ plan, ahead }, steps) {
  const now = plan?.edits.length ?? 0;
  const wanted = Math.max(0, Math.min(steps, now + ahead.length));
  return wanted < now ? { step: 'undo', times: now - wanted } : { step: 'redo', times: wanted - now };
}
