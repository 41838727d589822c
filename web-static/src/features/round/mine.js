import { fill } from '../../app/words.js';
import { html, show } from '../../ui/html.js';
import { en } from './i18n/hand.en.js';
import { zh } from './i18n/hand.zh.js';

const READ_AGAIN_MS = 60_000;
/** So long before its end a patrol that is not done is marked. */
const SOON_MS = 3_600_000;

/**
 * A worker's patrols of the day with what is left of each, on the phone. Read anew each time: without a network there is
 * nothing to be said of them.
 *
 * @param {HTMLElement} place @param {FieldPage} page @param {AbortSignal} signal
 */
export async function mountMine(place, page, signal) {
  const read = async () => {
    try {
      /** @type {{ asOf: string, runs: RoundRun[] }} */
      const told = await (await page.calls()).get('/api/patrols/own', {}, signal);
      if (!signal.aborted) show(place, told.runs.length === 0 ? null : content(told, page));
    } catch {
      // Without network what was read stays.
    }
  };
  await read();
  const timer = setInterval(() => document.visibilityState === 'visible' && read(), READ_AGAIN_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** @param {{ asOf: string, runs: RoundRun[] }} told @param {FieldPage} page */
function content({ asOf, runs }, page) {
  const words = page.words();
  const say = (/** @type {string} */ key, /** @type {Record<string, string | number>} */ values = {}) => fill((page.lang() === 'zh' ? zh : en)[`round-hand.${key}`] ?? key, values);
  const now = Date.parse(asOf);
  return html`<h2 class="visits-head">${say('mine')}</h2><ul class="tasks">${runs.map((run) => html`<li data-round=${run.result}><div class="task">
      <span class="task-head"><b>${run.planName}</b>${isSoon(run, now) ? html`<span class="chip urgent">${say('ends', { time: words.hour(run.to) })}</span>` : null}</span>
      <span>${words.hour(run.from)} – ${words.hour(run.to)} · ${say(`result.${run.result}`)}</span>
      <span class="faint">${leftOf(run, say)}</span></div></li>`)}</ul>`;
}

/** @param {RoundRun} run @param {number} now */
export const isSoon = ({ result, to }, now) => result === 'running' && Date.parse(to) - now < SOON_MS;

/** What is left of a patrol, grid by grid. @param {RoundRun} run @param {(key: string, values?: Record<string, string | number>) => string} say */
export function leftOf({ grids, result }, say) {
  if (result === 'done') return say('nothing-left');
  const lacking = grids.filter(({ met }) => !met);
  return say('left', { text: lacking.map(({ name, lackingSeconds }) => ((lackingSeconds ?? 0) >= 60 ? say('left-time', { grid: name, n: Math.ceil((lackingSeconds ?? 0) / 60) }) : say('left-way', { grid: name }))).join(' · ') });
}
