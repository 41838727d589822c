import { toWholeStep } from '../../app/live-state.js';
import { afterFrames } from './frame.js';

const PATH = '/api/live/positions?every=1';
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 15_000;
/** So often the map is told where people are. */
const STEP_MS = 1000;
/** The server says something at least every second: after so long without a word nobody is where the map says. */
const SILENCE_MS = 15_000;
/** What the server closes with when the session has ended: asking again would be in vain. */
const NOT_ALLOWED = 1008;

/**
 * Follows where everybody is, while the layer of people is on and the reader may see it.
 *
 * @param {Page} page
 */
export function followPeople(page) {
  const { store } = page;
  let socket = /** @type {WebSocket | null} */ (null);
  let pause = FIRST_PAUSE_MS;
  let timer = 0;
  let silence = 0;
  let told = /** @type {ReadonlyMap<number, Person>} */ (new Map());
  let frames = /** @type {Uint8Array[]} */ ([]);
  let step = 0;
  let shownAt = -STEP_MS;

  const wanted = () => {
    const { layers, site } = store.state();
    return layers.people && site.status === 'ready' && site.data.canRead.includes('positions');
  };
  const close = () => {
    clearTimeout(timer);
    clearTimeout(silence);
    clearTimeout(step);
    step = 0;
    socket?.close();
    socket = null;
  };
  const show = () => {
    step = 0;
    shownAt = performance.now();
    [told, frames] = [afterFrames(told, frames), []];
    tell(store, told, shownAt);
  };
  const take = (/** @type {Uint8Array} */ bytes) => {
    frames.push(bytes);
    if (step === 0) step = window.setTimeout(show, shownAt < 0 ? 0 : toWholeStep(performance.now(), STEP_MS));
  };
  const open = () => {
    close();
    if (!wanted()) return store.dispatch({ kind: 'people', people: new Map() });
    const mine = new WebSocket(new URL(PATH, location.href.replace(/^http/, 'ws')));
    socket = mine;
    mine.binaryType = 'arraybuffer';
    listenForSilence();
    mine.addEventListener('message', ({ data }) => {
      if (socket !== mine) return;
      pause = FIRST_PAUSE_MS;
      listenForSilence();
      take(new Uint8Array(data));
    });
    mine.addEventListener('close', ({ code }) => {
      if (socket !== mine || code === NOT_ALLOWED) return;
      timer = window.setTimeout(open, pause * (0.75 + Math.random() / 2));
      pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
    });
  };
  const listenForSilence = () => {
    clearTimeout(silence);
    silence = window.setTimeout(() => store.dispatch({ kind: 'people', people: allStale(store.state().people) }), SILENCE_MS);
  };
  store.watch(wanted, open);
  if (wanted()) open();
  return close;
}

/** What says nothing new changes nothing but when it was heard, which a wall tells. @param {Store} store @param {ReadonlyMap<number, Person>} people @param {number} heardMs */
function tell(store, people, heardMs) {
  const { people: before, wall } = store.state();
  const same = isSame(before, people);
  if (wall !== null) store.dispatch({ kind: 'people', people: same ? before : people, heardMs });
  else if (!same) store.dispatch({ kind: 'people', people });
}

/** @param {ReadonlyMap<number, Person>} before @param {ReadonlyMap<number, Person>} now */
function isSame(before, now) {
  if (before.size !== now.size) return false;
  for (const [number, person] of now) if (before.get(number) !== person) return false;
  return true;
}

/** @param {ReadonlyMap<number, Person>} people @returns {Map<number, Person>} */
export const allStale = (people) => new Map([...people].map(([number, person]) => [number, { ...person, state: 'stale' }]));
