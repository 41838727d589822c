import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';

/** More of these nobody reads; the count tells of all. */
const MOST = 40;

/**
 * What was put right in the base of the plan: how much, and a list that leads to the places.
 *
 * @param {PlanPage} page
 */
export function repairsNote({ store, words: wordsNow, map }) {
  const words = wordsNow();
  const repairs = store.state().plan?.repairs ?? [];
  if (repairs.length === 0) return null;
  const outside = outsideOf(repairs);
  return html`<details class="note"><summary>${icon('info')} ${words.t('plan.repairs', { n: repairs.length })}</summary>
    ${outside.length > 0 ? html`<p class="plan-outside">${icon('warning')}<span>${words.t('plan.repairs-outside', { codes: outside.join('、') })}</span></p>` : null}
    <ul>${repairs.slice(0, MOST).map((repair) => html`<li><button type="button" class="link"
      @click=${() => map()?.center(repair.location)}>${said(repair, words)}</button></li>`)}</ul>
    ${repairs.length > MOST ? html`<p class="faint">${words.t('plan.repairs-more', { n: repairs.length - MOST })}</p>` : null}</details>`;
}

/** Areas that are not under plan and are altered all the same, each once. @param {readonly PlanRepair[]} repairs */
export const outsideOf = (repairs) => [...new Set(repairs.flatMap(({ outsideAreas }) => outsideAreas))].sort();

/** @param {PlanRepair} repair @param {Words} words */
export function said({ kind, areas, squareMeters, meters, outside, outsideAreas }, words) {
  const size = kind === 'vertex' ? meters : squareMeters;
  const key = kind === 'vertex' && meters === 0 ? 'missing' : kind;
  const told = words.t(`plan.repair.${key}`, { areas: (kind === 'followed' ? areas : areas.map((code) => code.slice(-3))).join('、'), size: words.number(size, 1) });
  return outside ? `${told}${words.t('plan.repair.outside', { codes: outsideAreas.join('、') })}` : told;
}
