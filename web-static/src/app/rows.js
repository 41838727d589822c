import { isClosed } from '../features/incident/mark.js';
import { heldBy } from './slot.js';

/** Rows of the tables: which are shown, in which order. */

/**
 * What a list holds now, or held until it is read anew. Closed incidents only when they are asked for.
 *
 * @param {State} state @param {ListKind} kind
 * @returns {GeoFeature<any>[]}
 */
export function listed(state, kind) {
  if (kind === 'people') return peopleIn(state);
  const features = heldBy(state.lists[kind])?.features ?? [];
  return kind === 'incidents' && !state.closedToo ? features.filter((feature) => !isClosed(feature.properties)) : features;
}

/**
 * How a list stands: what it holds, or why it does not.
 *
 * @param {State} state @param {ListKind} kind
 * @returns {Resource<Rows>}
 */
export function standingOf(state, kind) {
  if (kind !== 'people') return state.lists[kind];
  return { status: 'ready', data: { scope: '', features: peopleIn(state), next: null } };
}

/** What is picked, where the page knows it. @param {State} state @returns {GeoFeature<any> | null} */
export function pickedFeature({ picked, people, names, lists }) {
  if (!picked) return null;
  if (picked.kind === 'people') {
    const person = [...people.values()].find(({ staffCode }) => staffCode === picked.id);
    return person ? personFeature(person, names) : null;
  }
  return heldBy(lists[picked.kind])?.features.find((feature) => feature.properties.id === picked.id) ?? null;
}

/**
 * Those who are in the chosen area, or everybody: codes of grids begin with those of the areas they lie in.
 *
 * @param {State} state
 * @returns {GeoFeature<PersonProps>[]}
 */
function peopleIn({ people, names, selected }) {
  const code = selected?.partition === 'tree' ? selected.code : '';
  return [...people.values()].filter((person) => person.grid.startsWith(code)).map((person) => personFeature(person, names));
}

/** @param {Person} person @param {State['names']} names @returns {GeoFeature<PersonProps>} */
function personFeature({ staffCode, lng, latitude, state, grid, saidMs, generated }, names) {
  return {
    type: 'Feature', id: staffCode, geometry: { type: 'Point', coordinates: [lng, latitude] },
    properties: { id: staffCode, staffCode, name: names.get(staffCode) ?? null, state, grid: grid || null, at: new Date(saidMs).toISOString(), generated },
  };
}

/**
 * The rows that have a text in any column, in the order of a column. Rows of equal value stay in the order they came.
 *
 * @param {GeoFeature<any>[]} features
 * @param {Column<any>[]} columns
 * @param {{ sort: Sort, filter: string, words: Words }} by
 * @returns {GeoFeature<any>[]}
 */
export function arranged(features, columns, { sort, filter, words }) {
  const column = columns.find((c) => c.key === sort.by);
  const wanted = filter.trim().toLowerCase();
  const kept = wanted === '' ? features : features.filter((feature) => hasText(feature, columns, wanted, words));
  if (!column) return kept;
  const collator = new Intl.Collator(words.lang, { numeric: true });
  const sign = sort.descending ? -1 : 1;
  return [...kept].sort((a, b) => compare(column.value(a.properties), column.value(b.properties), { collator, sign }));
}

/** @param {GeoFeature<any>} feature @param {Column<any>[]} columns @param {string} wanted @param {Words} words */
function hasText(feature, columns, wanted, words) {
  return columns.some((column) => cellText(column, feature.properties, words).toLowerCase().includes(wanted));
}

/**
 * A cell as the reader sees it, when that is text; else its value.
 *
 * @param {Column<any>} column @param {any} properties @param {Words} words
 */
export function cellText(column, properties, words) {
  const shown = column.show?.(properties, words);
  return typeof shown === 'string' ? shown : String(column.value(properties) ?? '');
}

/**
 * Nothing comes after everything, whichever the order of the rest.
 *
 * @param {string | number | boolean | null} a @param {string | number | boolean | null} b
 * @param {{ collator: Intl.Collator, sign: number }} by
 */
function compare(a, b, { collator, sign }) {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)));
}
