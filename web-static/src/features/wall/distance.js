/** How large letters are for who reads from afar. Nothing here touches the document or the server. */

/** Under which angle the letters of primary text are seen (20′), in radians. */
const PRIMARY_ANGLE = ((20 / 60) * Math.PI) / 180;
/** How high a capital or a digit is, as a part of its font size, in the fonts of the pages. */
const CAPITAL = 0.72;
/** No text of the page is set smaller, however near the reader. */
const LEAST_PX = 14;
/** Of the height of the picture: what larger letters would leave no room for. */
const MOST_SHARE = 1 / 34;
const USUAL_SHARE = 1 / 62;

/** The height of the letters of primary text in millimetres, which is seen under 20 minutes of arc. @param {number} distanceMm */
export const letterHeightMm = (distanceMm) => distanceMm * Math.tan(PRIMARY_ANGLE);

/**
 * The font size of primary text. CSS pixels say nothing of millimetres, so the height of the picture has to be known: then
 * so many pixels are on a millimetre, and a font whose capitals are 0.72 of it gives the letter.
 *
 * @param {{ distanceMm: number | null, screenMm: number | null, heightPx: number }} of screenMm: height of the picture;
 *   heightPx: the same in CSS pixels
 * @returns {{ px: number, wantedPx: number | null, nearMm: number | null }} nearMm: where the layout holds no letters as
 *   large, from how far those it holds are seen as large as they should be
 */
export function primarySize({ distanceMm, screenMm, heightPx }) {
  const usual = Math.max(LEAST_PX, heightPx * USUAL_SHARE);
  if (!distanceMm || !screenMm) return { px: round(usual), wantedPx: null, nearMm: null };
  const pxOnMm = heightPx / screenMm;
  const wanted = (letterHeightMm(distanceMm) * pxOnMm) / CAPITAL;
  const most = Math.max(LEAST_PX, heightPx * MOST_SHARE);
  const px = Math.min(most, Math.max(LEAST_PX, wanted));
  const near = wanted > most ? (most * CAPITAL) / pxOnMm / Math.tan(PRIMARY_ANGLE) : null;
  return { px: round(px), wantedPx: round(wanted), nearMm: near === null ? null : Math.round(near) };
}

/** @param {number} px */
const round = (px) => Math.round(px * 10) / 10;
