import { nameCategories } from './loading.js';
import { renewalOf, withIncident } from './live-state.js';
import { PLACE_LISTS, scopeOf } from './state.js';

/** So many things happen together that they are read together. */
const GATHER_MS = 300;

/**
 * Keeps what the page shows in step with what happens, without a reload.
 *
 * @param {Page} page @param {{ again(what: ReadKind | 'card' | 'place'): void, readSite(): Promise<void> }} read
 * @returns {(message: LiveMessage) => void}
 */
export function createFollower(page, read) {
  /** @type {LiveMessage[]} */
  let gathered = [];
  let waiting = false;
  const renewAll = async () => {
    const messages = gathered;
    gathered = [];
    await renew(page, read, renewalOf(messages));
    waiting = gathered.length > 0;
    if (waiting) setTimeout(renewAll, GATHER_MS);
  };
  return (message) => {
    if (message.kind !== 'change' && message.kind !== 'reset') return;
    gathered.push(message);
    // Counted from the first: a town where something always happens would never come to rest.
    if (!waiting) setTimeout(renewAll, GATHER_MS);
    waiting = true;
  };
}

/** @param {Page} page @param {Parameters<typeof createFollower>[1]} read @param {Renewal} what */
async function renew(page, read, what) {
  const { store } = page;
  if (what.areas) {
    await read.readSite();
    read.again('areas');
    if (store.state().here) page.retry('here');
  }
  if (store.state().selected && (what.areas || what.incidents || what.cameras)) read.again('card');
  if (what.places && store.state().place) read.again('place');
  if (what.places) for (const kind of PLACE_LISTS) read.again(kind);
  for (const kind of /** @type {const} */ (['incidents', 'cameras', 'tracks'])) if (what[kind]) read.again(kind);
  if (what.incidentIds.length > 0) await renewIncidents(page, read, what.incidentIds);
}

/** @param {Page} page @param {Parameters<typeof createFollower>[1]} read @param {string[]} ids */
async function renewIncidents({ store, api }, read, ids) {
  const before = store.state().lists.incidents;
  // In an area only the server knows what belongs to it; a list on its way comes with what happened before it was asked for.
  if (before.status !== 'ready' || before.data.scope !== scopeOf(store.state(), 'incidents') || before.data.scope !== '') {
    return read.again('incidents');
  }
  try {
    const { signal } = new AbortController();
    const [{ categories }, ...incidents] = await Promise.all([api.categories(signal), ...ids.map((id) => api.incident(id, signal))]);
    nameCategories(incidents, categories);
    const { lists, closedToo } = store.state();
    if (lists.incidents !== before) return read.again('incidents');
    const rows = incidents.reduce((all, incident) => withIncident(all, incident, closedToo), before.data);
    store.dispatch({ kind: 'list', list: 'incidents', rows: { status: 'ready', data: rows } });
  } catch {
    read.again('incidents');
  }
}
