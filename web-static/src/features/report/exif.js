/** Reads where a photo was taken from the EXIF part of a JPEG file. Reads nothing else of it, and changes nothing. */

const SOI = 0xffd8;
const APP1 = 0xffe1;
const START_OF_SCAN = 0xffda;
const GPS_POINTER = 0x8825;
const LATITUDE_REF = 1;
const LATITUDE = 2;
const LONGITUDE_REF = 3;
const LONGITUDE = 4;
/** More entries than this has no directory that a camera wrote. */
const MOST_ENTRIES = 200;

/**
 * Longitude and latitude in degrees, or null where the file does not say, or says what is no place.
 *
 * @param {ArrayBuffer} file its beginning is enough
 * @returns {[number, number] | null}
 */
export function positionIn(file) {
  try {
    const at = findExif(new DataView(file));
    return at ? readGps(new DataView(file, at)) : null;
  } catch (error) {
    // A file that ends before what it promises: the photo is good all the same.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Where the TIFF part begins; 0 for none. @param {DataView} view */
function findExif(view) {
  if (view.getUint16(0) !== SOI) return 0;
  for (let at = 2; view.getUint16(at) !== START_OF_SCAN; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint16(at) === APP1 && view.getUint32(at + 4) === 0x45786966) return at + 10;
    if ((view.getUint16(at) & 0xff00) !== 0xff00 || view.getUint16(at + 2) < 2) return 0;
  }
  return 0;
}

/** @param {DataView} tiff @returns {[number, number] | null} */
function readGps(tiff) {
  const little = tiff.getUint16(0) === 0x4949;
  const pointer = directory(tiff, tiff.getUint32(4, little), little).get(GPS_POINTER);
  if (pointer === undefined) return null;
  const gps = directory(tiff, tiff.getUint32(pointer, little), little);
  const lat = degrees(tiff, gps.get(LATITUDE), gps.get(LATITUDE_REF), little);
  const lon = degrees(tiff, gps.get(LONGITUDE), gps.get(LONGITUDE_REF), little);
  const real = lat !== null && lon !== null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0);
  return real ? [lon, lat] : null;
}

/**
 * The entries of a directory: where the value of each stands.
 *
 * @param {DataView} tiff @param {number} at @param {boolean} little
 * @returns {Map<number, number>}
 */
function directory(tiff, at, little) {
  const count = Math.min(tiff.getUint16(at, little), MOST_ENTRIES);
  return new Map(Array.from({ length: count }, (_, i) => [tiff.getUint16(at + 2 + 12 * i, little), at + 10 + 12 * i]));
}

/**
 * Degrees, minutes and seconds as one number; south and west are negative.
 *
 * @param {DataView} tiff @param {number | undefined} value @param {number | undefined} ref @param {boolean} little
 */
function degrees(tiff, value, ref, little) {
  if (value === undefined || ref === undefined) return null;
  const at = tiff.getUint32(value, little);
  const part = (/** @type {number} */ i) => {
    const below = tiff.getUint32(at + 8 * i + 4, little);
    return below === 0 ? 0 : tiff.getUint32(at + 8 * i, little) / below;
  };
  const sum = part(0) + part(1) / 60 + part(2) / 3600;
  const side = String.fromCharCode(tiff.getUint8(ref));
  return side === 'S' || side === 'W' ? -sum : sum;
}
