import { findCategories } from '../report/category.js';

/** What the register of categories shows and sends. Nothing here touches the document. */

/** What is said of a category, in the order in which it is shown. */
export const SAID = /** @type {const} */ (['nameZh', 'nameEn', 'priority', 'parent', 'keywords', 'conditions', 'departments', 'published', 'retired']);

/**
 * The categories that are asked for, those that answer best first.
 *
 * @param {readonly CategoryRow[]} categories @param {{ q: string, state: string }} asked state: in-use, retired, or nothing for all
 * @returns {CategoryRow[]}
 */
export function filtered(categories, { q, state }) {
  const some = categories.filter(({ retired }) => !state || retired === (state === 'retired'));
  const asked = q.trim().toLowerCase();
  const found = /** @type {CategoryRow[]} */ (findCategories(some, asked));
  return [...found, ...some.filter((one) => asked && one.code.includes(asked) && !found.includes(one))];
}

/** Words that people also use, as they are typed into one field. @param {string} text */
export const keywordsOf = (text) => [...new Set(text.split(/[,，、;；\n]+/).map((word) => word.trim()).filter(Boolean))];

/** The codes of categories that a category may be a part of. @param {readonly CategoryRow[]} categories @param {string} code of the category itself */
export function parentsFor(categories, code) {
  const hasParts = categories.some(({ parent }) => code !== '' && parent === code);
  return hasParts ? [] : categories.filter((one) => one.code !== code && !one.parent && !one.retired).map((one) => one.code);
}

/**
 * What a form says, as the server wants it.
 *
 * @param {FormData} given @param {readonly CategoryCondition[]} conditions
 */
export function bodyOf(given, conditions) {
  const text = (/** @type {string} */ name) => String(given.get(name) ?? '').trim();
  return {
    nameZh: text('nameZh'), nameEn: text('nameEn'), priority: text('priority'), parent: text('parent'),
    keywords: keywordsOf(text('keywords')),
    conditions: conditions.map(({ code, nameZh, nameEn }) => ({ code: code.trim(), nameZh: nameZh.trim(), nameEn: nameEn.trim() })),
    departments: given.getAll('department').map(String), published: given.has('published'),
  };
}

/** What is other in a version than in the one before it. @param {CategoryRow} version @param {CategoryRow} before */
export const changedIn = (version, before) => SAID.filter((name) => JSON.stringify(version[name]) !== JSON.stringify(before[name]));
