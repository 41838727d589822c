import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { loadingNote, problemNote } from '../../ui/problem.js';
import { secondsLeft } from './sign-in-state.js';
import { ASKING, clockText, failed, next, shown } from './wall-state.js';

const PATH = '/api/devices/pairings';
const POLL_MS = 3000;
const TICK_MS = 1000;
const AGAIN_SECONDS = 15;

/**
 * A screen asks to be let in: it shows a code, and goes on by itself when that is approved. Nobody sits before it, so it also
 * asks again by itself.
 *
 * @param {HTMLElement} place @param {Pick<StartPage, 'words' | 'api'>} page
 * @returns {{ draw: () => void, start: () => void, stop: () => void }}
 */
export function mountWall(place, page) {
  let state = ASKING;
  let ticks = 0;
  let polls = 0;
  let abort = new AbortController();
  const draw = () => show(place, content(page.words(), state));
  const set = (/** @type {WallState} */ given) => {
    state = given;
    draw();
  };
  const begin = async () => {
    const { signal } = abort;
    set(ASKING);
    try {
      const begun = await page.api.send('POST', PATH, { body: {}, signal });
      if (!signal.aborted) set(shown(begun, performance.now()));
    } catch (error) {
      if (!signal.aborted) set(failed(problemOf(error), performance.now(), AGAIN_SECONDS));
    }
  };
  const ask = async () => {
    const { signal } = abort;
    const answer = await standing(page.api, signal);
    if (signal.aborted) return 'wait';
    if (answer === 'enter') location.assign('/');
    return answer;
  };
  const isSeen = () => document.visibilityState === 'visible';
  const tick = () => {
    if (state === ASKING || !isSeen()) return;
    const left = secondsLeft(state, performance.now());
    const told = place.querySelector('.countdown');
    if (told) told.textContent = page.words().t(state.problem ? 'wall.retry' : 'wall.left', { time: clockText(left) });
    if (left === 0) begin();
  };
  const poll = async () => {
    if (state.code !== '' && isSeen() && (await ask()) === 'again') begin();
  };
  const stop = () => {
    abort.abort();
    clearInterval(ticks);
    clearInterval(polls);
  };
  return {
    draw, stop,
    start: async () => {
      stop();
      abort = new AbortController();
      set(ASKING);
      ticks = window.setInterval(tick, TICK_MS);
      polls = window.setInterval(poll, POLL_MS);
      const { signal } = abort;
      // A screen that is in already would forget it by asking.
      if ((await ask()) !== 'enter' && !signal.aborted) begin();
    },
  };
}

/** How the screen stands. @param {Pick<Page['api'], 'get'>} api @param {AbortSignal} signal @returns {Promise<'enter' | 'again' | 'wait'>} */
async function standing(api, signal) {
  try {
    return next((await api.get(PATH, {}, signal)).state);
  } catch {
    // What was asked for goes on being good: the next time is soon.
    return 'wait';
  }
}

/** @param {Words} words @param {WallState} state */
function content(words, state) {
  const time = clockText(secondsLeft(state, performance.now()));
  return html`<h2 class="sign-in-title">${words.t('wall.title')}</h2><p>${words.t('wall.how')}</p>
    ${state.problem ? problemNote(state.problem, words) : state.code ? html`<p class="wall-code">${state.code}</p>` : loadingNote(words)}
    ${state === ASKING ? null : html`<p class="countdown" aria-live="off">${words.t(state.problem ? 'wall.retry' : 'wall.left', { time })}</p>`}
    <p class="faint">${words.t('wall.then')}</p>`;
}
