/** Bytes that tell spreadsheet programs that the text is UTF-8. */
const BOM = '\uFEFF';

/**
 * Rows as CSV (RFC 4180), with a line of titles. What a spreadsheet would take for a formula is told to be text.
 *
 * @param {string[]} titles
 * @param {(string | number | boolean | null)[][]} rows
 */
export function toCsv(titles, rows) {
  return BOM + [titles, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** @param {string | number | boolean | null} value */
function cell(value) {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {GeoFeature<any>[]} features */
export function toGeoJson(features) {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(({ id, geometry, properties }) => ({ type: 'Feature', id, geometry, properties })),
  });
}

/**
 * Gives the reader a text as a file.
 *
 * @param {string} name @param {string} type @param {string} text
 */
export function saveFile(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
