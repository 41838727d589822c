/** More pixels than this for one of the layout cost more time than they show. */
const MOST_RATIO = 2;
/** Pixels of the map's picture, with a graphics processor and without. */
const MOST_PIXELS = 16_000_000;
const MOST_PIXELS_IN_SOFTWARE = 2_500_000;
const LEAST_RATIO = 0.5;

/**
 * How many pixels are drawn for one of the layout: as many as the screen has, within what can be drawn smoothly.
 *
 * @param {number} layoutPixels @param {number} screenRatio @param {boolean} software
 */
export function pixelRatio(layoutPixels, screenRatio, software) {
  const most = Math.sqrt((software ? MOST_PIXELS_IN_SOFTWARE : MOST_PIXELS) / Math.max(layoutPixels, 1));
  return Math.max(LEAST_RATIO, Math.min(screenRatio, MOST_RATIO, most));
}
