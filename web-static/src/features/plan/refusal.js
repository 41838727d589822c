import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { planProblem } from './locks.js';
import { hasPlace } from './picture.js';

/** Why the server said no, how to mend it, and the way to the place. @param {PlanPage} page */
export function refusal(page) {
  const { problem } = page.store.state();
  if (!problem) return null;
  return html`<div class="plan-refusal">${planProblem(page, problem)}
    ${hasPlace(problem) ? html`<button type="button" class="button" data-key="to-place" @click=${() => goToRefusal(page)}>${icon('target')}${page.words().t('plan.to-place')} <kbd>G</kbd></button>` : null}</div>`;
}

/** Shows on the map where something was refused. @param {PlanPage} page */
export function goToRefusal({ store, map }) {
  const { problem } = store.state();
  if (hasPlace(problem)) map()?.center([problem.lon, problem.lat]);
}
