/** Days of the site's calendar as instants. Nothing here touches the document or the server. */

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * When a day begins in a time zone.
 *
 * @param {string} day as a date field gives it: 2026-11-20 @param {string} timeZone
 */
export function startOfDay(day, timeZone) {
  const asUtc = Date.parse(`${day}T00:00:00Z`);
  // A zone's offset may differ between the two instants, where clocks are put back that night: once more settles it.
  const first = asUtc - offsetMs(asUtc, timeZone);
  return new Date(asUtc - offsetMs(first, timeZone)).toISOString();
}

/** When a day has ended. @param {string} day @param {string} timeZone */
export function endOfDay(day, timeZone) {
  return startOfDay(new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10), timeZone);
}

/** @param {number} at @param {string} timeZone */
function offsetMs(at, timeZone) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(at);
  const of = (/** @type {string} */ type) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  return local - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

/**
 * When a grant shall hold: from a day on or from now, until the end of a day or for good.
 *
 * @param {{ from: string, to: string }} days empty for none @param {string} timeZone @param {string} now
 * @returns {{ from?: string, to?: string }}
 */
export function validityOf({ from, to }, timeZone, now) {
  const begin = from ? startOfDay(from, timeZone) : now;
  if (to) return { from: begin, to: endOfDay(to, timeZone) };
  return from ? { from: begin } : {};
}
