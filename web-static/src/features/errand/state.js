/** What the pages of errands show. Nothing here touches the document or the server. */

/** Roles that read what was ordered. */
export const READERS = ['operator', 'worker', 'supervisor', 'administrator'];
/** The way that leads to the end. */
export const STEPS = ['ordered', 'dispatched', 'accepted', 'done', 'confirmed'];
/** Groups of states, as the desk shows them. @type {Record<string, string[]>} */
export const GROUPS = {
  waiting: ['ordered', 'disputed', 'lapsed'],
  running: ['dispatched', 'accepted'],
  done: ['done', 'confirmed'],
  lost: ['returned', 'withdrawn', 'filed'],
  all: [],
};
const HOUR_MS = 3_600_000;
const DIGITS = 7;

/** What the address shows. @param {string} search @returns {{ grid: string, show: string, errand: string }} */
export function viewOf(search) {
  const asked = new URLSearchParams(search);
  const show = asked.get('show') ?? '';
  const grid = asked.get('grid') ?? '';
  const errand = asked.get('errand') ?? '';
  const digits = (/** @type {string} */ text) => (/^[0-9]{1,18}$/.test(text) ? text : '');
  return { grid: digits(grid), show: show in GROUPS ? show : 'waiting', errand: digits(errand) };
}

/** The address of a view; what else stood in it stays. @param {{ grid: string, show: string }} view @param {string} search */
export function addressOf({ grid, show }, search) {
  const all = new URLSearchParams(search);
  all.delete('grid');
  // One alone is shown until something else is chosen.
  all.delete('errand');
  if (grid) all.set('grid', grid);
  all.set('show', show);
  return `?${all}`;
}

/** How many errands of some rows are in the states of a group. @param {readonly ErrandRow[]} rows @param {string} group */
export const countOf = (rows, group) =>
  rows.reduce((sum, row) => sum + (group === 'all' ? row.ordered : GROUPS[group].reduce((n, state) => n + (row.states[state] ?? 0), 0)), 0);

/** In which of six shades a share is drawn, as campaigns draw theirs. @param {ErrandRow} row */
export const sharesOf = ({ ordered, done }) => ({ all: ordered, answered: done, hazardous: 0 });

/** An order with nothing in it, for the next two hours. @param {string} key @param {number} nowMs @returns {ErrandDraft} */
export const emptyOrder = (key, nowMs) => ({ key, kind: '', from: localOf(nowMs), until: localOf(nowMs + 2 * HOUR_MS), name: '', phone: '', address: '', wish: '' });

/** A draft by the clock of the town: times that nobody has touched move with it. @param {ErrandDraft} draft @param {ErrandDraft} first as it was before anything was written @param {number} nowMs @returns {ErrandDraft} */
export function retimed(draft, first, nowMs) {
  const now = emptyOrder(draft.key, nowMs);
  return { ...draft, from: draft.from === first.from ? now.from : draft.from, until: draft.until === first.until ? now.until : draft.until };
}

/** What was written, and the file chosen, for one errand; it outlasts whatever is drawn anew. @param {Record<string, ErrandNote>} notes @param {string | number} of @returns {ErrandNote} */
export const noteOf = (notes, of) => notes[of] ?? { words: '', file: null };

/** The notes with some more of one. @param {Record<string, ErrandNote>} notes @param {string | number} of @param {Partial<ErrandNote>} more */
export const noted = (notes, of, more) => ({ ...notes, [of]: { ...noteOf(notes, of), ...more } });

/** The notes without that of one, which has been sent. @param {Record<string, ErrandNote>} notes @param {string | number} of */
export const sent = (notes, of) => Object.fromEntries(Object.entries(notes).filter(([name]) => name !== String(of)));

/** A moment as a field of date and time wants it, in the reader's own time. @param {number} ms */
export function localOf(ms) {
  const at = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000);
  return at.toISOString().slice(0, 16);
}

/** What cannot be left out, and is not there yet; in the order of the page. @param {ErrandDraft} draft @param {boolean} placed @param {number} nowMs */
export function lacking({ kind, from, until, name, phone }, placed, nowMs) {
  const fits = from !== '' && until > from && Date.parse(until) > nowMs;
  return [
    ...(kind ? [] : ['kind']), ...(placed ? [] : ['place']), ...(fits ? [] : ['window']),
    ...(name.trim() ? [] : ['name']), ...(/^[+0-9][0-9 -]{5,28}$/.test(phone.trim()) ? [] : ['phone']),
  ];
}

/** What is sent. @param {ErrandDraft} draft @param {{ lon: number, lat: number } | null} place @param {string} grid */
export function orderBody(draft, place, grid) {
  const { key, kind, name, phone, address, wish } = draft;
  return {
    key, kind, from: new Date(draft.from).toISOString(), until: new Date(draft.until).toISOString(), name: name.trim(), phone: phone.trim(),
    ...(place ? { lon: Number(place.lon.toFixed(DIGITS)), lat: Number(place.lat.toFixed(DIGITS)) } : { grid }),
    ...(address.trim() ? { address: address.trim() } : {}), ...(wish.trim() ? { wish: wish.trim() } : {}),
  };
}

/** How far along the way an errand is; what left the way keeps no step. @param {string} state */
export const stepOf = (state) => (state === 'confirmed' ? STEPS.length : state === 'done' ? 4 : state === 'disputed' ? 3 : STEPS.indexOf(state) + 1);

/** Whether the wished time is over, so that a dispatch gives another. @param {{ state: string, until: string }} errand @param {number} nowMs */
export const isLate = ({ state, until }, nowMs) => state === 'disputed' || state === 'lapsed' || Date.parse(until) <= nowMs;

/** What a kind is called. @param {readonly ErrandKindInfo[]} kinds @param {string} code @param {Lang} lang */
export function kindName(kinds, code, lang) {
  const kind = kinds.find((one) => one.code === code);
  return kind ? (lang === 'zh' ? kind.nameZh : kind.nameEn) : code;
}
