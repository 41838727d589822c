import { SNAP_TO_ALL } from '../../map/snap.js';

/** What the page keeps of its reader in the browser; storage may be refused, then nothing is kept. */

const SNAP = 'wangge.plan.snap';
const TOUR = 'wangge.plan.tour';

/** @returns {SnapTo} */
export function keptSnap() {
  try {
    const kept = JSON.parse(read(SNAP) ?? '{}');
    return { vertex: kept.vertex ?? SNAP_TO_ALL.vertex, edge: kept.edge ?? SNAP_TO_ALL.edge, street: kept.street ?? SNAP_TO_ALL.street };
  } catch {
    return SNAP_TO_ALL;
  }
}

/** @param {SnapTo} snap */
export const keepSnap = (snap) => write(SNAP, JSON.stringify(snap));

/** Whether the tour was taken or declined before. */
export const isTourOver = () => read(TOUR) === 'over';

export const keepTourOver = () => write(TOUR, 'over');

/** @param {string} name */
function read(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** @param {string} name @param {string} value */
function write(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Then it is asked for again.
  }
}
