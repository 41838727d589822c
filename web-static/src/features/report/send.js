import { Problem, problemFrom } from '../../app/problem.js';
import { drafted, reportBody } from './state.js';

/**
 * Sends the photos that are not there yet, one after the other.
 *
 * @param {ReportPhoto[]} photos @param {Lang} lang @param {(photo: ReportPhoto, name: string) => Promise<unknown> | void} sent told of each
 * @returns {Promise<string[] | null>} as the server calls them; null where it takes none
 */
export async function sendPhotos(photos, lang, sent) {
  const names = [];
  for (const photo of photos) {
    const name = photo.sent || (await sendPhoto(photo, lang));
    if (name === null) return null;
    if (!photo.sent) await sent(photo, name);
    names.push(name);
  }
  return names;
}

/**
 * Sends the spoken notes that are not there yet, likewise.
 *
 * @param {ReportNote[]} notes @param {Lang} lang @param {(note: ReportNote, name: string) => Promise<unknown> | void} sent told of each
 * @returns {Promise<string[]>} as the server calls them
 */
export async function sendNotes(notes, lang, sent) {
  const names = [];
  for (const note of notes) {
    const name = note.sent || (await sendFile('notes', note, lang)).note;
    if (!note.sent) await sent(note, name);
    names.push(name);
  }
  return names;
}

/** @param {ReportPhoto} photo @param {Lang} lang @returns {Promise<string | null>} */
async function sendPhoto(photo, lang) {
  try {
    return (await sendFile('photos', photo, lang)).photo;
  } catch (error) {
    const code = error instanceof Problem ? error.body.code : '';
    if (code === 'page-unknown' || code === 'http-404') return null;
    throw error;
  }
}

/** Its own id is the key by which the server knows it again. @param {'photos' | 'notes'} what @param {{ id: string, blob: Blob }} file @param {Lang} lang */
async function sendFile(what, { id, blob }, lang) {
  let answer;
  try {
    answer = await fetch(`/api/reports/${what}?key=${id}`, { method: 'POST', body: blob, headers: { 'Content-Type': blob.type, 'Accept-Language': lang } });
  } catch {
    throw new Problem({ status: 0, code: 'not-connected' });
  }
  if (answer.ok) return answer.json();
  throw new Problem(problemFrom(answer.status, answer.headers.get('content-type') ?? '', await answer.text()));
}

/**
 * Sends a report with its photos. The same draft sent twice is one report: the server knows it by its key.
 *
 * @param {ReportPage} page @param {string} [channel] for staff: how it came in
 * @returns {Promise<ReportReceipt>}
 */
export async function sendReport(page, channel) {
  const { store } = page;
  try {
    return await sendOnce(page, channel);
  } catch (error) {
    const { draft } = store.state();
    const old = error instanceof Problem && error.body.field?.startsWith('photos') && draft.photos.some(({ sent }) => sent);
    if (!old) throw error;
    // The server lets go of photos that no report came for: a draft of the day before yesterday sends them again.
    store.dispatch(drafted({ photos: draft.photos.map((photo) => ({ ...photo, sent: '' })) }));
    return sendOnce(page, channel);
  }
}

/** @param {ReportPage} page @param {string} [channel] @returns {Promise<ReportReceipt>} */
async function sendOnce({ store, lang, calls }, channel) {
  const names = await sendPhotos(store.state().draft.photos, lang(), (photo, name) =>
    store.dispatch((state) => drafted({ photos: state.draft.photos.map((one) => (one.id === photo.id ? { ...one, sent: name } : one)) })(state)));
  if (names === null) store.dispatch({ takesPhotos: false });
  return (await calls()).send('POST', '/api/reports', { body: reportBody(store.state().draft, names ?? [], channel), signal: new AbortController().signal });
}
