import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { wordsOf } from './words.js';

export { LOCALES, fill } from './words.js';

/** @type {Record<Lang, Record<string, string>>} */
const CATALOGS = { zh, en };

/**
 * Everything the page says in one language. Times are told in the zone of the site, not of the reader's machine.
 *
 * @param {Lang} lang
 * @param {string} [timeZone]
 * @param {Record<Lang, Record<string, string>>} [more] what a page of its own says besides
 * @returns {Words}
 */
export function createWords(lang, timeZone = 'Asia/Shanghai', more) {
  return wordsOf(lang, timeZone, more ? { ...CATALOGS[lang], ...more[lang] } : CATALOGS[lang]);
}

/**
 * The words of what is chosen, made anew only when that has changed: making them costs more than drawing a row.
 *
 * @param {() => { lang: Lang, timeZone?: string }} chosen
 * @param {Record<Lang, Record<string, string>>} [more] what a page of its own says besides
 * @returns {() => Words}
 */
export function createWordsOf(chosen, more) {
  /** @type {Words | null} */
  let words = null;
  let made = '';
  return () => {
    const { lang, timeZone } = chosen();
    const key = `${lang} ${timeZone}`;
    if (!words || key !== made) words = createWords(lang, timeZone, more);
    made = key;
    return words;
  };
}
