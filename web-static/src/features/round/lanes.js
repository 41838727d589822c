import { html, svg } from '../../ui/html.js';
import { markOf } from './marks.js';
import { barOf, hoursOf } from './state.js';

/**
 * A person's day: each patrol a frame, what was walked filled in it, silences dashed; below it a button for each.
 *
 * @param {{ staffCode: string, name: string | null, runs: RoundRun[] }} person
 * @param {{ words: Words, frame: { fromMs: number, toMs: number }, asOf: string, chosen: string, go: (change: Partial<RoundView>) => void }} to
 */
export function laneView({ staffCode, name, runs }, { words, frame, asOf, chosen, go }) {
  return html`<section class="round-lane"><h2>${name ?? staffCode} ${name ? html`<span class="code-text">${staffCode}</span>` : null}</h2>
    <svg class="round-line" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">${runs.map((run) => runShape(run, frame))}${needle(asOf, frame)}</svg>
    <ul class="round-chips">${runs.map((run) => html`<li>${chip(run, { words, chosen, go })}</li>`)}</ul></section>`;
}

/** @param {RoundRun} run @param {{ fromMs: number, toMs: number }} frame */
function runShape({ spans, walked = [], silences = [], result }, frame) {
  const bars = (/** @type {readonly [string, string][]} */ times, /** @type {string} */ name, /** @type {number} */ inset) =>
    times.map((time) => barOf(time, frame)).map((bar) => bar && svg`<rect class=${name} x=${bar.x} y=${inset} width=${bar.width} height=${20 - 2 * inset} />`);
  return svg`<g class=${`is-${result}`}>${bars(spans, 'round-frame', 1)}${bars(walked, 'round-walked', 4)}${bars(silences, 'round-silent', 4)}</g>`;
}

/** @param {string} asOf @param {{ fromMs: number, toMs: number }} frame */
function needle(asOf, { fromMs, toMs }) {
  const x = ((Date.parse(asOf) - fromMs) / (toMs - fromMs)) * 1000;
  return x > 0 && x < 1000 ? svg`<line class="round-now" x1=${x} x2=${x} y1="0" y2="20" />` : null;
}

/** @param {RoundRun} run @param {{ words: Words, chosen: string, go: (change: Partial<RoundView>) => void }} to */
function chip(run, { words, chosen, go }) {
  const done = run.grids.filter(({ met }) => met).length;
  const text = html`${markOf(run.result)}<b>${words.hour(run.from)} – ${words.hour(run.to)}</b><span>${words.t(`round.result.${run.result}`)}</span>
    <span class="faint">${run.planName} · ${words.t('round.grids-of', { done: words.number(done), all: words.number(run.grids.length) })}</span>`;
  if (run.id === null) return html`<span class=${`round-chip is-${run.result}`}>${text}</span>`;
  const id = String(run.id);
  return html`<button type="button" class=${`round-chip is-${run.result}`} aria-pressed=${String(id === chosen)} data-key=${`run-${id}`} @click=${() => go({ run: id === chosen ? '' : id })}>${text}</button>`;
}

/** @param {{ fromMs: number, toMs: number }} frame @param {Words} words */
export function hoursView(frame, words) {
  const hours = hoursOf(frame);
  return html`<svg class="round-hours" aria-hidden="true">${hours.map(({ ms, x }, i) => svg`<text x=${`${x / 10}%`} y="14" text-anchor=${i === 0 ? 'start' : x > 990 ? 'end' : 'middle'}>${words.hour(new Date(ms).toISOString())}</text>`)}</svg>`;
}

/** @param {Words} words */
export const legendView = (words) => html`<ul class="round-legend">${['frame', 'walked', 'silent'].map((name) => html`<li><svg viewBox="0 0 30 12" aria-hidden="true"><g class="is-key">${svg`<rect class=${`round-${name}`} x="1" y="1" width="28" height="10" />`}</g></svg>${words.t(`round.key.${name}`)}</li>`)}</ul>`;
