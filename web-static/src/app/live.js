import { createLink } from './live-link.js';

/**
 * What happens, as it happens. A page is told each change once and in order, from what it had read on.
 *
 * @param {Store} store
 */
export function createLive(store) {
  /** @type {Set<(message: LiveMessage) => void>} */
  const listeners = new Set();
  let seen = 0;
  let account = '';
  let gone = false;
  /** @type {ReturnType<typeof createLink> | null} */
  let link = null;

  /** @param {LiveMessage} message */
  function heard(message) {
    // Another account reads now, in this browser or since the server began anew: that is not what this page shows.
    if (message.kind === 'hello' && message.account !== account) return heard({ kind: 'ended' });
    if (message.kind === 'hello' && gone) {
      gone = false;
      return link?.join(seen, account);
    }
    if (gone) return;
    gone = message.kind === 'ended';
    if (message.kind === 'change') {
      if (message.number <= seen) return;
      if (message.prev > seen) return link?.join(seen, account);
      seen = message.number;
    }
    if (message.kind === 'reset') seen = message.newest;
    store.dispatch({ kind: 'live', message, nowMs: performance.now() });
    for (const listener of listeners) listener(message);
  }

  return {
    /** Begins, once. @param {number} newest number of the newest event in what the page shows @param {string} who looks at it */
    begin(newest, who) {
      if (link) return;
      seen = newest;
      account = who;
      link = createLink(heard);
      link.join(seen, account);
      // A page that comes back from the browser's memory has left in the meantime.
      window.addEventListener('pageshow', (event) => event.persisted && link?.join(seen, account));
    },
    /** @param {(message: LiveMessage) => void} listener @returns {() => void} the way to stop */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
