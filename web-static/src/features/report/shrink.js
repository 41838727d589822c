import { newKey } from '../../app/shelf.js';
import { positionIn } from './exif.js';

/** Long enough to read a house number on, small enough for a thin network. */
const LONGEST_SIDE = 1600;
const QUALITY = 0.78;
const HEAD_BYTES = 256 * 1024;
/** Larger files are no photos of a phone. */
const MOST_BYTES = 60_000_000;

/**
 * A photo made ready for sending: upright, smaller, and drawn anew, so that nothing of what the camera wrote into the file
 * goes along. Where it was taken is read before.
 *
 * @param {File} file
 * @returns {Promise<ReportPhoto | null>} null for what the browser cannot show as a picture
 */
export async function shrink(file) {
  if (file.size > MOST_BYTES) return null;
  try {
    const position = positionIn(await file.slice(0, HEAD_BYTES).arrayBuffer());
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const blob = await drawn(picture);
    picture.close();
    return blob ? { id: newKey(), blob, position, sent: '' } : null;
  } catch {
    return null;
  }
}

/** @param {ImageBitmap} picture @returns {Promise<Blob | null>} */
function drawn(picture) {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  // What is transparent would else become black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}
