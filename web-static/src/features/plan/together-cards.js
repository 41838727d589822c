import { html } from '../../ui/html.js';
import { problemNote } from '../../ui/problem.js';
import { mayDraw } from './may-draw.js';

/** States of the plan that have a name, and the way back to them. @param {PlanPage} page */
export function snapshotCard(page) {
  const words = page.words();
  const { plan, busy } = page.store.state();
  const { snapshots, problem } = page.together.state();
  const draw = mayDraw(plan);
  if (!draw && snapshots.length === 0) return null;
  return html`<section class="plan-part"><h3>${words.t('plan.snapshots')}</h3>${draw ? html`<p class="faint">${words.t('plan.snapshots-hint')}</p>` : null}
    <ul class="plan-edits" data-scroll="snapshots">${snapshots.map((one) => html`<li class=${one.head === plan?.head ? 'now' : ''}>
      <button type="button" class="plan-step" data-key=${`snapshot-${one.id}`} ?disabled=${busy || !draw || one.head === plan?.head} title=${words.t('plan.snapshot-restore')} @click=${() => page.actions.restore(one)}>
        <span>${one.name}</span><span class="faint">${one.account} · ${words.hour(one.madeAt)}</span></button></li>`)}</ul>
    ${draw ? naming(page) : null}${problem ? problemNote(problem, words) : null}</section>`;
}

/** @param {PlanPage} page */
function naming(page) {
  const words = page.words();
  const { together } = page;
  const keep = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const name = together.typed.snapshot;
    together.typed.snapshot = '';
    if (name.trim() && !(await together.keep(name))) together.typed.snapshot = name;
  };
  return html`<form class="plan-tools" @submit=${keep}><input class="field" type="text" maxlength="100" required data-key="snapshot-name" aria-label=${words.t('plan.snapshot-name')} placeholder=${words.t('plan.snapshot-name')}
      .value=${together.typed.snapshot} @input=${(/** @type {Event} */ event) => (together.typed.snapshot = /** @type {HTMLInputElement} */ (event.target).value)}>
    <button type="submit" class="button" data-key="snapshot-keep" ?disabled=${together.state().busy}>${words.t('plan.snapshot-keep')}</button></form>`;
}
