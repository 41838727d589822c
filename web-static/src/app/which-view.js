import { isWallScreen } from './account-menu.js';

/** Which of the two views of the page is shown: the map, or the wall. Nothing here touches the document or the server. */

/** Narrower windows show the map, unless the wall is asked for. */
const LEAST_WIDTH = 900;

/**
 * Whether the page may turn out to be the wall: it is asked for, or nothing is asked for at all.
 *
 * @param {Address} address
 */
export function mayBeWall({ wall, selected, place, view, asking, tablesOpen }, width = globalThis.innerWidth) {
  if (wall !== null) return wall;
  return width >= LEAST_WIDTH && !selected && !place && !view && !asking && tablesOpen === null;
}

/**
 * Whether it is: somebody asked for it, or a screen on a wall looks, or nobody who is signed in and who may look at the wall.
 *
 * @param {Address} address @param {Pick<State, 'site'>} state
 */
export function isWall(address, { site }, width = globalThis.innerWidth) {
  if (!mayBeWall(address, width) || site.status !== 'ready') return false;
  const { account, roles } = site.data;
  return address.wall === true || isWallScreen(site.data) || (account === 'anonymous' && roles.includes('wall'));
}

/** How long a wall waits that did not reach its server: nobody is there to try again. */
export const wallWait = (chance = Math.random()) => 2000 + chance * 8000;
