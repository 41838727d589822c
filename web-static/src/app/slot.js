import { isAbort, problemOf } from './problem.js';

/**
 * What is there, or was until it is read anew: an attempt that failed takes nothing away.
 *
 * @template T
 * @param {Resource<T>} now @returns {T | undefined}
 */
export const heldBy = (now) => (now.status === 'ready' ? now.data : now.status === 'idle' ? undefined : now.old);

/**
 * A place for one thing that is read; what was there stays until the new is.
 *
 * @template T
 * @param {(now: Resource<T>) => void} put @param {() => Resource<T>} now
 */
export function createSlot(put, now) {
  let abort = new AbortController();
  return {
    /** @param {(signal: AbortSignal) => Promise<T>} read */
    async read(read) {
      abort.abort();
      abort = new AbortController();
      const { signal } = abort;
      const old = heldBy(now());
      put(old === undefined ? { status: 'loading' } : { status: 'loading', old });
      try {
        const data = await read(signal);
        if (!signal.aborted) put({ status: 'ready', data });
      } catch (error) {
        if (!signal.aborted && !isAbort(error)) put(old === undefined ? { status: 'failed', problem: problemOf(error) } : { status: 'failed', problem: problemOf(error), old });
      }
    },
    stop: () => abort.abort(),
  };
}
