/**
 * How the panels hear what happens on the page: a grid was chosen, or grids of the plan have changed.
 *
 * @param {PlanStore} store @returns {PlanPage['on']}
 */
export function createHooks(store) {
  /** @param {'face-chosen' | 'faces-changed'} event @param {(what: any) => void} heard */
  return (event, heard) =>
    event === 'face-chosen' ? store.watch((state) => state.selected, heard)
      : store.watch((state) => state.changes, (changes) => changes && heard(changes));
}
