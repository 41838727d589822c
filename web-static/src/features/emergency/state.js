/** What the page of emergencies shows. Nothing here touches the document or the server. */

/** Roles that declare emergencies, and end them. */
export const DECLARERS = ['approver', 'supervisor', 'administrator'];
/** Roles that work here: emergencies are for all of them. */
export const READERS = ['operator', 'planner', 'approver', 'liaison', 'worker', 'handler', 'supervisor', 'administrator'];

/** What the address shows. @param {string} search @returns {EmergencyView} */
export function viewOf(search) {
  const asked = new URLSearchParams(search);
  const id = asked.get('emergency') ?? '';
  return { emergency: /^[0-9]{1,18}$/.test(id) ? id : '', part: asked.get('part') === 'people' ? 'people' : 'report' };
}

/** The address of a view. What else stood in it (language, theme) stays. @param {EmergencyView} view @param {string} search @param {string} path */
export function addressOf(view, search, path) {
  const all = new URLSearchParams(search);
  for (const [name, value] of Object.entries(view)) {
    if (value === '' || value === 'report') all.delete(name);
    else all.set(name, value);
  }
  const text = all.toString();
  return text ? `?${text}` : path;
}

/** What is looked at when nothing was asked for: the newest that lasts, else the newest. @param {readonly Emergency[]} all */
export const firstOf = (all) => all.find(({ endedAt }) => endedAt === null) ?? all[0];

/** How long one lasted, or lasts, in minutes. @param {Pick<Emergency, 'declaredAt' | 'endedAt'>} one @param {number} nowMs */
export const minutesOf = ({ declaredAt, endedAt }, nowMs) => Math.max(0, Math.round(((endedAt ? Date.parse(endedAt) : nowMs) - Date.parse(declaredAt)) / 60_000));

/** People by the grid they are asked to serve in, in their order. @param {readonly EmergencyCall[]} calls @returns {{ grid: string, name: string, calls: EmergencyCall[] }[]} */
export function byGrid(calls) {
  /** @type {Map<string, { grid: string, name: string, calls: EmergencyCall[] }>} */
  const grids = new Map();
  for (const call of calls) {
    const known = grids.get(call.grid) ?? { grid: call.grid, name: call.gridName, calls: [] };
    known.calls.push(call);
    grids.set(call.grid, known);
  }
  return [...grids.values()];
}

/** What somebody said, as a word of the catalog. @param {Pick<EmergencyCall, 'comes'>} call */
export const saidOf = ({ comes }) => (comes === null ? 'waiting' : comes ? 'yes' : 'no');

/** Areas without those below another that is chosen: a street stands for all its grids. @param {Iterable<string>} chosen */
export function topsOf(chosen) {
  const all = [...new Set(chosen)].sort();
  return all.filter((code) => !all.some((other) => other !== code && code.startsWith(other)));
}

/** Building units with households left first, then in their order. @template {{ all: number, answered: number }} T @param {readonly T[]} units @returns {T[]} */
export const leftFirst = (units) => [...units].sort((a, b) => Number(b.all > b.answered) - Number(a.all > a.answered));
