import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';

/** After publishing: since when, and what yesterday would have said. @param {PlanState} state @param {Words} words @param {PlanActions} actions */
export function yesterday(state, words, actions) {
  const plan = /** @type {PlanData} */ (state.plan);
  const { compare } = state;
  /** @param {'before' | 'now'} side @param {string} name */
  const side = (side, name) => html`<button type="button" aria-pressed=${String(compare?.side === side)} data-key=${`side-${side}`}
    @click=${() => actions.setSide(side)}>${words.t(name)}</button>`;
  return html`<section class="plan-part"><p class="note">${icon('check')}<b>${words.t('plan.effective', { time: words.time(plan.effectiveFrom) })}</b></p>
    <h3>${words.t('plan.compare')}</h3><p class="faint">${words.t('plan.compare-hint')}</p>
    ${compare ? html`<div class="segments plan-sides" role="group" aria-label=${words.t('plan.compare')}>${side('before', 'plan.compare-before')}${side('now', 'plan.compare-now')}</div>
      <table class="plan-owners"><thead><tr><th scope="col">${words.t('plan.place')}</th><th scope="col">${words.t('plan.compare-before')}</th><th scope="col">${words.t('plan.compare-now')}</th></tr></thead>
      <tbody>${compare.owners.map(({ place, before, now }) => html`<tr><td>${place[0].toFixed(5)}, ${place[1].toFixed(5)}</td>
        <td class="code-text">${before}</td><td class="code-text">${now}</td></tr>`)}</tbody></table>`
      : html`<button type="button" class="button" data-key="compare" @click=${actions.compare}>${words.t('plan.compare')}</button>`}</section>`;
}
