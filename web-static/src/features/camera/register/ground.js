import { isAbort, problemOf } from '../../../app/problem.js';
import { html, show } from '../../../ui/html.js';
import { loadingNote, problemNote } from '../../../ui/problem.js';
import { middleOf } from '../cover.js';
import { coverView } from '../cover-view.js';
import { proposalList } from '../proposals.js';
import { unseenList } from '../unseen.js';
import { PARTS } from './state.js';

const AGAIN_MS = 1_200;
const NEAR_ZOOM = 17;
const MOST_GRIDS = 10_000;
const PATHS = /** @type {Record<string, string>} */ ({ cover: '/api/cameras/cover', unseen: '/api/cameras/unseen', proposals: '/api/cameras/proposals' });

/** @type {CameraGround} */
export const NO_GROUND = { part: '', data: null, counting: null, problem: null, by: 'all', order: 'share', grid: '', spots: [], rank: 0, names: new Map() };

/**
 * What cameras see of the ground, beside the register: shares of grids, places nobody sees, where new cameras help.
 *
 * @param {HTMLElement} place @param {CameraPage} to
 */
export function mountGround(place, to) {
  const { store, words } = to;
  const reader = createReader(to);
  const draw = () => {
    const { view, ground } = store.state();
    place.hidden = view.part === '';
    if (view.part === '') return;
    show(place, ground.problem ? problemNote(ground.problem, words(), reader.look) : ground.data === null || ground.part !== view.part ? counting(ground, words()) : listOf(to, reader.spots));
  };
  return { draw, look: reader.look, dispose: reader.stop };
}

/** @param {CameraGround} ground @param {Words} words */
const counting = ({ counting: now }, words) => html`${loadingNote(words)}${now ? html`<p class="faint" role="status">${words.t('cover.counting', { done: words.number(now.done), of: words.number(now.of) })}</p>` : null}`;

/** @param {CameraPage} to @param {(grid: string) => void} lookAt */
function listOf({ store, words, go }, lookAt) {
  const { view, ground } = store.state();
  const goTo = (/** @type {Position} */ at, /** @type {number} */ rank) => {
    store.dispatch({ ground: { ...ground, rank }, pane: 'map' });
    go(at, NEAR_ZOOM);
  };
  if (view.part === 'unseen') return unseenList(/** @type {UnseenData} */ (ground.data), { words: words(), name: (grid) => ground.names.get(grid) ?? grid, go: goTo });
  if (view.part === 'proposals') return proposalList(/** @type {ProposalData} */ (ground.data), { words: words(), go: goTo });
  const shown = { grids: /** @type {CoverGrid[]} */ (ground.data), by: ground.by, order: ground.order, picked: ground.grid };
  return coverView(shown, { words: words(), pick: lookAt, show: (change) => store.dispatch({ ground: { ...store.state().ground, ...change } }) });
}

/**
 * Reads what is counted; what takes longer is asked for again until it is there.
 *
 * @param {CameraPage} to
 */
function createReader({ page, store, go }) {
  let abort = new AbortController();
  let timer = 0;
  const put = (/** @type {Partial<CameraGround>} */ change) => store.dispatch(({ ground }) => ({ ground: { ...ground, ...change } }));

  async function look() {
    const { view } = store.state();
    clearTimeout(timer);
    abort.abort();
    if (view.part === '') return put({ ...NO_GROUND, names: store.state().ground.names });
    abort = new AbortController();
    if (store.state().ground.part !== view.part) put({ ...NO_GROUND, part: view.part, names: store.state().ground.names });
    put({ problem: null });
    if (store.state().ground.names.size === 0) readNames();
    await ask(PATHS[view.part], { area: view.grid }, (answer) => put({ data: answer.grids ?? answer, counting: null }));
  }

  /** Without them grids are called by their codes. */
  const readNames = () => page.api.areas({ partition: 'tree', level: 'grid', geometry: 'none', limit: MOST_GRIDS }, MOST_GRIDS, abort.signal).then(
    ({ features }) => put({ names: new Map(features.map(({ properties }) => [properties.code, properties.name])) }),
    () => {},
  );

  /** @param {string} path @param {Record<string, unknown>} query @param {(answer: any) => void} taken */
  async function ask(path, query, taken) {
    try {
      const answer = await page.api.get(path, query, abort.signal);
      if (!isCounting(answer)) return taken(answer);
      put({ counting: answer });
      timer = window.setTimeout(() => ask(path, query, taken), AGAIN_MS);
    } catch (error) {
      if (!isAbort(error)) put({ problem: problemOf(error), counting: null });
    }
  }

  return {
    look,
    /** Shows where a grid has blind spots, and goes to the largest. @param {string} grid */
    spots(grid) {
      put({ grid, spots: [] });
      ask(`${PATHS.cover}/${encodeURIComponent(grid)}`, { by: store.state().ground.by }, ({ features }) => {
        put({ spots: features, counting: null });
        if (features.length > 0) go(middleOf(features[0].geometry));
      });
    },
    stop() {
      clearTimeout(timer);
      abort.abort();
    },
  };
}

/** Whether an answer says how far it has come, and not yet what came of it. @param {any} answer */
export const isCounting = (answer) => !answer.grids && !answer.features && typeof answer.done === 'number';

/** The tabs: the register, and what is told of the ground. @param {CameraPage} to */
export const groundTabs = ({ store, words, does }) => html`${PARTS.map((part) => html`<button type="button" aria-pressed=${String(part === store.state().view.part)} data-key=${`part-${part || 'register'}`}
  @click=${() => does.look({ part })}>${words().t(`cams.part.${part || 'register'}`)}</button>`)}`;
