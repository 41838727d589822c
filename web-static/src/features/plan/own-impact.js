import { createCalls } from '../../app/call.js';
import { html, show } from '../../ui/html.js';
import { createImpactPart } from './review.js';

/**
 * For those who do not draw but are in charge of a grid that a plan changes: what of it concerns them. The address of the
 * page names the plan.
 *
 * @param {PlanStore} store @param {() => Words} words @param {string | null} id @returns {HTMLElement | null} null where no plan is named
 */
export function ownImpact(store, words, id) {
  if (!id) return null;
  const part = createImpactPart(createCalls(() => {}, () => store.state().lang), { id: () => encodeURIComponent(id), words });
  const place = document.createElement('section');
  place.className = 'plan-part review';
  store.watch((state) => `${state.signIn && state.site?.account !== 'anonymous'} ${state.lang}`, (shown) => {
    if (!shown.startsWith('true')) return;
    show(place, html`<h2>${words().t('review.impact')}</h2>${part.place}`);
    part.draw();
  });
  return place;
}
