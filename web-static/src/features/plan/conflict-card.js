import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';

/** Somebody else's edit at the same borders was there first: what each did is on the map, and one of three ways goes on. @param {PlanPage} page @param {PlanConflict} conflict */
export function conflictCard({ words: wordsNow, actions, store }, { other, work }) {
  const words = wordsNow();
  const { plan, busy } = store.state();
  const grids = (plan?.grids.features ?? []).filter(({ id }) => other.changed.includes(id)).map(({ properties }) => properties.code.slice(-3));
  const way = (/** @type {'mine' | 'theirs' | 'copy'} */ choice, /** @type {'check' | 'person' | 'copy'} */ mark) => html`<button type="button" class="conflict-way" data-key=${`settle-${choice}`} ?disabled=${busy} @click=${() => actions.settle(choice)}>
    ${icon(mark)}<b>${words.t(`plan.conflict.${choice}`)}</b><span class="faint">${words.t(`plan.conflict.${choice}-means`)}</span></button>`;
  return html`<section class="plan-part plan-conflict" role="alertdialog" aria-labelledby="conflict-title" aria-describedby="conflict-text">
    <h3 id="conflict-title">${icon('warning')}${words.t('plan.conflict.title')}</h3>
    <p id="conflict-text">${words.t('plan.conflict.text', { who: other.account, what: words.t(`plan.tool.${other.kind}`), grids: grids.join('、') || '—' })}</p>
    <ul class="conflict-legend"><li><span class="swatch conflict-theirs"></span>${words.t('plan.conflict.legend-theirs', { who: other.account })}</li>
      <li><span class="swatch conflict-mine"></span>${words.t('plan.conflict.legend-mine', { what: words.t(`plan.tool.${work.tool}`) })}</li></ul>
    <div class="conflict-ways">${way('theirs', 'person')}${way('mine', 'check')}${way('copy', 'copy')}</div></section>`;
}
