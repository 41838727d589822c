/** Counted spans as parts of the days they lie in, by the clock on the wall of a zone. */

const HOURS = 24;

/**
 * @param {CountedRow[]} counted @param {string} zone
 * @returns {{ date: string, parts: { from: number, to: number, words: string }[] }[]} hours of the day, from 0 to 24
 */
export function daysOf(counted, zone) {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  });
  /** @type {Map<string, { from: number, to: number, words: string }[]>} */
  const days = new Map();
  const add = (/** @type {string} */ date, /** @type {number} */ from, /** @type {number} */ to) => {
    if (to <= from) return;
    days.set(date, [...(days.get(date) ?? []), { from, to, words: `${clock(from)}–${clock(to)}` }]);
  };
  for (const { from, to } of counted) {
    const [first, begin] = wall(format, from);
    const [last, end] = wall(format, to);
    if (first === last) {
      add(first, begin, end);
      continue;
    }
    add(first, begin, HOURS);
    for (let date = dayAfter(first); date < last; date = dayAfter(date)) add(date, 0, HOURS);
    add(last, 0, end);
  }
  return [...days].map(([date, parts]) => ({ date, parts }));
}

/** @param {Intl.DateTimeFormat} format @param {string} instant @returns {[string, number]} */
function wall(format, instant) {
  const [date, time] = format.format(new Date(instant)).split(' ');
  const [hours, minutes] = time.split(':').map(Number);
  return [date, hours + minutes / 60];
}

/** @param {string} date */
const dayAfter = (date) => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** @param {number} hours */
function clock(hours) {
  const minutes = Math.round(hours * 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

const UNIT = /^([0-9]+) (.*?)s?$/;

/** A limit as a number and its unit. @param {string} words @returns {{ number: string, unit: string }} */
export function limitParts(words) {
  const found = UNIT.exec(words);
  return { number: found ? found[1] : '', unit: found ? found[2] : '' };
}

/** @type {readonly string[]} */
export const UNITS = ['urgent minute', 'urgent hour', 'working minute', 'working hour', 'working day', 'calendar day'];

/** @param {string} unit */
export const unitKey = (unit) => unit.replace(' ', '-');
