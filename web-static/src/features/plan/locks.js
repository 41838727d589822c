import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { problemNote } from '../../ui/problem.js';
import { facesOf } from './work.js';

/** Who holds a grid, since when and why. @typedef {{ face: string, account: string, since: string, reason?: string }} Held */

/** Locks that stand against an operation: on its grids, and somebody else's. @param {PlanWork | null} work @param {readonly PlanLock[]} locks */
export const locksAgainst = (work, locks) => (work ? locks.filter(({ face, own }) => !own && facesOf(work).includes(face)) : []);

/** @param {PlanPage} page @param {string} face */
const codeOf = (page, face) => (page.store.state().plan?.grids.features.find(({ id }) => id === face)?.properties.code ?? face).slice(-3);

/** @param {PlanPage} page @param {Held} lock */
const heldTold = (page, { face, account, since }) => page.words().t('plan.locked-by', { code: codeOf(page, face), who: account, time: page.words().time(since) });

/** @param {PlanPage} page @param {Held} lock */
const reasonTold = ({ words }, { reason }) => html`<p class="lock-reason">${reason ? words().t('plan.lock-says', { reason }) : words().t('plan.lock-no-reason')}</p>`;

/** A lock, for whoever reads of it and whoever may lift it. @param {PlanPage} page @param {PlanLock} lock */
export const lockLine = (page, lock) => html`<div class="note lock-note">${icon('lock')}<div><p>${heldTold(page, lock)}</p>${reasonTold(page, lock)}
  ${lock.mayLift ? html`<button type="button" class="button small" data-key=${`unlock-${lock.face}`} ?disabled=${page.together.state().busy} @click=${() => page.together.unlock(lock.face)}>${page.words().t('plan.unlock')}</button>` : null}</div></div>`;

/** Whether the chosen grid is locked, and the way to lock it. @param {PlanPage} page */
export function lockCard(page) {
  const { plan, selected, busy } = page.store.state();
  const words = page.words();
  const { together } = page;
  if (!selected || !plan?.grids.features.some(({ id }) => id === selected)) return null;
  const held = together.lockOf(selected);
  const lock = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (await together.lock(selected, together.typed.lock)) together.typed.lock = '';
  };
  return html`<section class="plan-part" aria-label=${words.t('plan.locks')}>${held ? lockLine(page, held) : html`<form class="lock-form" @submit=${lock}>
    <input class="field" type="text" maxlength="500" data-key="lock-reason" aria-label=${words.t('plan.lock-reason')} placeholder=${words.t('plan.lock-reason')} .value=${together.typed.lock}
      @input=${(/** @type {Event} */ event) => (together.typed.lock = /** @type {HTMLInputElement} */ (event.target).value)}>
    <button type="submit" class="button" data-key="lock" title=${words.t('plan.lock-hint')} ?disabled=${busy || together.state().busy}>${icon('lock')}${words.t('plan.lock')}</button></form>`}</section>`;
}

/** Before a tool is used on grids that somebody else holds: who, why, and whom to ask. @param {PlanPage} page */
export function heldNote(page) {
  const held = locksAgainst(page.store.state().work, page.together.state().locks);
  return held.length === 0 ? null : html`<div class="lock-held" role="alert">${held.map((lock) => lockedNote(page, lock))}</div>`;
}

/** @param {PlanPage} page @param {Held} lock */
const lockedNote = (page, lock) => html`<div class="note bad lock-note">${icon('lock')}<div><p class="note-title">${heldTold(page, lock)}</p>${reasonTold(page, lock)}
  <p>${page.words().t('plan.lock-ask', { who: lock.account })}</p></div></div>`;

/** What the server refused: of a locked grid who holds it and why, in the reader's own time. @param {PlanPage} page @param {ProblemBody} problem */
export function planProblem(page, problem) {
  if (problem.code !== 'face-locked') return problemNote(problem, page.words());
  return html`<div role="alert">${lockedNote(page, /** @type {any} */ (problem))}</div>`;
}
