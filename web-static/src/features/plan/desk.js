import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { verdictBadge } from '../grid/verdict.js';
import { chosenGrid } from './chosen.js';
import { conflictCard } from './conflict-card.js';
import { historyCard } from './history-card.js';
import { changes, history, nextSteps, way } from './life.js';
import { lockCard } from './locks.js';
import { mayDraw } from './may-draw.js';
import { yesterday } from './publish.js';
import { repairsNote } from './repairs.js';
import { rowsOf } from './rows.js';
import { snapshotCard } from './together-cards.js';
import { tourOffer } from './tour.js';
import { workCard } from './work-card.js';
import { facesOf } from './work.js';

/** The panel about the shape of the open plan. @param {PlanPage} page */
export function desk(page) {
  const { store, actions } = page;
  const words = page.words();
  const state = store.state();
  const plan = /** @type {PlanData} */ (state.plan);
  const draft = mayDraw(plan);
  const inForce = plan.state === 'published' || plan.state === 'superseded';
  return html`<div class="plan-head"><div class="plan-head-line"><h2>${plan.name}</h2>
        <button type="button" class="button small" data-key="close" @click=${actions.close}>${words.t('plan.close')}</button></div>
      <p class="faint">${plan.areaName ?? plan.area} · <span class="chip">${words.t(`plan.state.${plan.state}`)}</span>
        ${draft ? words.t('plan.edits', { n: plan.edits.length }) : null}</p>
      ${way(plan, words)}</div>
    ${plan.changedSince.length > 0 && !['withdrawn', 'rejected'].includes(plan.state) ? html`<p class="note bad">${icon('warning')}<span>${words.t('plan.stale', { codes: plan.changedSince.join('、') })}</span></p>` : null}
    ${draft ? repairsNote(page) : null}
    ${draft ? tourOffer(page) : null}
    ${draft ? current(page) : null}
    ${inForce ? yesterday(state, words, actions) : null}
    ${state.work || state.conflict ? null : [changes(plan, words), nextSteps(state, words, actions)]}
    ${gridTable(page)}
    ${draft ? historyCard(page) : null}
    ${snapshotCard(page)}
    ${history(plan, words)}`;
}

/** One thing at a time: a conflict, an operation, the chosen grid. @param {PlanPage} page */
function current(page) {
  const state = page.store.state();
  if (state.conflict) return conflictCard(page, state.conflict);
  return state.work ? workCard(page) : [chosenGrid(page), lockCard(page)];
}

/** @param {PlanPage} page */
function gridTable({ store, words: wordsNow, actions, together }) {
  const words = wordsNow();
  const { plan, selected, work } = store.state();
  const { rows, left } = rowsOf(plan?.grids.features ?? [], [...(selected ? [selected] : []), ...(work ? facesOf(work) : [])]);
  return html`<section class="plan-part"><h3>${words.t('plan.grids')}</h3><p class="faint">${words.t('plan.grids-hint')}</p>
    <table class="plan-grids"><thead><tr><th scope="col">${words.t('plan.code')}</th><th scope="col" class="number">${words.t('plan.households')}</th>
      <th scope="col">${words.t('plan.verdict')}</th></tr></thead>
    <tbody>${rows.map(({ id, properties }) => html`<tr class=${id === selected ? 'chosen' : ''}>
      <td><button type="button" class="link" aria-pressed=${String(id === selected)} data-key=${`grid-${id}`} data-face=${id} title=${properties.code}
        @click=${() => actions.select(id)}>${properties.code.slice(-3)}</button>${properties.born ? html` <span class="chip">${words.t('plan.new-grid')}</span>` : null}${together.lockOf(id) ? html` <span class="chip">${words.t('plan.locked')}</span>` : null}</td>
      <td class="number">${words.number(properties.households)}</td><td>${verdictBadge(properties.sizeRule, words)}</td></tr>`)}</tbody></table>${left > 0 ? html`<p class="faint">${words.t('plan.more-grids', { n: left })}</p>` : null}</section>`;
}
