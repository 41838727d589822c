/** How tokens stand, and until when new ones can be good. Nothing here touches the document. */

const DAY_MS = 86_400_000;
/** One less than the server's year: the last day counts to its end. */
const LONGEST_DAYS = 364;
const USUAL_DAYS = 90;

/** @param {Pick<ApiToken, 'good' | 'revokedAt'>} token @returns {'good' | 'revoked' | 'over'} */
export const tokenState = ({ good, revokedAt }) => (good ? 'good' : revokedAt ? 'revoked' : 'over');

/** An instant of the last day on which a token is good: one that ends at midnight is not good on the day that begins. @param {Pick<ApiToken, 'expiresAt'>} token */
export const lastDayOf = ({ expiresAt }) => new Date(Date.parse(expiresAt) - 1).toISOString();

/** The day of an instant, as a date field wants it. @param {number} ms @param {string} timeZone */
const dayAt = (ms, timeZone) => new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(ms);

/** The last days to choose among. @param {string} now @param {string} timeZone */
export function lastDays(now, timeZone) {
  const after = (/** @type {number} */ days) => dayAt(Date.parse(now) + days * DAY_MS, timeZone);
  return { first: after(0), usual: after(USUAL_DAYS), last: after(LONGEST_DAYS) };
}
