import { isAbort, problemOf } from './problem.js';

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
      const before = now();
      const old = before.status === 'ready' ? before.data : before.status === 'loading' ? before.old : undefined;
      put(old === undefined ? { status: 'loading' } : { status: 'loading', old });
      try {
        const data = await read(signal);
        if (!signal.aborted) put({ status: 'ready', data });
      } catch (error) {
        if (!signal.aborted && !isAbort(error)) put({ status: 'failed', problem: problemOf(error) });
      }
    },
    stop: () => abort.abort(),
  };
}
