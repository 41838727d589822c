/** What the card of phone apps shows. Nothing here touches the document or the server. */

export const APPS = /** @type {const} */ (['traccar', 'owntracks']);

/** Reasons that have words; any other is told as the last of them. */
const REFUSED = ['time-too-old', 'time-ahead', 'off-duty', 'staff-unknown', 'no-place', 'not-valid', 'encrypted', 'other'];
const FLAGGED = ['jump', 'mocked', 'too-fast', 'coarse'];
/** What the apps send besides places is no fault of anybody's. */
const USUAL = ['not-a-location'];

/** @param {string} name */
export const soundName = (name) => name.trim().slice(0, 80);

/** Whether an address means the machine that shows it, where no phone gets to. @param {string} url */
export function isOnlyHere(url) {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || hostname.startsWith('127.');
}

/**
 * What is to be told of the last that a phone sent.
 *
 * @param {OwnPhone['heard']} heard
 * @returns {{ refused: string[], flagged: string[] }}
 */
export function wordsOf(heard) {
  const refused = (heard?.refused ?? []).filter((code) => !USUAL.includes(code)).map((code) => (REFUSED.includes(code) ? code : 'other'));
  return { refused: [...new Set(refused)], flagged: (heard?.flagged ?? []).filter((code) => FLAGGED.includes(code)) };
}
