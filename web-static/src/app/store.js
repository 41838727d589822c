/**
 * Holds the state of the page. Whatever happens is an input; `reduce` alone says what follows from it.
 *
 * @template S, I
 * @param {S} first
 * @param {(state: S, input: I) => S} reduce
 * @returns {StoreOf<S, I>}
 */
export function createStore(first, reduce) {
  let state = first;
  /** @type {Set<(state: S) => void>} */
  const watchers = new Set();
  let telling = false;

  function tell() {
    if (telling) return;
    telling = true;
    let told;
    do {
      told = state;
      for (const watcher of [...watchers]) watcher(state);
    } while (told !== state);
    telling = false;
  }

  return {
    state: () => state,
    dispatch(input) {
      const next = reduce(state, input);
      if (next !== state) {
        state = next;
        tell();
      }
    },
    watch(part, changed) {
      let seen = part(state);
      const watcher = (/** @type {S} */ now) => {
        const next = part(now);
        if (next !== seen) {
          seen = next;
          changed(next, now);
        }
      };
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/**
 * For a page whose inputs are changes: some members, or what makes them of the state.
 *
 * @template S
 * @param {S} state @param {Partial<S> | ((state: S) => Partial<S>)} change
 * @returns {S}
 */
export const merge = (state, change) => ({ ...state, ...(typeof change === 'function' ? change(state) : change) });
