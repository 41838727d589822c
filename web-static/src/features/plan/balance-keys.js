/**
 * Keys of the figures, wherever the focus is except in fields and dialogs: n next problem, b the table, p proposals for the
 * chosen grid, 1 to 3 one of them on the map, y takes the one that is shown.
 *
 * @param {{ mine: StoreOf<BalanceState, BalanceInput>, store: PlanStore, doing: BalanceActions }} page
 */
export function listenToBalanceKeys({ mine, store, doing }) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !store.state().plan) return;
    if (document.querySelector('dialog[open]') || isField(event.target)) return;
    const action = actionOf(event.key, { mine: mine.state(), plan: store.state(), doing });
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/** @param {EventTarget | null} target */
const isField = (target) => target instanceof HTMLElement && (target.matches('input, select, textarea') || target.isContentEditable);

/**
 * @param {string} key @param {{ mine: BalanceState, plan: PlanState, doing: BalanceActions }} now
 * @returns {(() => void) | null}
 */
function actionOf(key, { mine, plan, doing }) {
  const draft = plan.plan?.state === 'draft' && !plan.busy;
  const lines = mine.proposed?.lines ?? [];
  const shown = lines.findIndex(({ geometry }) => geometry.coordinates === plan.work?.values.line);
  switch (key) {
    case 'n': return doing.nextProblem;
    case 'b': return doing.toggle;
    case 'p': return draft && plan.selected ? () => void doing.propose(/** @type {string} */ (plan.selected)) : null;
    case 'y': return draft && shown >= 0 ? () => void doing.take(shown) : null;
    default: return draft && /^[1-3]$/.test(key) && lines[Number(key) - 1] ? () => doing.show(Number(key) - 1) : null;
  }
}
