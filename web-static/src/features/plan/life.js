import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { askReason, askWhen, showRebase } from './life-dialogs.js';

/** How a plan goes when nobody objects. @type {PlanStateWord[]} */
const WAY = ['draft', 'submitted', 'approved', 'published'];

/** How far along the way a state is; −1 for those beside it. @param {PlanStateWord} state */
export function placeOnWay(state) {
  if (state === 'scheduled') return 2;
  return state === 'superseded' ? 3 : WAY.indexOf(state);
}

/** The bar of states. @param {PlanData} plan @param {Words} words */
export function way(plan, words) {
  const at = placeOnWay(plan.state);
  return html`<ol class="plan-way" aria-label=${words.t('plan.way')}>${WAY.map((state, i) => html`
    <li class=${i < at ? 'done' : i === at ? 'now' : ''} aria-current=${i === at ? 'step' : 'false'}>${i < at || (i === at && i === 3) ? icon('check') : null}
      <span>${words.t(state === 'published' ? 'plan.way.in-force' : `plan.state.${i === at ? plan.state : state}`)}</span></li>`)}
    ${at < 0 ? html`<li class="beside" aria-current="step">${icon('warning')}<span>${words.t(`plan.state.${plan.state}`)}</span></li>` : null}</ol>`;
}

/** What it does to the grids, for whoever draws and whoever approves. @param {PlanData} plan @param {Words} words */
export function changes(plan, words) {
  const born = plan.grids.features.filter((grid) => grid.properties.born);
  const inForce = plan.state === 'published' || plan.state === 'superseded';
  return html`<section class="plan-part"><h3>${words.t('plan.changes')}</h3>
    ${born.length === 0 && plan.counts.altered === 0 ? html`<p class="note quiet">${words.t('plan.nothing-yet')}</p>` : html`
      ${inForce ? null : html`<p>${words.t('plan.changes-hint', { retired: plan.counts.retired, born: born.length })}
        ${plan.counts.altered > 0 ? words.t('plan.changes-altered', { n: plan.counts.altered }) : null}</p>`}
      <ul class="plan-lineage">${born.map(({ properties }) => html`<li>${words.t('plan.lineage', { old: properties.from.map((code) => code.slice(-3)).join('、'), new: properties.code.slice(-3) })}
        · ${words.number(properties.households)} ${words.t('plan.homes')}</li>`)}</ul>`}</section>`;
}

/** What whoever is signed in may do next. @param {PlanState} state @param {Words} words @param {PlanActions} actions */
export function nextSteps(state, words, actions) {
  const plan = /** @type {PlanData} */ (state.plan);
  const hint = hintOf(plan, words);
  const buttons = buttonsOf(state, words, actions);
  if (!hint && buttons.length === 0) return null;
  return html`<section class="plan-part plan-next"><h3>${words.t('plan.next')}</h3>${hint ? html`<p>${hint}</p>` : null}
    <div class="plan-tools">${buttons}</div>${becoming(state, words, actions)}</section>`;
}

/** @param {PlanData} plan @param {Words} words */
function hintOf(plan, words) {
  if (plan.supersededBy) return words.t('plan.superseded-by', { plan: plan.supersededBy });
  const may = (/** @type {PlanStepWord} */ step) => plan.actions.includes(step);
  switch (plan.state) {
    case 'draft':
      return may('submit') ? words.t('plan.submit-hint') : null;
    case 'submitted':
      return words.t(may('approve') ? 'plan.approve-hint' : plan.ownHand ? 'plan.own-hand' : 'plan.waits');
    case 'approved':
      return words.t('plan.publish-approved');
    case 'scheduled':
      return words.t('plan.scheduled-hint', { time: words.dayTime(plan.effectiveFrom) });
    case 'withdrawn':
    case 'rejected':
      return may('reopen') ? words.t('plan.reopen-hint') : null;
    default:
      return null;
  }
}

/** @param {PlanState} state @param {Words} words @param {PlanActions} actions */
function buttonsOf({ plan: open, busy, site }, words, actions) {
  const plan = /** @type {PlanData} */ (open);
  const stale = plan.changedSince.length > 0;
  const empty = plan.counts.altered === 0 && plan.grids.features.every((grid) => !grid.properties.born);
  /** @param {PlanStepWord} step @param {{ name: string, click: () => void, primary?: boolean, off?: boolean }} how */
  const button = (step, { name, click, primary = false, off = false }) => (plan.actions.includes(step) ? html`<button type="button"
    class=${primary ? 'button primary' : 'button'} data-key=${step} ?disabled=${busy || off} @click=${click}>${words.t(name)}</button>` : null);
  const take = (/** @type {PlanStepWord} */ step) => () => actions.take(step);
  const why = (/** @type {PlanStepWord} */ step, /** @type {boolean} */ needed) => () =>
    askReason({ words, step, needed, done: (reason) => actions.take(step, reason ? { reason } : undefined) });
  const later = () => askWhen({ words, zone: site?.timeZone ?? 'UTC', done: (effectiveFrom) => actions.take('schedule', { effectiveFrom }) });
  const scheduled = plan.state === 'scheduled';
  const inForce = drawsHere(site) && (plan.state === 'published' || plan.state === 'superseded');
  return [
    button('submit', { name: 'plan.submit', click: take('submit'), primary: true, off: stale || empty }),
    button('approve', { name: 'plan.approve', click: take('approve'), primary: true, off: stale }),
    stale ? button('rebase', { name: 'plan.rebase', click: async () => {
      const report = await actions.previewRebase();
      if (report) showRebase({ words, report, done: (drop) => actions.take('rebase', { drop }) });
    }, primary: true }) : null,
    button('publish', { name: 'plan.publish-now', click: take('publish'), primary: !scheduled, off: stale }),
    button('schedule', { name: scheduled ? 'plan.reschedule' : 'plan.schedule', click: later, off: stale }),
    button('reopen', { name: 'plan.reopen', click: take('reopen'), primary: true }),
    button('reject', { name: 'plan.reject', click: why('reject', true) }),
    button('withdraw', { name: 'plan.withdraw', click: why('withdraw', false) }),
    inForce ? html`<button type="button" class="button" data-key="rollback" ?disabled=${busy} @click=${() => actions.rollBack(words.t('plan.rollback-name', { name: plan.name }).slice(0, 100))}>${words.t('plan.rollback')}</button>` : null,
  ].filter((one) => one !== null);
}

/** @param {Site | null} site */
const drawsHere = (site) => site?.roles.some((role) => role === 'planner' || role === 'administrator') === true;

/** One visitor of a demonstration plays both parts. @param {PlanState} state @param {Words} words @param {PlanActions} actions */
function becoming({ plan, site, busy }, words, actions) {
  if (!site?.demoAccounts || plan?.state !== 'submitted' || plan.actions.includes('approve')) return null;
  return html`<p class="faint">${words.t('plan.as-approver-hint')}</p><button type="button" class="button" data-key="as-approver" ?disabled=${busy}
    @click=${actions.becomeApprover}>${icon('person')}${words.t('plan.as-approver')}</button>`;
}

/** Who did what to the plan as a whole, and when. @param {PlanData} plan @param {Words} words */
export function history(plan, words) {
  return html`<section class="plan-part"><h3>${words.t('plan.history')}</h3><ol class="plan-history">${plan.steps.map((step) => html`<li>
    <b>${words.t(`plan.step.${step.action}`, { time: words.dayTime(step.effectiveFrom) })}</b>
    <span class="faint">${step.account} · <time datetime=${step.at}>${words.time(step.at)}</time></span>${step.reason ? html`<span>${step.reason}</span>` : null}</li>`)}</ol></section>`;
}
