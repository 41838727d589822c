import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { communitiesOf, numbersOf } from './renumber-state.js';

/** Which community; shown as soon as another one is chosen. @param {Pick<PlanPage, 'store' | 'words' | 'actions'>} page @param {PlanSlot} slot @param {string} name */
export function communityLine({ store, actions }, slot, name) {
  const state = store.state();
  const chosen = (/** @type {Event} */ event) => {
    actions.did({ did: 'text', slot: slot.name, text: /** @type {HTMLSelectElement} */ (event.target).value });
    actions.preview();
  };
  return html`<li class="text"><label class="plan-field"><span>${name}</span><span class="select"><select data-key=${`slot-${slot.name}`} @change=${chosen}>
    ${communitiesOf(state).map((one) => html`<option value=${one.code} ?selected=${one.code === state.work?.values[slot.name]}>${one.name}</option>`)}</select>${icon('down')}</span></label></li>`;
}

/** Old and new numbers, before anything is done. @param {PlanState} state @param {Words} words @param {PlanActions} actions */
export const numbersCard = ({ preview, busy }, words, actions) => html`<h4>${words.t('plan.numbers')}</h4><p class="faint">${words.t('plan.numbers-note')}</p>
  <table class="plan-grids" data-key="numbers"><thead><tr><th scope="col">${words.t('plan.number.old')}</th><th scope="col">${words.t('plan.number.now')}</th><th scope="col">${words.t('plan.slot.name')}</th></tr></thead>
    <tbody>${numbersOf(preview).map(({ old, now, name }) => html`<tr><td><span class="code-text">${old}</span></td><td><b class="code-text">${now}</b></td><td>${name}</td></tr>`)}</tbody></table>
  <div class="plan-tools plan-final"><button type="button" class="button primary" data-key="confirm" ?disabled=${busy} @click=${actions.confirm}>${icon('check')}${words.t('plan.confirm-any')} <kbd>Enter</kbd></button>
    <button type="button" class="button" data-key="again" @click=${actions.giveUp}>${words.t('plan.cancel')}</button></div>`;
