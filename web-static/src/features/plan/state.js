import { changesBetween } from './changes.js';

/** What the planner's page knows, and what follows from what happens. Pure. */

/** @param {{ lang: Lang, theme: Theme }} reader @returns {PlanState} */
export const firstPlanState = ({ lang, theme }) => ({
  lang, theme, site: null, communities: [], area: null, plans: null, plan: null, selected: null, micro: [], tool: null, line: [],
  preview: null, reason: '', busy: false, problem: null, signIn: false, publishing: false, compare: null, sought: null, said: '',
  panel: 'shape', changes: null,
});

/**
 * Nothing of a split is left: it was made, or given up.
 *
 * @type {Pick<PlanState, 'tool' | 'line' | 'preview' | 'reason' | 'problem'>}
 */
const NO_SPLIT = { tool: null, line: [], preview: null, reason: '', problem: null };

/** @param {PlanState} state @param {PlanInput} input @returns {PlanState} */
export function reducePlan(state, input) {
  switch (input.kind) {
    case 'reader':
      return { ...state, ...input.reader };
    case 'loaded':
      return { ...state, ...input.loaded, signIn: false };
    case 'sign-in':
      return { ...state, signIn: true, busy: false };
    case 'busy':
      return { ...state, busy: input.on, problem: input.on ? null : state.problem };
    case 'failed':
      return { ...state, busy: false, problem: input.problem, tool: state.tool === 'draw' && !state.preview ? 'draw' : state.tool };
    case 'plan':
      return opened(state, input.plan, input.said ?? state.said);
    case 'area':
      return { ...state, area: input.area };
    case 'sought':
      return { ...state, sought: input.place };
    case 'closed':
      return { ...state, ...NO_SPLIT, plan: null, selected: null, micro: [], publishing: false, compare: null, said: '', panel: 'shape', changes: null };
    case 'panel':
      return { ...state, panel: input.panel };
    case 'select':
      return input.face === state.selected ? state : { ...state, ...NO_SPLIT, selected: input.face, micro: [], publishing: false };
    case 'micro':
      return input.face === state.selected ? { ...state, micro: input.micro } : state;
    case 'tool':
      return { ...state, ...NO_SPLIT, tool: input.tool, line: input.line ?? [] };
    case 'line':
      return { ...state, line: input.line, preview: null };
    case 'preview':
      return { ...state, busy: false, problem: null, preview: input.preview };
    case 'reason':
      return { ...state, reason: input.reason };
    case 'publishing':
      return { ...state, ...NO_SPLIT, publishing: input.on };
    case 'compare':
      return { ...state, busy: false, compare: input.compare };
    case 'compare-side':
      return state.compare ? { ...state, compare: { ...state.compare, side: input.side } } : state;
  }
}

/** @param {PlanState} state @param {PlanData} plan @param {string} said @returns {PlanState} */
function opened(state, plan, said) {
  const still = plan.grids.features.some((grid) => grid.id === state.selected) ? state.selected : null;
  const other = state.plan?.id !== plan.id;
  return {
    ...state, ...NO_SPLIT, plan, said, busy: false, publishing: false, selected: other ? null : still,
    micro: still && !other ? state.micro : [], compare: other ? null : state.compare,
    panel: other ? 'shape' : state.panel, changes: other ? null : changesBetween(state.plan, plan),
  };
}

/**
 * A first line for whoever types: through the middle of a grid, from beyond its west to beyond its east.
 *
 * @param {Box} box @returns {Position[]}
 */
export function lineAcross([west, south, east, north]) {
  const beyond = (east - west) * 0.05;
  const middle = round((south + north) / 2);
  return [[round(west - beyond), middle], [round(east + beyond), middle]];
}

/**
 * Moves a coordinate of a point by steps of about a metre.
 *
 * @param {Position[]} line @param {{ point: number, axis: 0 | 1, steps: number }} move @returns {Position[]}
 */
export function nudged(line, { point, axis, steps }) {
  return line.map((place, i) => (i === point ? withAxis(place, axis, round(place[axis] + steps * 0.00001)) : place));
}

/** @param {Position} place @param {0 | 1} axis @param {number} degrees @returns {Position} */
export const withAxis = (place, axis, degrees) => (axis === 0 ? [degrees, place[1]] : [place[0], degrees]);

/** @param {number} degrees */
const round = (degrees) => Math.round(degrees * 1e7) / 1e7;
