import { onLattice, ringsOf } from '../../map/snap.js';

/**
 * What the map shows of a state. Each source stays the same list while what it shows stays the same, so that the map
 * draws only what has changed.
 *
 * @returns {(state: PlanState) => PlanPicture}
 */
export function createPictures() {
  /** @type {Record<string, { parts: unknown[], features: object[] }>} */
  const kept = {};
  /** @param {string} name @param {unknown[]} parts @param {() => object[]} make */
  const once = (name, parts, make) => {
    const before = kept[name];
    if (before && before.parts.every((part, i) => part === parts[i])) return before.features;
    kept[name] = { parts, features: make() };
    return kept[name].features;
  };
  return (state) => {
    const { plan, selected, micro, preview, line, problem, compare, tool, sought } = state;
    const before = compare?.side === 'before' ? compare.before : null;
    const grids = before ?? plan?.grids.features ?? state.communities;
    const chosen = plan ? selected : state.area;
    const hidden = preview ? selected : null;
    return {
      theme: state.theme, lang: state.lang, drawing: tool === 'draw' && !preview && !state.busy,
      borders: bordersOf(state),
      sources: {
        grids: once('grids', [grids, chosen], () => grids.map((grid) => gridFeature(grid, chosen))),
        labels: once('labels', [grids, hidden], () => grids.filter((grid) => grid.id !== hidden).map(labelFeature)),
        micro: once('micro', [micro], () => micro.map(({ geometry }) => feature(geometry, {}))),
        before: once('before', [compare], () => (compare ? compare.retired.map(({ geometry }) => feature(geometry, {})) : [])),
        halves: once('halves', [preview], () => halves(preview).map((half, i) => feature(half.geometry, { half: i + 1 }))),
        'half-labels': once('half-labels', [preview], () => halves(preview).map(labelFeature)),
        path: once('path', [preview, line], () => pathOf(preview, line)),
        place: once('place', [problem, sought], () => [
          ...(sought ? [feature({ type: 'Point', coordinates: sought }, { sought: true })] : []),
          ...(hasPlace(problem) ? [feature({ type: 'Point', coordinates: [problem.lon, problem.lat] }, { sought: false })] : []),
        ]),
      },
    };
  };
}

/** @param {PlanPreview | null} preview */
const halves = (preview) => preview?.made.features ?? [];

/** @param {any} problem @returns {problem is { lon: number, lat: number }} */
const hasPlace = (problem) => typeof problem?.lon === 'number' && typeof problem?.lat === 'number';

/** @param {Geometry | null} geometry @param {object} properties */
const feature = (geometry, properties) => ({ type: 'Feature', geometry, properties });

/** @param {GeoFeature<any>} grid @param {string | null} selected */
const gridFeature = (grid, selected) =>
  feature(grid.geometry, { face: grid.id, verdict: grid.properties.sizeRule?.verdict, chosen: grid.id === selected });

const MARKS = /** @type {Record<string, string>} */ ({ above: ' ▲', below: ' ▼', within: ' ✓' });

/** @param {GeoFeature<any>} grid */
function labelFeature({ properties }) {
  const { code, name, level, households, sizeRule, labelPoint } = properties;
  const text = level === 'community' ? name : `${code.slice(-3)}\n${households}${MARKS[sizeRule?.verdict] ?? ''}`;
  return feature({ type: 'Point', coordinates: labelPoint }, { text });
}

/** @param {PlanPreview | null} preview @param {Position[]} line */
function pathOf(preview, line) {
  if (preview) return [feature(preview.path, {})];
  return line.length > 1 ? [feature({ type: 'LineString', coordinates: line }, {})] : [];
}

/**
 * What a drawn line snaps to: the outline of the chosen grid, and the borders of its micro-grids inside.
 *
 * @param {PlanState} state @returns {{ outer: boolean, ring: Position[] }[]}
 */
export function bordersOf({ plan, selected, micro }) {
  const grid = plan?.grids.features.find(({ id }) => id === selected);
  if (!grid) return [];
  const outer = ringsOf(grid.geometry).map((ring) => ({ outer: true, ring }));
  return [...outer, ...micro.flatMap(({ geometry }) => ringsOf(geometry).map((ring) => ({ outer: false, ring })))];
}

/**
 * The numbers somebody typed as a place, or null where they are none.
 *
 * @param {string} lon @param {string} lat @returns {Position | null}
 */
export function placeOf(lon, lat) {
  const numbers = [Number(lon), Number(lat)];
  const good = lon.trim() !== '' && lat.trim() !== '' && Math.abs(numbers[0]) <= 180 && Math.abs(numbers[1]) <= 90;
  return good ? [onLattice(numbers[0]), onLattice(numbers[1])] : null;
}
