import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { typing } from '../../ui/typing.js';
import { figures } from './chosen.js';
import { locksAgainst } from './locks.js';
import { numbersCard } from './renumber.js';
import { resultOf } from './said.js';
import { toolOf } from './tools.js';
import { isTyped, wantsReason } from './work.js';

/** What would come of the operation, before it is done. @param {PlanPage} page */
export function previewCard({ store, words: wordsNow, actions, together }) {
  const words = wordsNow();
  const state = store.state();
  const { altered, cutBuildings } = /** @type {PlanPreview} */ (state.preview);
  const made = resultOf(state.preview);
  const work = /** @type {PlanWork} */ (state.work);
  const cut = cutBuildings ?? [];
  const wanting = wantsReason(state) || locksAgainst(work, together.state().locks).length > 0;
  const split = work.tool === 'split' && made.length === 2;
  if (work.tool === 'renumber') return numbersCard(state, words, actions);
  const last = toolOf(work.tool).slots.reduce((name, slot) => (isTyped(slot) ? name : slot.name), '');
  return html`${cut.length > 0 ? cutNote(state.reason, cut.length, words, actions) : null}<h4>${words.t(split ? 'plan.halves' : 'plan.would-be')}</h4>
    <ol class="halves">${made.map(({ properties }, i) => html`<li class=${`half half-${(i % 2) + 1}`}>
      <h5><span class="half-mark" aria-hidden="true"></span>${split ? words.t('plan.half', { n: i + 1 }) : properties.name} <span class="faint">${words.t(properties.born ? 'plan.becomes' : 'plan.stays', { code: properties.code.slice(-3) })}</span></h5>
      ${figures(properties, words)}</li>`)}</ol>
    <p class="faint">${(altered ?? []).length > 0 ? words.t('plan.altered', { names: (altered ?? []).map(({ name }) => name).join('、') }) : words.t('plan.altered-none')}</p>
    <div class="plan-tools plan-final"><button type="button" class="button primary" data-key="confirm" ?disabled=${state.busy || wanting} @click=${actions.confirm}>${icon('check')}${words.t(split ? 'plan.confirm' : 'plan.confirm-any')} <kbd>Enter</kbd></button>
      <button type="button" class="button" data-key="again" @click=${() => actions.did({ did: 'back', slot: last })}>${words.t('plan.again')}</button></div>`;
}

/** @param {string} reason @param {number} n @param {Words} words @param {PlanActions} actions */
const cutNote = (reason, n, words, actions) => html`<div class="note bad">${icon('warning')}<div><p class="note-title">${words.t('plan.cuts', { n })}</p>
  <label class="plan-field"><span>${words.t('plan.reason')}</span><input class="field" type="text" maxlength="500" data-key="reason" .value=${reason}
    @input=${typing(actions.setReason)} @compositionend=${typing(actions.setReason)}></label><p class="faint">${words.t('plan.reason-hint')}</p></div></div>`;
