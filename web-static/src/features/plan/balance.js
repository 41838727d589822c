import { createCalls } from '../../app/call.js';
import { saveFile, toCsv } from '../../app/export.js';
import { isAbort, problemOf } from '../../app/problem.js';
import { createStore } from '../../app/store.js';
import { show } from '../../ui/html.js';
import { listenToBalanceKeys } from './balance-keys.js';
import { balanceSources } from './balance-picture.js';
import { firstBalanceState, merged, nextProblem, reduceBalance, sorted } from './balance-state.js';
import { COLUMNS, balanceView } from './balance-view.js';

/** Where the map needs the room, its figures open when they are asked for. */
const NARROW = '(max-width: 1279px), (max-height: 699px)';

/**
 * The figures of the open plan's grids below the map: kept in step with every edit, linked to the map both ways.
 *
 * @param {HTMLElement} place
 * @param {{ store: PlanStore, actions: PlanActions, words: () => Words, shown: () => void }} page shown: called when the map has to be drawn anew
 * @returns {(picture: PlanPicture) => PlanPicture} puts what belongs on the map into a picture of the plan
 */
export function mountBalance(place, { store, actions, words, shown }) {
  const mine = createStore({ ...firstBalanceState(), open: !window.matchMedia(NARROW).matches }, reduceBalance);
  const calls = createCalls(() => {}, () => store.state().lang);
  const reading = createReading(mine, store, calls);
  const doing = createActions({ mine, store, actions, words, calls, reading });
  const draw = () => {
    const { plan, selected, busy } = store.state();
    place.hidden = plan === null;
    show(place, plan ? balanceView(mine.state(), { selected, busy, draft: plan.state === 'draft', words: words(), actions: doing }) : null);
  };
  store.watch(({ plan }) => plan, reading.follow);
  store.watch(({ selected }) => selected, (selected) => {
    if (mine.state().proposed && mine.state().proposed?.face !== selected) mine.dispatch({ kind: 'proposals-gone' });
    draw();
    place.querySelector('tr.picked')?.scrollIntoView({ block: 'nearest' });
  });
  for (const part of /** @type {const} */ (['lang', 'theme', 'busy', 'plan'])) store.watch((state) => state[part], draw);
  mine.watch((state) => state, () => {
    draw();
    shown();
  });
  listenToBalanceKeys({ mine, store, doing });
  draw();
  const sources = balanceSources();
  return (picture) => ({ ...picture, sources: { ...picture.sources, ...sources(mine.state(), store.state()) } });
}

/**
 * Keeps the balance in step with the plan: from the answer of an edit where that tells enough, else by asking.
 *
 * @param {StoreOf<BalanceState, BalanceInput>} mine @param {PlanStore} store @param {ReturnType<typeof createCalls>} calls
 */
function createReading(mine, store, calls) {
  let abort = new AbortController();
  const read = async () => {
    const { plan } = store.state();
    abort.abort();
    if (!plan) return;
    abort = new AbortController();
    const { signal } = abort;
    try {
      mine.dispatch({ kind: 'came', plan: String(plan.id), balance: await calls.get(`/api/plans/${plan.id}/balance`, {}, signal) });
    } catch (error) {
      if (!signal.aborted && !isAbort(error)) mine.dispatch({ kind: 'failed', problem: problemOf(error) });
    }
  };
  return {
    read,
    /** @param {(PlanData & { balance?: Balance }) | null} plan */
    follow(plan) {
      if (!plan) return mine.dispatch({ kind: 'none' });
      const before = mine.state().plan === String(plan.id) ? mine.state().balance : null;
      const after = merged(before, plan.balance, plan.grids.features);
      mine.dispatch({ kind: 'asked', plan: String(plan.id) });
      if (!after) return void read();
      abort.abort();
      mine.dispatch({ kind: 'came', plan: String(plan.id), balance: after });
    },
  };
}

/**
 * @param {{ mine: StoreOf<BalanceState, BalanceInput>, store: PlanStore, actions: PlanActions, words: () => Words,
 *   calls: ReturnType<typeof createCalls>, reading: { read(): Promise<void> } }} page
 * @returns {BalanceActions}
 */
function createActions({ mine, store, actions, words, calls, reading }) {
  const rows = () => sorted(mine.state().balance?.grids ?? [], mine.state().sort);
  const { signal } = new AbortController();
  const line = (/** @type {number} */ n) => {
    const found = mine.state().proposed?.lines?.[n]?.geometry.coordinates;
    if (found) store.dispatch({ kind: 'line', line: found });
    return found !== undefined;
  };
  return {
    sort: (by) => mine.dispatch({ kind: 'sort', by }),
    figure: (figure) => mine.dispatch({ kind: 'figure', figure }),
    toggle: () => mine.dispatch({ kind: 'open', open: !mine.state().open }),
    pick: (face) => actions.select(face),
    nextProblem() {
      const next = nextProblem(rows(), store.state().selected);
      if (next) actions.select(next.face);
      mine.dispatch({ kind: 'said', said: next ? problemSaid(next, words()) : words().t('balance.no-problem') });
    },
    async propose(face) {
      const { plan } = store.state();
      if (!plan) return;
      mine.dispatch({ kind: 'proposals-asked', face });
      try {
        const found = await calls.get(`/api/plans/${plan.id}/proposals`, { face }, signal);
        mine.dispatch({ kind: 'proposals-came', face, lines: found.features });
        mine.dispatch({ kind: 'said', said: words().t('balance.proposed', { n: found.features.length }) });
      } catch (error) {
        mine.dispatch({ kind: 'proposals-failed', face, problem: problemOf(error) });
      }
    },
    show: (n) => void (line(n) && actions.preview()),
    take: async (n) => void (line(n) && (await actions.confirm())),
    save() {
      const titles = COLUMNS.map(({ key }) => words().t(`column.${key}`));
      saveFile(`balance-${mine.state().plan}.csv`, 'text/csv', toCsv(titles, rows().map((row) => COLUMNS.map(({ value }) => value(row)))));
    },
    retry: () => void reading.read(),
  };
}

/** @param {GridBalance} grid @param {Words} words */
function problemSaid({ code, problems }, words) {
  return words.t('balance.problem', { code: code.slice(-3), what: problems.map((problem) => words.word('balance.problem', problem)).join('、') });
}
