/** Numbers of cameras after GB/T 28181: 20 digits. */

/** Its parts, and where each begins and ends. @type {[string, number, number][]} */
const PARTS = [['centre', 0, 8], ['industry', 8, 10], ['type', 10, 13], ['network', 13, 14], ['sequence', 14, 20]];
export const DIGITS = 20;

/** A number without what sets its parts apart. @param {string} text */
export const plainId = (text) => text.replace(/[-\s]/g, '');

/** @param {string} id */
export const isWellFormed = (id) => /^\d{20}$/.test(id);

/** The parts of a number as far as it is written. @param {string} text @returns {{ name: string, digits: string, length: number }[]} */
export function partsOf(text) {
  const plain = plainId(text);
  return PARTS.map(([name, from, to]) => ({ name, digits: plain.slice(from, to), length: to - from }));
}

/** With hyphens between its parts. @param {string} id */
export const groupedId = (id) => partsOf(id).map(({ digits }) => digits).filter(Boolean).join('-');

/** Whether its type says camera; so too while it is not written yet. @param {string} text */
export function saysCamera(text) {
  const type = plainId(text).slice(10, 13);
  return type.length < 3 || type === '131' || type === '132';
}
