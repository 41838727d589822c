import { createSlot } from '../app/slot.js';
import { html, show } from './html.js';
import { loadingNote, problemNote } from './problem.js';

/**
 * A part of a page that reads something of its own and shows it: while it is on its way, when it came, when it failed.
 *
 * @template T
 * @param {HTMLElement} place
 * @param {{ words: () => Words, read: (signal: AbortSignal) => Promise<T>, content: (data: T, busy: boolean) => Node, over?: () => void }} options
 *   over: called when nobody is signed in any more
 * @returns {Part<T>}
 */
export function createPart(place, { words, read, content, over }) {
  /** @type {Resource<T>} */
  let now = { status: 'idle' };
  const data = () => (now.status === 'ready' ? now.data : now.status === 'loading' ? now.old : undefined);
  const draw = () => {
    const shown = data();
    place.setAttribute('aria-busy', String(now.status === 'loading'));
    if (now.status === 'failed') show(place, problemNote(now.problem, words(), reload));
    else show(place, shown === undefined ? loadingNote(words()) : html`${content(shown, now.status === 'loading')}`);
  };
  const slot = createSlot((/** @type {Resource<T>} */ next) => {
    now = next;
    if (now.status === 'failed' && now.problem.code === 'sign-in-needed') over?.();
    draw();
  }, () => now);
  const reload = () => slot.read(read);
  return {
    reload, draw, data,
    put: (value) => {
      slot.stop();
      now = { status: 'ready', data: value };
      draw();
    },
  };
}
