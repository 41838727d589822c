import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { gestureOf } from './gesture.js';
import { toolIcon } from './icons.js';
import { measuresOf } from './measures.js';
import { askOf } from './work-card.js';
import { slotOf } from './work.js';

/**
 * What stands over the map while something is drawn: what to do, what it is snapped to, what it measures, and for fingers
 * the buttons that keys have otherwise.
 *
 * @param {HTMLElement} place @param {PlanPage} page
 */
export function createHud(place, page) {
  let asked = '';
  return {
    /** The state has changed. */
    draw() {
      const state = page.store.state();
      const gesture = gestureOf(state);
      const key = gesture && state.work ? `${state.work.tool} ${state.work.at} ${state.lang}` : '';
      if (key === asked) return;
      asked = key;
      place.hidden = !gesture;
      place.classList.toggle('point', gesture?.kind === 'point');
      show(place, gesture ? frame(page, gesture) : null);
    },
    /** Something is being drawn. @param {Drawn} drawn */
    moved(drawn) {
      const line = place.querySelector('.hud-measures');
      if (line) show(line, html`${parts(drawn, page).map((part) => html`<span>${part}</span>`)}`);
      const snap = place.querySelector('.hud-snap');
      if (snap) show(snap, snapTold(drawn.snapped, page.words()));
    },
  };
}

/** @param {PlanPage} page @param {PlanGesture} gesture */
function frame({ store, words: wordsNow, map, actions }, gesture) {
  const words = wordsNow();
  const work = /** @type {PlanWork} */ (store.state().work);
  const slot = /** @type {PlanSlot} */ (slotOf(work));
  const drawing = gesture.kind !== 'point';
  return html`<p class="hud-ask">${toolIcon(work.tool)}<span>${words.t(askOf(work, slot))}</span></p>
    <p class="hud-snap"></p><p class="hud-measures"></p>
    <div class="hud-buttons">${drawing ? html`<button type="button" class="button" data-key="finish" @click=${() => map()?.finish()}>${icon('check')}${words.t('plan.finish')} <kbd>Enter</kbd></button>
      <button type="button" class="button" data-key="take-back" @click=${() => map()?.takeBack()}>${toolIcon('undo')}${words.t('plan.take-back')} <kbd>⌫</kbd></button>` : null}
      <button type="button" class="button" data-key="hud-give-up" @click=${actions.giveUp}>${icon('close')}${words.t('plan.cancel')} <kbd>Esc</kbd></button></div>`;
}

/** @param {Snapped | null} snapped @param {Words} words */
function snapTold(snapped, words) {
  if (!snapped) return html`<span class="faint">${words.t('plan.snapped.none')}</span>`;
  return html`${toolIcon(`snap-${snapped.kind}`)}<b>${words.t(`plan.snapped.${snapped.kind}`, { name: snapped.name ?? '' })}</b>`;
}

/** @param {Drawn} drawn @param {PlanPage} page */
function parts(drawn, { store, words: wordsNow }) {
  const words = wordsNow();
  const { meters, stretch, toVertex, squareMeters, households } = measuresOf(drawn, store.state());
  const length = (/** @type {number} */ n) => (n < 100 ? `${words.number(n, 1)} m` : words.length(n));
  return [
    drawn.line.length > 1 ? words.t('plan.measure.length', { n: length(meters) }) : '',
    drawn.line.length > 2 ? words.t('plan.measure.stretch', { n: length(stretch) }) : '',
    squareMeters === null ? '' : words.t('plan.measure.ground', { n: words.number(squareMeters) }),
    toVertex === null ? '' : words.t('plan.measure.to-vertex', { n: length(toVertex) }),
    households ? words.t('plan.measure.households', { a: words.number(households[0]), b: words.number(households[1]) }) : '',
  ].filter(Boolean);
}
