import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { verdictBadge } from '../grid/verdict.js';
import { chosenGrid } from './split.js';
import { changes, history, nextSteps, way } from './life.js';
import { yesterday } from './publish.js';

/** The panel while a plan is open. @param {PlanState} state @param {Words} words @param {PlanActions} actions */
export function desk(state, words, actions) {
  const plan = /** @type {PlanData} */ (state.plan);
  const draft = plan.state === 'draft' && plan.actions.includes('submit');
  const inForce = plan.state === 'published' || plan.state === 'superseded';
  return html`<div class="plan-head"><h2>${plan.name}</h2>
      <p class="faint">${plan.areaName ?? plan.area} · <span class="chip">${words.t(`plan.state.${plan.state}`)}</span>
        ${draft ? words.t('plan.edits', { n: plan.edits.length }) : null}</p>
      <div class="plan-tools">${draft ? html`<button type="button" class="button" data-key="undo" ?disabled=${!plan.canUndo || state.busy} @click=${() => actions.step('undo')}>${words.t('plan.undo')}</button>
        <button type="button" class="button" data-key="redo" ?disabled=${!plan.canRedo || state.busy} @click=${() => actions.step('redo')}>${words.t('plan.redo')}</button>` : null}
        <button type="button" class="button" data-key="close" @click=${actions.close}>${words.t('plan.close')}</button></div>
      ${way(plan, words)}</div>
    ${plan.changedSince.length > 0 && !['withdrawn', 'rejected'].includes(plan.state) ? html`<p class="note bad">${icon('warning')}<span>${words.t('plan.stale', { codes: plan.changedSince.join('、') })}</span></p>` : null}
    ${draft ? chosenGrid(state, words, actions) : null}
    ${inForce ? yesterday(state, words, actions) : null}
    ${state.tool || state.preview ? null : [changes(plan, words), nextSteps(state, words, actions)]}
    ${gridTable(state, words, actions)}
    ${history(plan, words)}`;
}

/** @param {PlanState} state @param {Words} words @param {PlanActions} actions */
function gridTable({ plan, selected }, words, actions) {
  const grids = plan?.grids.features ?? [];
  return html`<section class="plan-part"><h3>${words.t('plan.grids')}</h3><p class="faint">${words.t('plan.grids-hint')}</p>
    <table class="plan-grids"><thead><tr><th scope="col">${words.t('plan.code')}</th><th scope="col" class="number">${words.t('plan.households')}</th>
      <th scope="col">${words.t('plan.verdict')}</th></tr></thead>
    <tbody>${grids.map(({ id, properties }) => html`<tr class=${id === selected ? 'chosen' : ''}>
      <td><button type="button" class="link" aria-pressed=${String(id === selected)} data-key=${`grid-${id}`} data-face=${id} title=${properties.code}
        @click=${() => actions.select(id)}>${properties.code.slice(-3)}</button>${properties.born ? html` <span class="chip">${words.t('plan.new-grid')}</span>` : null}</td>
      <td class="number">${words.number(properties.households)}</td><td>${verdictBadge(properties.sizeRule, words)}</td></tr>`)}</tbody></table></section>`;
}
