/** Times as they are typed: a day and a time of it, by the clock on the wall of a zone. Pure. */

const TYPED = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\sT]*(?:(\d{1,2})[:：时](\d{2})分?)?$/;

/**
 * A time that was typed, such as 2026-11-22 14:30; nothing typed is no time at all.
 *
 * @param {string} text
 * @returns {{ wall: string } | { problem: 'format' | 'no-time' | 'no-such-day' | 'no-such-time' }} wall: as 2026-11-22T14:30
 */
export function parseWall(text) {
  const typed = text.trim();
  if (typed === '') return { wall: '' };
  const found = TYPED.exec(typed);
  if (!found) return { problem: 'format' };
  const [year, month, day, hour, minute] = found.slice(1).map((part) => (part === undefined ? NaN : Number(part)));
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return { problem: 'no-such-day' };
  if (Number.isNaN(hour)) return { problem: 'no-time' };
  if (hour > 23 || minute > 59) return { problem: 'no-such-time' };
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return { wall: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}` };
}

/** What the clock on the wall of a zone shows, as an instant. @param {string} wall @param {string} zone */
export function instantOf(wall, zone) {
  const shown = Date.parse(`${wall}Z`);
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const there = Date.parse(`${format.format(new Date(shown)).replace(' ', 'T')}Z`);
  return new Date(2 * shown - there).toISOString();
}
