import { kindOf, titleOf } from './title.js';

/** @param {PlaceProps} place @param {Words} words */
const name = (place, words) => titleOf(place, words);

/** @type {Column<PlaceProps>} */
const NAME = { key: 'name', value: (place) => place.nameZh || place.addressZh || null, show: name };
/** @type {Column<PlaceProps>} */
const ID = { key: 'code', value: (place) => place.id };
/** @type {Column<PlaceProps>} */
const SINCE = { key: 'from', value: (place) => place.validFrom, show: (place, words) => words.day(place.validFrom) };

/** @type {Column<PlaceProps>[]} */
export const estateColumns = [
  NAME,
  { key: 'gated', value: (estate) => estate.gated ?? null, show: kindOf },
  { key: 'community', value: (estate) => estate.community ?? null },
  { key: 'propertyCompany', value: (estate) => estate.propertyCompany ?? null },
  { key: 'aliases', value: (estate) => (estate.aliases ?? []).join('、') },
  SINCE,
  ID,
];

/** @type {Column<PlaceProps>[]} */
export const buildingColumns = [
  NAME,
  { key: 'use', value: (building) => building.use ?? null, show: kindOf },
  { key: 'households', numeric: true, value: (building) => building.households ?? null },
  { key: 'heightMeters', numeric: true, value: (building) => building.heightMeters ?? null, show: (building, words) => words.number(building.heightMeters ?? 0, 1) },
  SINCE,
  ID,
];

/** @type {Column<PlaceProps>[]} */
export const streetColumns = [
  NAME,
  { key: 'class', value: (street) => street.class ?? null, show: kindOf },
  { key: 'length', numeric: true, value: (street) => Math.round(street.lengthMeters ?? 0), show: (street, words) => words.length(street.lengthMeters ?? 0) },
  SINCE,
  ID,
];
