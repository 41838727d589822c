import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { loadingNote, problemNote } from '../../ui/problem.js';

/** The panel while no plan is open. @param {PlanState} state @param {Words} words @param {PlanActions} actions */
export function chooser(state, words, actions) {
  if (state.signIn) return isInCharge(state.site) ? ownHead(words) : signIn(words);
  if (!state.plans) return state.problem ? problemNote(state.problem, words, actions.load) : loadingNote(words);
  const list = (/** @type {PlanHead[]} */ plans) => html`<ul class="plan-list">${plans.map((plan) => html`<li>
    <button type="button" class="link" data-key=${`plan-${plan.id}`} data-plan=${String(plan.id)} @click=${() => actions.open(String(plan.id))}>${plan.name}</button>
    <span class="faint"><span class="chip plain">${words.t(`plan.state.${plan.state}`)}</span> ${plan.areaName ?? plan.area} · ${words.dayTime(plan.effectiveFrom ?? plan.baseAt)}</span></li>`)}</ul>`;
  const draws = state.site?.roles.some((role) => role === 'planner' || role === 'administrator') === true;
  const part = (/** @type {string} */ title, /** @type {PlanStateWord[]} */ states, /** @type {string | null} */ none = null) => {
    const some = (state.plans ?? []).filter((plan) => states.includes(plan.state));
    if (some.length === 0 && !none) return null;
    return html`<section class="plan-part"><h3>${words.t(title)}</h3>${some.length > 0 ? list(some) : html`<p class="note quiet">${words.t(none ?? '')}</p>`}</section>`;
  };
  return html`<div class="plan-head"><h2>${words.t('plan.choose')}</h2><p class="faint">${words.t('plan.intro')}</p></div>
    ${draws ? null : part('plan.list.waiting', ['submitted'], 'plan.none-waiting')}
    ${part('plan.drafts', ['draft'], draws ? 'plan.no-drafts' : null)}
    ${draws ? beginning(state, words, actions) : null}
    ${draws ? part('plan.list.waiting', ['submitted']) : null}
    ${part('plan.list.coming', ['approved', 'scheduled'])}
    ${part('plan.published', ['published'])}
    ${part('plan.list.ended', ['rejected', 'withdrawn', 'superseded'])}`;
}

/** @param {PlanState} state @param {Words} words @param {PlanActions} actions */
function beginning({ communities, area: picked, busy, problem }, words, actions) {
  const begin = (/** @type {Event} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLElement} */ (event.currentTarget);
    const area = /** @type {HTMLSelectElement} */ (form.querySelector('select')).value;
    const name = /** @type {HTMLInputElement} */ (form.querySelector('input')).value.trim();
    const chosen = communities.find(({ properties }) => properties.code === area);
    actions.begin(name || words.t('plan.name-of', { area: chosen?.properties.name ?? area }), area);
  };
  return html`<section class="plan-part"><h3>${words.t('plan.new')}</h3><p class="faint">${words.t('plan.pick-area')}</p><form class="plan-form" @submit=${begin}>
    <label class="plan-field"><span>${words.t('plan.area')}</span><span class="select"><select data-key="area"
      @change=${(/** @type {Event} */ event) => actions.pickArea(/** @type {HTMLSelectElement} */ (event.target).value)}>${communities.map(({ properties }) =>
      html`<option value=${properties.code} ?selected=${properties.code === picked}>${properties.name}</option>`)}</select>${icon('down')}</span></label>
    <label class="plan-field"><span>${words.t('plan.name')}</span><input class="field" type="text" maxlength="100" data-key="name"></label>
    <button type="submit" class="button primary" data-key="begin" ?disabled=${busy || communities.length === 0}>${words.t('plan.begin')}</button>
    ${problem ? problemNote(problem, words) : null}</form></section>`;
}

/** They do not draw, but are told what others' plans change: the rights of the impact of plans. */
const TOLD = ['supervisor', 'operator', 'worker', 'handler'];

/** Whether whoever is signed in sees the plans around their grids instead of drawing. @param {Site | null} site */
export const isInCharge = (site) => site?.roles.some((role) => TOLD.includes(role)) === true;

/** Above the plans that concern somebody's grids. @param {Words} words */
const ownHead = (words) => html`<div class="plan-head"><h2>${words.t('review.own')}</h2><p class="faint">${words.t('review.own-text')}</p></div>`;

/** Whoever is no planner is told so kindly. @param {Words} words */
const signIn = (words) => html`<section class="plan-part plan-sign-in"><h2>${words.t('plan.sign-in')}</h2><p>${words.t('plan.sign-in-text')}</p>
  <p><a class="button primary" href="/sign-in/">${icon('person')}${words.t('plan.sign-in-link')}</a></p>
  <p><a class="link" href="/">${words.t('plan.wall')}</a></p></section>`;
