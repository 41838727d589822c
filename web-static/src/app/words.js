/** @type {Record<Lang, string>} */
export const LOCALES = { zh: 'zh-CN', en: 'en-GB' };

/**
 * What a page says, from one catalog: a page for slow networks fetches no other.
 *
 * @param {Lang} lang @param {string} timeZone @param {Record<string, string>} catalog
 * @returns {Words}
 */
export function wordsOf(lang, timeZone, catalog) {
  const locale = LOCALES[lang];
  const time = new Intl.DateTimeFormat(locale, {
    timeZone, month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  });
  const hour = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = new Intl.DateTimeFormat(locale, { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const dayTime = new Intl.DateTimeFormat(locale, {
    timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  });
  /** @param {Intl.DateTimeFormat} format @param {string | null | undefined} instant */
  const told = (format, instant) => {
    const date = instant ? new Date(instant) : null;
    return date && !Number.isNaN(date.getTime()) ? format.format(date) : '—';
  };
  /** @param {number} value @param {number} [digits] */
  const number = (value, digits = 0) =>
    value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return {
    lang,
    t: (key, values) => fill(catalog[key] ?? key, values),
    word: (group, value) => catalog[`${group}.${value}`] ?? value,
    number,
    time: (instant) => told(time, instant),
    hour: (instant) => told(hour, instant),
    day: (instant) => told(day, instant),
    dayTime: (instant) => told(dayTime, instant),
    length: (meters) => (meters < 1000 ? `${number(Math.round(meters))} m` : `${number(meters / 1000, meters < 10_000 ? 2 : 1)} km`),
  };
}

/**
 * Puts values into the `{names}` of a sentence.
 *
 * @param {string} sentence @param {Record<string, string | number>} [values]
 */
export function fill(sentence, values = {}) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
