import { createCalls } from '../../app/call.js';
import { html, show } from '../../ui/html.js';
import { createPart } from '../../ui/part.js';
import { isInCharge } from './choose.js';
import { createImpactPart } from './review.js';

/**
 * For those who do not draw but are in charge of grids: the plans that concern these, and of the one that the address of the
 * page names, what it changes.
 *
 * @param {PlanStore} store @param {() => Words} words @param {string | null} id
 */
export function ownImpact(store, words, id) {
  const calls = createCalls(() => {}, () => store.state().lang);
  const part = id ? createImpactPart(calls, { id: () => encodeURIComponent(id), words }) : null;
  const listed = document.createElement('div');
  const one = document.createElement('div');
  const list = createPart(listed, {
    words,
    async read(signal) {
      const found = /** @type {{ plans: PlanHead[] }} */ (await calls.get('/api/impacts', {}, signal));
      // A plan that is not theirs to know is not asked for.
      one.hidden = !found.plans.some((plan) => String(plan.id) === id);
      if (!one.hidden) part?.draw();
      return found;
    },
    content: ({ plans }) => (plans.length === 0 ? html`<p class="note quiet">${words().t('review.no-plans')}</p>` : html`<ul class="plan-list">${plans.map((plan) => html`<li>
      <a class="link" href=${`/plan/?plan=${plan.id}`} aria-current=${String(plan.id) === id ? 'page' : null}>${plan.name}</a>
      <span class="faint">${plan.areaName ?? plan.area}${plan.effectiveFrom ? ` · ${words().dayTime(plan.effectiveFrom)}` : ''}</span></li>`)}</ul>`),
  });
  const place = document.createElement('section');
  place.className = 'plan-part review';
  store.watch((state) => `${state.signIn && isInCharge(state.site)} ${state.lang}`, (shown) => {
    if (!shown.startsWith('true')) return;
    one.hidden = true;
    show(one, part ? html`<h3>${words().t('review.impact')}</h3>${part.place}` : null);
    show(place, html`<h3>${words().t('review.around')}</h3>${listed}${one}`);
    list.reload();
  });
  return place;
}
