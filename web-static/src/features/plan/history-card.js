import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { stepsOf } from './rows.js';

/** What was done, step by step, and what was undone; each can be gone back to. @param {PlanPage} page */
export function historyCard({ store, words: wordsNow, actions }) {
  const words = wordsNow();
  const { plan, ahead, busy } = store.state();
  const edits = plan?.edits ?? [];
  if (edits.length === 0 && ahead.length === 0 && !plan?.canRedo) return null;
  const { steps, earlier } = stepsOf(edits, ahead);
  const line = (/** @type {{ edit: PlanEdit, n: number }} */ { edit, n }) => html`<li class=${n === edits.length ? 'now' : n > edits.length ? 'ahead' : ''} aria-current=${n === edits.length ? 'step' : null}>
    <button type="button" class="plan-step" data-key=${`step-${n}`} ?disabled=${busy || n === edits.length} title=${words.t('plan.go-to-step')} @click=${() => actions.backTo(n)}>
      <span class="plan-step-n">${String(n)}</span><span>${words.t(`plan.tool.${edit.kind}`)} ${facesOf(edit)}</span>
      <span class="faint">${edit.account} · ${words.hour(edit.at)}</span>${n === edits.length ? icon('check') : null}</button></li>`;
  return html`<section class="plan-part"><h3>${words.t('plan.steps-made')}</h3>
    <ol class="plan-edits" data-scroll="history">
      <li class=${edits.length === 0 ? 'now' : ''}><button type="button" class="plan-step" data-key="step-0" ?disabled=${busy || edits.length === 0} @click=${() => actions.backTo(0)}><span class="plan-step-n">0</span><span>${words.t('plan.step-base')}</span></button></li>
      ${earlier > 0 ? html`<li class="faint plan-earlier">${words.t('plan.earlier', { n: earlier })}</li>` : null}${steps.map(line)}</ol>
    ${ahead.length === 0 && plan?.canRedo ? html`<p class="faint">${words.t('plan.more-ahead')}</p>` : null}</section>`;
}

/** The numbers of its grids, as far as they are grids of the tree. @param {PlanEdit} edit */
const facesOf = ({ faces }) => (faces ?? []).filter((face) => /^\d{6,}$/.test(face)).map((face) => face.slice(-3)).join('、');
