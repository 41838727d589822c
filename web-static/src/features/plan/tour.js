import { html } from '../../ui/html.js';
import { tell } from '../story/story.js';
import { isTourOver, keepTourOver } from './kept.js';

/**
 * The tour of the first split: offered once, and again from the help. Asked for or declined, it is not offered again.
 *
 * @param {PlanStore} store @param {() => Words} words
 */
export function createTour(store, words) {
  let isOn = false;
  return {
    isOffered: () => !isOn && !isTourOver(),
    begin() {
      if (isOn) return;
      isOn = true;
      keepTourOver();
      tell(tourOf(store), words, () => (isOn = false));
      // The offer goes.
      store.dispatch({ kind: 'work', work: null });
    },
    decline() {
      keepTourOver();
      store.dispatch({ kind: 'said', said: words().t('plan.tour.skipped') });
    },
  };
}

/** @param {PlanPage} page */
export function tourOffer({ store, words, tour }) {
  const { plan, work } = store.state();
  if (work || !tour.isOffered() || (plan?.edits.length ?? 0) > 0) return null;
  return html`<div class="plan-tour" role="note"><p><b>${words().t('plan.tour.title')}</b> ${words().t('plan.tour.text')}</p>
    <div class="plan-tools"><button type="button" class="button small primary" data-key="tour" @click=${tour.begin}>${words().t('plan.tour.begin')}</button>
      <button type="button" class="button small" data-key="tour-skip" @click=${tour.decline}>${words().t('plan.tour.skip')}</button></div></div>`;
}

/** @param {PlanStore} store @returns {Story} */
function tourOf(store) {
  const now = () => store.state();
  const begun = now().plan?.edits.length ?? 0;
  const edits = () => (now().plan?.edits.length ?? 0) - begun;
  return {
    id: 'tour', quiet: true,
    steps: [
      { at: '.plan-grids', done: () => now().selected !== null || edits() > 0 },
      { at: '[data-key=tool-split]', done: () => now().work?.tool === 'split' || edits() > 0 },
      { at: '#map', done: () => now().preview !== null || edits() > 0 },
      { at: '[data-key=confirm]', done: () => edits() > 0 },
    ],
  };
}
