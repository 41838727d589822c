import { readIncidents } from '../../app/loading.js';
import { createSlot } from '../../app/slot.js';

/** More communities than these are not offered. */
const MOST_AREAS = 500;
const MOST_OUTLINES = 2000;

/**
 * Reads what the desk shows: the open incidents, the areas to choose from, how long accepting may take.
 *
 * @param {Page} page @param {DeskStore} desk
 */
export function createReading({ store, api, outline }, desk) {
  const slot = createSlot((now) => store.dispatch({ kind: 'list', list: 'incidents', rows: now }), () => store.state().lists.incidents);
  const readQueue = () => slot.read(async (signal) => {
    const list = await readIncidents(api, { grid: '', closedToo: false }, signal);
    return { scope: '', features: list.features, next: list.next ?? null };
  });
  const readAreas = async () => {
    const { signal } = new AbortController();
    const ask = (/** @type {Level} */ level) => api.areas({ partition: 'tree', level, geometry: 'none', limit: MOST_AREAS }, MOST_AREAS, signal);
    const lists = await Promise.all([ask('street'), ask('community')]).catch(() => []);
    const areas = lists.flatMap((list) => list.features.map(({ properties }) => /** @type {AreaProps} */ (properties)));
    desk.dispatch({ areas: areas.sort((a, b) => a.code.localeCompare(b.code)) });
  };
  /** Without WebGL2 the map draws grids from their outlines. */
  const grids = createSlot((now) => store.dispatch({ kind: 'list', list: 'areas', rows: now }), () => store.state().lists.areas);
  const readOutlines = () => grids.read(async (signal) => {
    const list = await api.areas({ ...store.state().shown, geometry: 'outline', limit: 500 }, MOST_OUTLINES, signal);
    return { scope: '', features: list.features, next: list.next ?? null };
  });
  return {
    begin: () => Promise.all([readQueue(), readAreas(), outline ? readOutlines() : null]),
    /** @param {ReadKind | 'card' | 'here' | 'place'} what */
    again(what) {
      if (what === 'incidents') readQueue();
      if (what === 'areas') readAreas();
      if (what === 'areas' && outline) readOutlines();
    },
  };
}
