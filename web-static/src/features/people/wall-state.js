/** How a screen stands that asks to be let in as a wall. Nothing here touches the document or the server. */

/** @type {Readonly<WallState>} */
export const ASKING = { code: '', untilMs: 0, problem: null };

/** @param {{ code: string, validForSeconds: number }} begun @param {number} nowMs @returns {WallState} */
export const shown = ({ code, validForSeconds }, nowMs) => ({ code, untilMs: nowMs + validForSeconds * 1000, problem: null });

/** @param {ProblemBody} problem @param {number} nowMs @param {number} waitSeconds where the server names no time @returns {WallState} */
export const failed = (problem, nowMs, waitSeconds) => ({ code: '', untilMs: nowMs + (problem.retryAfterSeconds ?? waitSeconds) * 1000, problem });

/** Time left as minutes and seconds. @param {number} seconds */
export const clockText = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/**
 * What follows from what the server says of the pairing: it is done, or another code is needed, or nothing yet.
 *
 * @param {string} state @returns {'enter' | 'again' | 'wait'}
 */
export const next = (state) => (state === 'paired' ? 'enter' : state === 'over' ? 'again' : 'wait');
