/** What the table of a plan's grids knows, and what follows from what happens. Pure. */

/** Classes of a figure on the map. */
const CLASSES = 5;

/** @type {BalanceFigure[]} */
export const FIGURES = ['rule', 'households', 'population', 'buildings', 'cameras', 'squareMeters', 'compactness', 'onStreets'];

/** @returns {BalanceState} */
export const firstBalanceState = () => ({
  plan: null, balance: null, problem: null, open: true, sort: { by: 'code', descending: false }, figure: 'rule', proposed: null, said: '',
});

/** @param {BalanceState} state @param {BalanceInput} input @returns {BalanceState} */
export function reduceBalance(state, input) {
  switch (input.kind) {
    case 'asked':
      return { ...state, plan: input.plan, balance: state.plan === input.plan ? state.balance : null, problem: null, proposed: null };
    case 'came':
      return input.plan === state.plan ? { ...state, balance: input.balance, problem: null } : state;
    case 'failed':
      return { ...state, problem: input.problem };
    case 'none':
      return { ...state, plan: null, balance: null, problem: null, proposed: null, said: '' };
    case 'sort':
      return { ...state, sort: { by: input.by, descending: state.sort.by === input.by ? !state.sort.descending : input.by !== 'code' } };
    case 'figure':
      return { ...state, figure: input.figure };
    case 'open':
      return { ...state, open: input.open };
    case 'said':
      return { ...state, said: input.said };
    default:
      return proposed(state, input);
  }
}

/** @param {BalanceState} state @param {BalanceInput} input @returns {BalanceState} */
function proposed(state, input) {
  switch (input.kind) {
    case 'proposals-asked':
      return { ...state, proposed: { face: input.face, lines: null, problem: null } };
    case 'proposals-came':
      return state.proposed?.face === input.face ? { ...state, proposed: { face: input.face, lines: input.lines, problem: null } } : state;
    case 'proposals-failed':
      return state.proposed?.face === input.face ? { ...state, proposed: { face: input.face, lines: null, problem: input.problem } } : state;
    case 'proposals-gone':
      return state.proposed ? { ...state, proposed: null } : state;
    default:
      return state;
  }
}

/**
 * The balance after an edit, from the one before and what the edit's answer tells of the grids it changed; null where that
 * is not all there is to know.
 *
 * @param {Balance | null} before @param {Balance | undefined} told @param {{ id: string, properties: { code: string, name: string } }[]} grids
 * @returns {Balance | null}
 */
export function merged(before, told, grids) {
  if (!before || !told) return null;
  const known = new Map([...before.grids, ...told.grids].map((grid) => [grid.face, grid]));
  const rows = grids.flatMap(({ id, properties }) => {
    const grid = known.get(id);
    // New grids are numbered anew with every edit, also those the edit left alone.
    return grid ? [{ ...grid, code: properties.code, name: properties.name }] : [];
  });
  return rows.length === grids.length ? { ...told, grids: rows } : null;
}

/** @param {GridBalance[]} grids @param {Sort} sort */
export function sorted(grids, { by, descending }) {
  const value = (/** @type {any} */ grid) => (by === 'verdict' ? excess(grid) : grid[by]);
  const way = descending ? -1 : 1;
  return [...grids].sort((a, b) => {
    const [one, other] = [value(a), value(b)];
    const order = one < other ? -1 : one > other ? 1 : 0;
    return order === 0 ? (a.code < b.code ? -1 : 1) : way * order;
  });
}

/** How far out of its rules a grid is, as a share of the band's end; those with other problems before those with none. @param {GridBalance} grid */
function excess({ rules, problems }) {
  const worst = Math.max(0, ...rules.map(({ deviation, min, max }) => Math.abs(deviation) / Math.max(1, deviation > 0 ? max : min)));
  return worst + (problems.length > 0 ? 0.001 : 0);
}

/**
 * The grid with something wrong that comes after another one in the table, from the top again after the last; null where
 * nothing is wrong.
 *
 * @param {GridBalance[]} rows as they stand in the table @param {string | null} after
 */
export function nextProblem(rows, after) {
  const at = rows.findIndex(({ face }) => face === after);
  const onward = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  return onward.find(({ problems }) => problems.length > 0) ?? null;
}

/**
 * A figure in up to five classes of about as many grids each; grids with the same value are in the same class.
 *
 * @param {number[]} values @returns {FigureClass[]}
 */
export function classesOf(values) {
  const up = [...values].sort((a, b) => a - b);
  /** @type {FigureClass[]} */
  const classes = [];
  for (const value of up) {
    const last = classes.at(-1);
    const full = last && last.count >= up.length / CLASSES && classes.length < CLASSES;
    if (!last || (full && value > last.to)) classes.push({ from: value, to: value, count: 1 });
    else Object.assign(last, { to: value, count: last.count + 1 });
  }
  return classes;
}

/** Which class a value is in, from 0. @param {FigureClass[]} classes @param {number} value */
export const classOf = (classes, value) => classes.findIndex(({ to }) => value <= to);

/** How strongly a class is shaded, from 0 to 4: the last one always strongest. @param {number} i @param {number} classes */
export const shadeOf = (i, classes) => (classes > 1 ? Math.round((i * (CLASSES - 1)) / (classes - 1)) : 0);

/**
 * Dots for each grid along a scale of households, stacked where they would lie on one another.
 *
 * @param {GridBalance[]} grids @param {number} columns
 * @returns {{ end: number, tallest: number, dots: { grid: GridBalance, column: number, row: number }[] }}
 */
export function dotsOf(grids, columns) {
  const most = Math.max(1, ...grids.map(({ households }) => households), ...grids.flatMap(({ rules }) => rules.filter(isOfHouseholds).map(({ max }) => max * 1.2)));
  const end = Math.ceil(most / 50) * 50;
  /** @type {number[]} */
  const heights = new Array(columns).fill(0);
  const dots = [...grids].sort((a, b) => a.households - b.households).map((grid) => {
    const column = Math.min(columns - 1, Math.floor((grid.households / end) * columns));
    return { grid, column, row: heights[column]++ };
  });
  return { end, tallest: Math.max(1, ...heights), dots };
}

/** @param {BalanceRule} rule */
export const isOfHouseholds = ({ measure }) => measure === 'households';

/** The band most grids are held against; null without any rule. @param {GridBalance[]} grids */
export function bandOf(grids) {
  /** @type {Map<string, { min: number, max: number, n: number }>} */
  const bands = new Map();
  for (const { min, max } of grids.flatMap(({ rules }) => rules.filter(isOfHouseholds))) {
    const band = bands.get(`${min}-${max}`) ?? { min, max, n: 0 };
    band.n++;
    bands.set(`${min}-${max}`, band);
  }
  return [...bands.values()].sort((a, b) => b.n - a.n)[0] ?? null;
}
