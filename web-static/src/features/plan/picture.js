import { onLattice } from '../../map/snap.js';
import { verticesOf } from './cursor.js';
import { gestureOf, linesOf, ringsToChooseFrom, wantsVertex } from './gesture.js';
import { resultOf } from './said.js';
import { facesOf } from './work.js';

/**
 * What the map shows of a state. Each source stays the same list while what it shows stays the same, so that the map
 * draws only what has changed.
 *
 * @returns {(state: PlanState) => PlanPicture}
 */
export function createPictures() {
  const once = createKept();
  return (state) => {
    const { plan, selected, micro, preview, problem, compare, work, sought, streets, conflict } = state;
    const before = compare?.side === 'before' ? compare.before : null;
    const grids = before ?? plan?.grids.features ?? state.communities;
    const chosen = plan ? selected : state.area;
    const hidden = preview && work ? facesOf(work).join(' ') : '';
    const about = work ? facesOf(work).join(' ') : '';
    const picked = new Set([...(chosen ? [chosen] : []), ...(work ? facesOf(work) : [])]);
    return {
      theme: state.theme, lang: state.lang, gesture: gestureOf(state), snap: state.snap,
      lines: once('lines', [plan, about, selected, micro, streets], () => linesOf(state)),
      sources: {
        grids: once('grids', [grids, [...picked].join(' ')], () => grids.map((grid) => gridFeature(grid, picked.has(grid.id)))),
        labels: once('labels', [grids, hidden], () => grids.filter((grid) => !hidden.split(' ').includes(grid.id)).map(labelFeature)),
        micro: once('micro', [micro], () => micro.map(({ geometry }) => feature(geometry, {}))),
        before: once('before', [compare], () => (compare ? compare.retired.map(({ geometry }) => feature(geometry, {})) : [])),
        theirs: once('theirs', [conflict, plan], () => grids.filter(({ id }) => conflict?.other.changed.includes(id)).map(({ geometry }) => feature(geometry, {}))),
        halves: once('halves', [preview], () => resultOf(preview).map((half, i) => feature(half.geometry, { half: (i % 2) + 1 }))),
        'half-labels': once('half-labels', [preview], () => resultOf(preview).map(labelFeature)),
        path: once('path', [preview, work, conflict], () => pathOf(preview, conflict?.work ?? work)),
        vertices: once('vertices', [plan, about, selected, wantsVertex(state)], () =>
          (wantsVertex(state) ? verticesOf(ringsToChooseFrom(state)).map((place) => point(place, {})) : [])),
        marks: once('marks', [work, state.pad.point], () => marksOf(work, state.pad.point)),
        place: once('place', [problem, sought], () => [
          ...(sought ? [point(sought, { sought: true })] : []),
          ...(hasPlace(problem) ? [point([problem.lon, problem.lat], { sought: false })] : []),
        ]),
      },
    };
  };
}

/** Keeps what was made for as long as the parts that it was made of stay the same. */
function createKept() {
  /** @type {Record<string, { parts: unknown[], made: any }>} */
  const kept = {};
  /** @template T @param {string} name @param {unknown[]} parts @param {() => T} make @returns {T} */
  return (name, parts, make) => {
    const before = kept[name];
    if (before && before.parts.every((part, i) => part === parts[i])) return before.made;
    const made = make();
    kept[name] = { parts, made };
    return made;
  };
}

/** @param {any} problem @returns {problem is { lon: number, lat: number }} */
export const hasPlace = (problem) => typeof problem?.lon === 'number' && typeof problem?.lat === 'number';

/** @param {Geometry | null} geometry @param {object} properties */
const feature = (geometry, properties) => ({ type: 'Feature', geometry, properties });
/** @param {Position} place @param {object} properties */
const point = (place, properties) => feature({ type: 'Point', coordinates: place }, properties);

/** @param {GeoFeature<any>} grid @param {boolean} chosen */
const gridFeature = (grid, chosen) => feature(grid.geometry, { face: grid.id, verdict: grid.properties.sizeRule?.verdict, chosen });

const MARKS = /** @type {Record<string, string>} */ ({ above: ' ▲', below: ' ▼', within: ' ✓' });

/** @param {GeoFeature<any>} grid */
function labelFeature({ properties }) {
  const { code, name, level, households, sizeRule, labelPoint } = properties;
  const text = level === 'community' ? name : `${code.slice(-3)}\n${households}${MARKS[sizeRule?.verdict] ?? ''}`;
  return point(labelPoint, { text });
}

/** @param {PlanPreview | null} preview @param {PlanWork | null} work */
function pathOf(preview, work) {
  if (preview) return (preview.path?.coordinates.length ?? 0) > 1 ? [feature(preview.path, {})] : [];
  return ['line', 'ring'].flatMap((name) => {
    const line = work?.values[name] ?? [];
    return line.length > 1 ? [feature({ type: 'LineString', coordinates: line }, {})] : [];
  });
}

/** The places of an operation: from where to where; of what is drawn with keys, the point that they move. @param {PlanWork | null} work @param {number} moving */
function marksOf(work, moving) {
  const places = ['at', 'from', 'to'].flatMap((name) => {
    const place = work?.values[name];
    return Array.isArray(place) ? [point(/** @type {Position} */ (place), { name })] : [];
  });
  const drawn = work?.how === 'keys' ? work.values.ring ?? work.values.line ?? [] : [];
  return [...places, ...drawn.map((/** @type {Position} */ place, /** @type {number} */ i) => point(place, { name: i === moving ? 'to' : 'at' }))];
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
