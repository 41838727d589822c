/** Circumference of the earth at the equator in metres over the width in pixels of the world at zoom 0. */
const METERS_PER_PIXEL_AT_0 = 40_075_016.686 / 512;

/** @param {number} zoom @param {number} lat */
export const metersPerPixel = (zoom, lat) => (METERS_PER_PIXEL_AT_0 * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom;

/**
 * The longest round length (1, 2 or 5 times a power of ten) that is not wider than the room for it.
 *
 * @param {number} metersPerPixel @param {number} roomPixels
 * @returns {{ meters: number, pixels: number }}
 */
export function scaleBar(metersPerPixel, roomPixels) {
  const most = metersPerPixel * roomPixels;
  const power = 10 ** Math.floor(Math.log10(most));
  const meters = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power;
  return { meters, pixels: Math.round(meters / metersPerPixel) };
}

/** Labels grow with the text of the page, which is larger on a wall. */
export const textScale = () => parseFloat(window.getComputedStyle(document.documentElement).fontSize) / 14 || 1;
