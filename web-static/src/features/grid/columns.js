import { verdictBadge } from './verdict.js';

/** @type {Column<AreaProps>[]} */
export const areaColumns = [
  { key: 'name', value: (area) => area.name },
  { key: 'code', value: (area) => area.code },
  { key: 'households', numeric: true, value: (area) => area.households },
  { key: 'verdict', value: (area) => area.sizeRule?.verdict ?? 'none', show: (area, words) => verdictBadge(area.sizeRule, words) },
  { key: 'population', numeric: true, value: (area) => area.population },
  { key: 'kind', value: (area) => area.kind, show: (area, words) => words.word('kind', area.kind) },
  { key: 'head', value: (area) => area.inCharge.find(({ duty }) => duty === 'grid-head')?.staffCode ?? null },
];
