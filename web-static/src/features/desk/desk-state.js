/** What the desk keeps in mind besides the page's own state. Pure. */

/** @type {Readonly<DeskState>} */
export const FIRST = { filter: 'all', area: '', fresh: new Set(), seen: null, lastAt: 0, areas: [], pane: 'list' };

/**
 * What a list that was read anew changes: who was not there before is new. Nothing is, of the first list.
 *
 * @param {Pick<DeskState, 'seen' | 'fresh'>} desk @param {readonly string[]} ids
 * @returns {{ seen: ReadonlySet<string>, fresh: ReadonlySet<string>, came: string[] }}
 */
export function listRead({ seen, fresh }, ids) {
  const here = new Set(ids);
  const came = seen === null ? [] : ids.filter((id) => !seen.has(id));
  const still = [...fresh].filter((id) => here.has(id));
  return { seen: came.length === 0 && seen ? seen : new Set([...(seen ?? []), ...ids]), fresh: came.length === 0 && still.length === fresh.size ? fresh : new Set([...still, ...came]), came };
}

/** Whoever was looked at is no longer new. @param {ReadonlySet<string>} fresh @param {string} id */
export const lookedAt = (fresh, id) => (fresh.has(id) ? new Set([...fresh].filter((one) => one !== id)) : fresh);

/**
 * What the address bar says of the desk.
 *
 * @param {string} search
 * @returns {{ incident: string | null, filter: DeskFilter, area: string | null }} area: null where it does not say
 */
export function parseDesk(search) {
  const query = new URLSearchParams(search);
  const number = query.get('incident') ?? '';
  const filter = /** @type {DeskFilter | undefined} */ (['accept', 'overdue', 'warned', 'no-place'].find((one) => one === query.get('show')));
  const area = query.get('area');
  return { incident: /^\d{8}-\d{4,}$/.test(number) ? `incident-${number}` : null, filter: filter ?? 'all', area: area !== null && /^\d{0,15}$/.test(area) ? area : null };
}

/**
 * The address of what is shown; language and theme stay as they were asked for.
 *
 * @param {string} search as it is @param {{ incident: string | null, filter: DeskFilter, area: string }} desk
 */
export function formatDesk(search, { incident, filter, area }) {
  const query = new URLSearchParams(search);
  const put = (/** @type {string} */ name, /** @type {string} */ value) => (value ? query.set(name, value) : query.delete(name));
  put('incident', incident?.replace(/^incident-/, '') ?? '');
  put('show', filter === 'all' ? '' : filter);
  put('area', area);
  const text = query.toString();
  return text ? `?${text}` : '';
}
