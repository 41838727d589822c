import { createHub } from './live-hub.js';
import { openLine } from './live-line.js';

/**
 * The ways to share one stream among the pages of a browser: a shared worker; without one, the page that holds a lock
 * reads and tells the others; without locks each page reads for itself.
 *
 * @param {(message: LiveMessage) => void} tell
 * @returns {{ join(after: number, account: string): void }}
 */
export function createLink(tell) {
  if (typeof SharedWorker === 'function') return workerLink(tell);
  if (navigator.locks && typeof BroadcastChannel === 'function') return leaderLink(tell);
  const hub = createHub(openLine);
  return { join: (after, account) => hub.join(tell, after, account) };
}

/** @param {(message: LiveMessage) => void} tell */
function workerLink(tell) {
  const { port } = new SharedWorker(new URL('./live-worker.js', import.meta.url), { type: 'module', name: 'wangge-live' });
  port.onmessage = ({ data }) => tell(data);
  window.addEventListener('pagehide', () => port.postMessage({ leave: true }));
  return { join: (/** @type {number} */ after, /** @type {string} */ account) => port.postMessage({ after, account }) };
}

/** @param {(message: LiveMessage) => void} tell */
function leaderLink(tell) {
  const channel = new BroadcastChannel('wangge-live');
  const me = `${performance.timeOrigin}-${Math.random()}`;
  let known = 0;
  let mine = '';
  /** @type {ReturnType<typeof createHub> | null} */
  let hub = null;
  channel.onmessage = ({ data }) => {
    if (data.to === me || data.to === 'all') tell(data.message);
    else if (data.join !== undefined && hub) hub.join(tellOne(data.from), data.join, data.account);
  };
  /** Everyone hears what is new from the leader's own place in its hub; one page alone what it asked for. @param {string} to */
  const tellOne = (to) => (/** @type {LiveMessage} */ message) => channel.postMessage({ to, message });
  const tellAll = (/** @type {LiveMessage} */ message) => {
    tell(message);
    channel.postMessage({ to: 'all', message });
  };
  navigator.locks.request('wangge-live', () => {
    const all = createHub(openLine);
    hub = { join: (one, after, account) => (all.join(one, after, account), all.leave(one)), leave: all.leave };
    all.join(tellAll, known, mine);
    return new Promise(() => {});
  });
  return {
    /** @param {number} after @param {string} account */
    join(after, account) {
      known = after;
      mine = account;
      if (hub) hub.join(tell, after, account);
      else channel.postMessage({ from: me, join: after, account });
    },
  };
}
