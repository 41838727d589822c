/**
 * The colours of the wall. They are told apart by those who see red, green or blue otherwise too: any two of `marks` with
 * the ground differ by 15 or more by CIEDE2000, of `classes` by 15 or more by CIE76, drawn and seen as by protanopes,
 * deuteranopes and tritanopes (Machado 2009). A test holds the drawn pixels to it.
 *
 * @typedef {object} WallPalette
 * @property {string} ground
 * @property {{ left: string, warned: string, overdue: string, paused: string, person: string, camera: string, whistle: string }} marks
 * @property {readonly string[]} classes from what is calm to what wants attention
 * @property {string} ink around marks @property {string} text @property {string} halo
 */

/** How much of a class is seen over the ground. */
export const CLASS_OPACITY = 0.78;

/** @type {WallPalette} */
const dark = {
  ground: '#161c22',
  marks: { left: '#77cdff', warned: '#e7d036', overdue: '#ee341d', paused: '#6a6e83', person: '#3d9773', camera: '#a557f5', whistle: '#ffffff' },
  classes: ['#1a2735', '#314a87', '#6384af', '#aea4b1', '#efdacc'],
  ink: '#0d1115', text: '#e6ebf0', halo: '#12171c',
};

/** @type {Record<Theme, WallPalette>} */
export const WALL_PALETTES = {
  dark,
  light: {
    ground: '#e8ebec',
    marks: { left: '#043fbe', warned: '#f29b0a', overdue: '#c8270b', paused: '#a69bb2', person: '#0c8b69', camera: '#8b71ff', whistle: '#1a222a' },
    classes: ['#f6f3ee', '#b2c2d7', '#7098c9', '#676582', '#461e54'],
    ink: '#ffffff', text: '#1a222a', halo: '#ffffff',
  },
  contrast: { ...dark, ground: '#000000', classes: ['#101a26', '#2d426c', '#5b7aa6', '#b3a8c4', '#fff0e6'], ink: '#000000', text: '#ffffff', halo: '#000000' },
};

/** A colour over the ground, as it is seen. @param {string} colour @param {string} ground @param {number} opacity @returns {[number, number, number]} from 0 to 255 */
export function over(colour, ground, opacity) {
  const [a, b] = [colour, ground].map((one) => [1, 3, 5].map((at) => parseInt(one.slice(at, at + 2), 16)));
  return /** @type {[number, number, number]} */ (a.map((part, i) => Math.round(part * opacity + b[i] * (1 - opacity))));
}
