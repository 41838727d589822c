/** The search among categories: by Chinese, by pinyin or its first letters, by English. Nothing here touches the document. */

/** How well a category answers; less is better. */
const BEGINS = 0;
const HOLDS = 1;
const SPELLED = 2;
const INITIALS = 3;
const NO = 9;

/** @param {string} text */
const plain = (text) => text.toLowerCase().replace(/[\s'’]+/g, '');

/**
 * The categories that a text may mean, the likeliest first; all where nothing was typed.
 *
 * @param {readonly IncidentCategory[]} categories @param {string} text
 */
export function findCategories(categories, text) {
  const asked = plain(text);
  if (!asked) return [...categories];
  return categories
    .map((category, at) => ({ category, at, rank: rankOf(category, asked) }))
    .filter(({ rank }) => rank < NO)
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ category }) => category);
}

/** @param {IncidentCategory} category @param {string} asked */
function rankOf({ nameZh, nameEn, pinyin = [], keywords = [] }, asked) {
  const zh = plain(nameZh);
  const en = nameEn.toLowerCase();
  if (zh.startsWith(asked) || plain(en).startsWith(asked)) return BEGINS;
  if (zh.includes(asked) || en.split(/[\s-]+/).some((word) => word.startsWith(asked)) || plain(en).includes(asked) || keywords.some((word) => plain(word).includes(asked))) return HOLDS;
  if (pinyin.some((spelled) => spelledFrom(spelled.split(' '), asked))) return SPELLED;
  return pinyin.some((spelled) => initials(spelled).includes(asked)) ? INITIALS : NO;
}

/** Whether the text is the beginning of what follows from some syllable on. @param {string[]} syllables @param {string} asked */
const spelledFrom = (syllables, asked) => syllables.some((_, from) => syllables.slice(from).join('').startsWith(asked));

/** @param {string} spelled */
const initials = (spelled) => spelled.split(' ').map((syllable) => syllable[0]).join('');
