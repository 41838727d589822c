import { SNAP_TO_ALL } from '../../map/snap.js';
import { changesBetween } from './changes.js';
import { aheadAfter } from './history.js';
import { asksAgain, beginWork, facesOf, stepWork } from './work.js';

/** What the planner's page knows, and what follows from what happens. Pure. */

/** @param {{ lang: Lang, theme: Theme, snap?: SnapTo }} reader @returns {PlanState} */
export const firstPlanState = ({ lang, theme, snap = SNAP_TO_ALL }) => ({
  lang, theme, site: null, communities: [], area: null, plans: null, plan: null, selected: null, micro: [], work: null, ahead: [],
  streets: [], buildings: [], snap, preview: null, reason: '', conflict: null, busy: false, problem: null, signIn: false, publishing: false,
  compare: null, sought: null, said: '', panel: 'shape', changes: null, pad: { point: 0, step: 1 },
});

/**
 * Nothing of an operation is left: it was made, or given up.
 *
 * @type {Pick<PlanState, 'work' | 'preview' | 'reason' | 'problem' | 'conflict'>}
 */
const NO_WORK = { work: null, preview: null, reason: '', problem: null, conflict: null };

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
      return { ...state, busy: false, problem: input.problem, work: state.work && !state.preview ? asksAgain(state.work) : state.work };
    case 'plan':
      return opened(state, input.plan, input.said ?? state.said);
    case 'renewed':
      return renewed(state, input.plan, input.said);
    case 'area':
      return { ...state, area: input.area };
    case 'sought':
      return { ...state, sought: input.place };
    case 'closed':
      return { ...state, ...NO_WORK, plan: null, selected: null, micro: [], ahead: [], streets: [], publishing: false, compare: null, said: '' };
    case 'panel':
      return { ...state, panel: input.panel };
    case 'select':
      return input.face === state.selected ? state : { ...state, ...NO_WORK, selected: input.face, micro: [], publishing: false };
    case 'micro':
      return input.face === state.selected ? { ...state, micro: input.micro } : state;
    default:
      return atWork(state, input);
  }
}

/** What happens to the operation that is being put together. @param {PlanState} state @param {WorkingInput} input @returns {PlanState} */
function atWork(state, input) {
  switch (input.kind) {
    case 'work':
      return withSelection({ ...state, ...NO_WORK, work: input.work, panel: 'shape', pad: { ...state.pad, point: 0 } });
    case 'did':
      return did(state, input.input);
    case 'line':
      // Put together elsewhere, such as a proposal: a split of the chosen grid.
      return withSelection({ ...state, ...NO_WORK, work: stepWork(beginWork('split', state.selected), { did: 'line', line: input.line }) });
    case 'preview':
      return { ...state, busy: false, problem: null, preview: input.preview };
    case 'reason':
      return { ...state, reason: input.reason };
    case 'conflict':
      return { ...state, busy: false, conflict: input.conflict, panel: 'shape' };
    case 'pad':
      return withPad(state, { ...state.pad, ...input.pad });
    case 'snap':
      return { ...state, snap: input.snap };
    case 'buildings':
      return { ...state, buildings: input.buildings };
    case 'streets':
      return { ...state, streets: input.streets };
    case 'said':
      return { ...state, said: input.said };
    case 'publishing':
      return { ...state, ...NO_WORK, publishing: input.on };
    case 'compare':
      return { ...state, busy: false, compare: input.compare };
    case 'compare-side':
      return state.compare ? { ...state, compare: { ...state.compare, side: input.side } } : state;
  }
}

/** The same where nothing changes: a field that has the focus asks for what is so already. @param {PlanState} state @param {PlanState['pad']} pad @returns {PlanState} */
const withPad = (state, pad) => (pad.point === state.pad.point && pad.step === state.pad.step ? state : { ...state, pad });

/** @param {PlanState} state @param {WorkInput} input @returns {PlanState} */
function did(state, input) {
  if (!state.work) return state;
  const work = stepWork(state.work, input);
  return work === state.work ? state : withSelection({ ...state, work, preview: null, problem: null });
}

/** The grid that an operation is about is the chosen one. @param {PlanState} state @returns {PlanState} */
function withSelection(state) {
  const [face] = state.work ? facesOf(state.work) : [];
  return !face || face === state.selected ? state : { ...state, selected: face, micro: [] };
}

/** @param {PlanState} state @param {PlanData} plan @param {string} said @returns {PlanState} */
function opened(state, plan, said) {
  const still = hasFace(plan, state.selected) ? state.selected : null;
  const other = state.plan?.id !== plan.id;
  return {
    ...state, ...NO_WORK, plan, said, busy: false, publishing: false, selected: other ? null : still,
    micro: still && !other ? state.micro : [], compare: other ? null : state.compare, ahead: aheadAfter(state.plan, state.ahead, plan),
    streets: other ? [] : state.streets, panel: other ? 'shape' : state.panel, changes: other ? null : changesBetween(state.plan, plan),
  };
}

/**
 * Somebody else drew in the plan: what is being put together stays, as long as its grids are still there.
 *
 * @param {PlanState} state @param {PlanData} plan @param {string} said @returns {PlanState}
 */
function renewed(state, plan, said) {
  const { work, reason } = state;
  const next = opened(state, plan, said);
  return work && facesOf(work).every((face) => hasFace(plan, face)) ? { ...next, work, reason } : next;
}

/** @param {PlanData} plan @param {string | null} face */
const hasFace = (plan, face) => plan.grids.features.some((grid) => grid.id === face);

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

/** @param {Position} place @param {0 | 1} axis @param {number} degrees @returns {Position} */
export const withAxis = (place, axis, degrees) => (axis === 0 ? [degrees, place[1]] : [place[0], degrees]);

/** @param {number} degrees */
const round = (degrees) => Math.round(degrees * 1e7) / 1e7;
