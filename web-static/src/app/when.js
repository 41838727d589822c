/** Instants and the wall clock of a time zone. */

const MINUTES = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

/** What the clocks of a zone show at an instant, as a field takes it. @param {number} instant milliseconds @param {string} zone */
export function localOf(instant, zone) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  }).formatToParts(instant);
  const part = (/** @type {string} */ type) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}

/**
 * The instant at which the clocks of a zone show a time; null for what is no time.
 *
 * @param {string} local such as 2026-12-01T00:00 @param {string} zone @returns {string | null}
 */
export function instantOf(local, zone) {
  if (!MINUTES.test(local)) return null;
  const wanted = Date.parse(`${local}Z`);
  if (Number.isNaN(wanted)) return null;
  // Where the clocks change in between, the second look starts from the right side of it.
  let instant = wanted;
  for (let look = 0; look < 2; look++) instant += wanted - Date.parse(`${localOf(instant, zone)}Z`);
  return new Date(instant).toISOString();
}
