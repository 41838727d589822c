import { heldBy } from '../../app/slot.js';
import { quadsOf } from '../../map/wall-quads.js';
import { classOf, limitsOf, valuesOf } from './classes.js';
import { strength, freshness, LAYERS } from './fresh.js';
import { markOf, rankOf } from './marks.js';
import { createWalkers } from './walkers.js';

/** @type {readonly GeoFeature<WallPastPerson>[]} */
const NOBODY = [];

/** Where somebody stood then; whereto they went is not told. @param {GeoFeature<WallPastPerson>} one */
const stood = ({ geometry, properties }) => marked(properties.staffCode, /** @type {Geometry} */ (geometry).coordinates, { mark: 'person-standing', rank: 1, heading: 0 });

/**
 * Makes what the map shows of the wall's state. A part is made anew only when what it is made of has changed.
 *
 * @param {WallPage} to
 */
export function createPicture(to) {
  const { page, wall } = to;
  const walkers = createWalkers();
  const people = remembering((/** @type {ReadonlyMap<number, Person>} */ all, /** @type {readonly GeoFeature<WallPastPerson>[] | null} */ past) => (past ? quadsOf(past.map(stood)) : walkers(all)));
  const incidents = remembering((/** @type {GeoFeature<IncidentProps>[]} */ all, /** @type {number} */ minute) => byId(all.filter(({ geometry }) => geometry).map(({ geometry, properties }) => {
    const mark = markOf(properties, minute * 60_000);
    return marked(properties.id, /** @type {Geometry} */ (geometry).coordinates, { mark, rank: rankOf(mark), heading: 0 });
  })));
  const cameras = remembering((/** @type {Rows | null} */ rows) => byId((rows?.features ?? []).filter(({ geometry }) => geometry).map(({ geometry, properties }) => marked(properties.id, /** @type {Geometry} */ (geometry).coordinates, { mark: `camera-${properties.state === 'online' ? 'on' : 'off'}`, rank: 0, heading: 0 }))));
  const values = remembering((/** @type {string} */ figure, /** @type {GeoFeature<IncidentProps>[]} */ all, /** @type {unknown} */ _who, /** @type {WallFigures | null} */ figures) =>
    valuesOf(figure, { incidents: all.map(({ properties }) => properties), people: figure === 'people' ? page.store.state().people.values() : [], areas: figures?.areas ?? [] }));
  const classes = remembering((/** @type {string} */ figure, /** @type {ReadonlyMap<string, WallValue>} */ of, /** @type {readonly number[]} */ limits, /** @type {ReadonlyMap<string, string>} */ names) => classesOf(figure, of, { limits, names }));
  const counts = remembering((/** @type {GeoFeature<IncidentProps>[]} */ all, /** @type {ReadonlyMap<string, Position>} */ points) => countsOf(all, points));
  const calls = remembering((/** @type {State['whistles']} */ all, /** @type {boolean} */ past, /** @type {Words} */ words) => (past ? [] : all.filter(({ geometry }) => geometry).map(({ geometry, properties }) => ({ at: /** @type {Geometry} */ (geometry).coordinates, kind: properties.unheardSince ? 'unheard' : properties.reached ? 'past' : 'calls', text: words.t('wall.called', { level: words.word('whistle-level', properties.level) }) }))));
  const weights = remembering((/** @type {string} */ text) => /** @type {Record<WallLayer, number>} */ (JSON.parse(text)));

  return () => {
    const state = page.store.state();
    const { figure, density, figures, names, points, past, heard } = wall.state();
    const all = to.incidents();
    const of = values(figure, all, figure === 'people' ? state.people : null, figure === 'open' || figure === 'overdue' ? null : figures);
    const limits = limitsOf(figure, of.values());
    const nowMs = performance.now();
    return {
      values: of, limits,
      picture: /** @type {WallPicture} */ ({
        theme: state.theme, past: past !== null, level: 'grid', density,
        classes: classes(figure, of, limits, names),
        incidents: incidents(all, Math.floor(to.nowMs() / 60_000)),
        people: people(state.people, past ? (past.people ?? NOBODY) : null),
        cameras: cameras(heldBy(state.lists.cameras) ?? null),
        counts: counts(all, points),
        calls: calls(state.whistles, past !== null, to.words()),
        strength: weights(JSON.stringify(Object.fromEntries(LAYERS.map((layer) => [layer, past ? 1 : strength(freshness(layer, heard[layer], nowMs), layer)])))),
      }),
    };
  };
}

/** The last answer is kept for the same questions. @template {any[]} A @template R @param {(...asked: A) => R} make @returns {(...asked: A) => R} */
function remembering(make) {
  /** @type {A | null} */
  let before = null;
  /** @type {R} */
  let answer;
  return (...asked) => {
    if (before && asked.every((one, i) => one === before?.[i])) return answer;
    before = asked;
    answer = make(...asked);
    return answer;
  };
}

/** @param {string} id @param {Position} at @param {{ mark: string, rank: number, heading: number }} how @returns {WallMark} */
const marked = (id, at, { mark, rank, heading }) => ({ id, at, mark, rank, heading, key: `${at[0]} ${at[1]} ${mark} ${heading}` });

/** @param {WallMark[]} marks @returns {ReadonlyMap<string, WallMark>} */
const byId = (marks) => new Map(marks.map((one) => [one.id, one]));

/** Areas without a case are calm where cases are counted, and of nothing where a share is. @param {string} figure @param {ReadonlyMap<string, WallValue>} values @param {{ limits: readonly number[], names: ReadonlyMap<string, string> }} by */
function classesOf(figure, values, { limits, names }) {
  /** @type {Map<string, number>} */
  const classes = new Map();
  if (figure === 'none') return classes;
  const counts = !figure.endsWith('-rate') && figure !== 'handling-minutes';
  if (counts) for (const code of names.keys()) if (code.length === 15) classes.set(code, 0);
  for (const [code, { value }] of values) classes.set(code, classOf(figure, value, limits));
  return classes;
}

/** How many lie in each grid, where its label stands. @param {GeoFeature<IncidentProps>[]} all @param {ReadonlyMap<string, Position>} points */
function countsOf(all, points) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { properties: { grid } } of all) if (grid) counts.set(grid, (counts.get(grid) ?? 0) + 1);
  return [...counts].flatMap(([code, n]) => {
    const at = points.get(code);
    return at ? [{ at, n }] : [];
  });
}
