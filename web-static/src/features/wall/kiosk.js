/** What a link to the wall says, so that a screen needs no hand. Nothing here touches the document or the server. */

export const FIGURES = ['open', 'overdue', 'people', 'received', 'closing-rate', 'on-time-rate', 'handling-minutes', 'none'];
export const DENSITIES = ['marks', 'counts', 'heat'];
/** Whole minutes would be long for a look, and a picture that changes faster cannot be read. */
const ROTATE = { least: 10, most: 600 };

/** @type {Readonly<WallAsked>} */
export const USUAL = { rotateSeconds: 30, distanceMm: null, screenMm: null, sound: true, views: [] };

/**
 * What an address asks of the wall; what makes no sense in it is as if it were not there.
 *
 * @param {URLSearchParams} query @returns {WallAsked}
 */
export function askedOf(query) {
  const rotate = query.get('rotate');
  return {
    rotateSeconds: rotate === null ? USUAL.rotateSeconds : rotate === '0' ? 0 : (within(rotate, ROTATE) ?? USUAL.rotateSeconds),
    distanceMm: metres(query.get('distance'), 50),
    screenMm: metres(query.get('screen'), 20),
    sound: query.get('sound') !== 'off',
    views: viewsOf(query),
  };
}

/** The query of a link, without what is so anyway. @param {WallAsked} asked @returns {URLSearchParams} */
export function queryOf(asked) {
  const query = new URLSearchParams({ wall: '' });
  if (asked.rotateSeconds !== USUAL.rotateSeconds) query.set('rotate', String(asked.rotateSeconds));
  if (asked.distanceMm) query.set('distance', String(asked.distanceMm / 1000));
  if (asked.screenMm) query.set('screen', String(asked.screenMm / 1000));
  if (!asked.sound) query.set('sound', 'off');
  if (asked.views.length > 0) query.set('views', asked.views.map(formatView).join('|'));
  return query;
}

/** Whoever asks for a figure or a way of drawing alone wants that and no other. @param {URLSearchParams} query @returns {WallView[]} */
function viewsOf(query) {
  const [figure, density] = [oneOf(FIGURES, query.get('figure')), oneOf(DENSITIES, query.get('density'))];
  if (figure || density) return [{ name: '', place: null, figure: figure ?? 'open', density: density ?? 'marks' }];
  return (query.get('views') ?? '').split('|').map(parseView).filter((view) => view !== null).slice(0, 20);
}

/** A view as `name~zoom/latitude/longitude~figure~density`, the place empty for the whole. @param {WallView} view */
export const formatView = ({ name, place, figure, density }) =>
  [name.replace(/[~|]/g, ' '), place ? `${place.zoom.toFixed(2)}/${place.lat.toFixed(5)}/${place.lng.toFixed(5)}` : '', figure, density].join('~');

/** @param {string} text @returns {WallView | null} */
export function parseView(text) {
  const [name, where, figure = '', density = ''] = text.split('~');
  if (where === undefined) return null;
  const at = where.split('/').map(Number);
  const sound = at.length === 3 && at.every(Number.isFinite) && at[0] >= 0 && at[0] <= 22 && Math.abs(at[1]) <= 85 && Math.abs(at[2]) <= 180;
  if (where !== '' && !sound) return null;
  return { name: name.slice(0, 40), place: where === '' ? null : { zoom: at[0], lat: at[1], lng: at[2] }, figure: oneOf(FIGURES, figure) ?? 'open', density: oneOf(DENSITIES, density) ?? 'marks' };
}

/** @param {string} text @param {{ least: number, most: number }} limits */
function within(text, { least, most }) {
  const value = Number(text);
  return Number.isFinite(value) && value >= least && value <= most ? Math.round(value) : null;
}

/** Metres as millimetres. @param {string | null} text @param {number} most */
function metres(text, most) {
  const value = Number(text ?? '');
  return value >= 0.1 && value <= most ? Math.round(value * 1000) : null;
}

/** @param {readonly string[]} words @param {string | null} word */
const oneOf = (words, word) => words.find((known) => known === word) ?? null;
