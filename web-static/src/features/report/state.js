/** What a report is made of before it is sent. Nothing here touches the document, the clock or the server. */

export const MOST_PHOTOS = 6;
export const MOST_NOTES = 3;
export const LONGEST_TEXT = 1000;
const DIGITS = 7;

/**
 * A report that nothing was written in yet.
 *
 * @param {string} key what makes sending it twice the same as once
 * @returns {ReportDraft}
 */
export const emptyDraft = (key) => ({ key, category: '', place: null, description: '', name: '', phone: '', photos: [], notes: [] });

/** @param {ReportDraft} draft */
export const isUntouched = ({ category, place, description, name, phone, photos, notes }) =>
  !category && !place && !description && !name && !phone && photos.length === 0 && notes.length === 0;

/** What cannot be left out, and is not there yet; in the order of the page. @param {ReportDraft} draft */
export const missing = ({ category, place }) => [...(category ? [] : ['category']), ...(place ? [] : ['place'])];

/**
 * The change of a draft by some of its members.
 *
 * @param {Partial<ReportDraft>} change
 * @returns {(state: ReportState) => Partial<ReportState>}
 */
export const drafted = (change) => ({ draft }) => ({ draft: { ...draft, ...change } });

/**
 * As many of these photos as a report may still take.
 *
 * @param {ReportPhoto[]} before @param {ReportPhoto[]} more
 */
export const withPhotos = (before, more) => [...before, ...more].slice(0, MOST_PHOTOS);

/**
 * What is sent. Empty members are left out, so that the server need not guess what they mean.
 *
 * @param {ReportDraft} draft @param {string[]} photos as the server has named them @param {string} [channel] @param {string[]} [notes] likewise
 */
export function reportBody(draft, photos, channel, notes = []) {
  const { key, category, place, description, name, phone } = draft;
  if (!place) throw new Error('a report without a place is not sent');
  const reporter = { ...(name.trim() ? { name: name.trim() } : {}), ...(phone.trim() ? { phone: phone.trim() } : {}) };
  return {
    key, category,
    lon: Number(place.lon.toFixed(DIGITS)), lat: Number(place.lat.toFixed(DIGITS)),
    ...(channel ? { channel } : {}),
    ...(description.trim() ? { description: description.trim() } : {}),
    ...(Object.keys(reporter).length > 0 ? { reporter } : {}),
    ...(photos.length > 0 ? { photos } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

/**
 * A draft that was kept, if it is one: what an older page has kept may lack what this one wants.
 *
 * @param {any} kept
 * @returns {ReportDraft | null}
 */
export function draftOf(kept) {
  if (!kept || typeof kept.key !== 'string') return null;
  const text = (/** @type {unknown} */ value) => (typeof value === 'string' ? value : '');
  const placed = kept.place && Number.isFinite(kept.place.lon) && Number.isFinite(kept.place.lat);
  return {
    key: kept.key, category: text(kept.category), description: text(kept.description), name: text(kept.name), phone: text(kept.phone),
    place: placed ? kept.place : null,
    photos: Array.isArray(kept.photos) ? withPhotos([], kept.photos) : [],
    notes: Array.isArray(kept.notes) ? kept.notes.slice(0, MOST_NOTES) : [],
  };
}
