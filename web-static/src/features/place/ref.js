/** How a place is named in addresses, and which place a searched hit is. Pure. */

/** @type {Readonly<Record<string, string>>} */
const OF_HITS = {
  estate: 'estates', building: 'buildings', unit: 'units', household: 'households', street: 'streets', 'street-number': 'street-numbers',
  'point-of-interest': 'points-of-interest',
};
const KNOWN = new Set([...Object.values(OF_HITS), 'grounds']);

/** The place of a hit; null for what has no card. @param {Pick<PlaceHit, 'kind' | 'id'>} hit @returns {PlaceRef | null} */
export function refOfHit({ kind, id }) {
  // Water and green are searched for among the points of interest.
  if (id.startsWith('ground-')) return { kind: 'grounds', id };
  return OF_HITS[kind] ? { kind: OF_HITS[kind], id } : null;
}

/** @param {string | null} text @returns {PlaceRef | null} */
export function parseRef(text) {
  const [kind, id, ...more] = (text ?? '').split('/');
  return KNOWN.has(kind) && id && more.length === 0 ? { kind, id } : null;
}

/** @param {PlaceRef} ref */
export const formatRef = ({ kind, id }) => `${kind}/${id}`;

/** @param {PlaceRef | null} a @param {PlaceRef | null} b */
export const samePlace = (a, b) => a === b || (!!a && !!b && a.kind === b.kind && a.id === b.id);
