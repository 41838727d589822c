/** The steps of signing in, and how they follow from what the server answers. Nothing here touches the document. */

/** @type {Readonly<SignInState>} */
export const FIRST_STEP = { step: 'password', busy: false, problem: null, untilMs: 0, vouched: false };

/** A provider of single sign-on has said who it is, and the account wants a code too. @type {Readonly<SignInState>} */
export const VOUCHED = { ...FIRST_STEP, step: 'code', vouched: true };

/**
 * What follows from a refusal: some ask for more, some to wait, all others are told.
 *
 * @param {SignInState} state @param {ProblemBody} problem @param {number} nowMs
 * @returns {SignInState}
 */
export function refused(state, problem, nowMs) {
  if (problem.code === 'second-factor-needed') return { ...state, step: 'code', busy: false, problem: null };
  const untilMs = problem.retryAfterSeconds ? nowMs + problem.retryAfterSeconds * 1000 : 0;
  return { ...state, busy: false, problem, untilMs };
}

/** Whole seconds still to wait. @param {Pick<SignInState, 'untilMs'>} state @param {number} nowMs */
export const secondsLeft = ({ untilMs }, nowMs) => Math.max(0, Math.ceil((untilMs - nowMs) / 1000));

/** What was refused for being asked too soon is no news any more when the time is over. @param {SignInState} state @param {number} nowMs @returns {SignInState} */
export const waited = (state, nowMs) =>
  state.untilMs > 0 && nowMs >= state.untilMs ? { ...state, untilMs: 0, problem: null } : state;
