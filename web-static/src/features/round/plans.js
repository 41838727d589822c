import { html, show } from '../../ui/html.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { mountForm } from './form.js';

/**
 * Plans: the list, and beside it the one that is chosen or a new one.
 *
 * @param {HTMLElement} place @param {import('./rounds.js').RoundTo} to
 */
export function plansPart(place, to) {
  const { page, view, go } = to;
  show(place, html`<div class=${`round-plans ${view.plan ? 'has-plan' : ''}`}><section class="round-plan-list"></section><section class="round-plan"></section></div>`);
  const [aside, room] = ['plan-list', 'plan'].map((name) => /** @type {HTMLElement} */ (place.querySelector(`.round-${name}`)));
  const words = page.words();
  let opened = false;
  /** @type {Part<{ plans: RoundPlan[] }>} */
  const list = createPart(aside, {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/patrols', {}, signal),
    content: ({ plans }) => {
      if (!opened) {
        opened = true;
        openForm(room, plans, { ...to, saved });
      }
      return listView(plans, to);
    },
  });
  const saved = (/** @type {string} */ text, /** @type {string} */ plan) => {
    page.say(text, 'good');
    go({ plan });
  };
  list.reload();
  if (!view.plan) show(room, emptyNote(words.t('round.choose-plan')));
  return { renew: () => {} };
}

/** @param {HTMLElement} room @param {RoundPlan[]} plans @param {import('./rounds.js').RoundTo & { saved: (text: string, plan: string) => void }} to */
function openForm(room, plans, to) {
  const { view, page } = to;
  if (!view.plan) return;
  const plan = plans.find(({ id }) => String(id) === view.plan) ?? null;
  if (plan || view.plan === 'new') mountForm(room, plan, to);
  else show(room, emptyNote(page.words().t('round.plan-gone')));
}

/** @param {RoundPlan[]} plans @param {import('./rounds.js').RoundTo} to */
function listView(plans, { page, view, go }) {
  const words = page.words();
  return html`<p class="round-new"><button type="button" class="button primary" data-key="new-plan" @click=${() => go({ plan: 'new' })}>${words.t('round.new')}</button></p>
    ${plans.length === 0 ? emptyNote(words.t('round.no-plan')) : html`<ul>${plans.map((plan) => html`<li><button type="button" class="round-plan-item" aria-current=${String(plan.id) === view.plan ? 'true' : null} data-key=${`plan-${plan.id}`} @click=${() => go({ plan: String(plan.id) })}>
      <b>${plan.name}</b>${plan.ended ? html` <span class="round-tag">${words.t('round.ended')}</span>` : null}<span class="faint">${whenText(plan, words)}</span><span class="faint">${words.t('round.who-where', { people: words.number(plan.people.length), grids: words.number(plan.grids.length) })}</span></button></li>`)}</ul>`}`;
}

/** @param {RoundPlan} plan @param {Words} words */
const whenText = ({ days, from, to, times, per }, words) => `${days.map((day) => words.t(`round.weekday.${day}`)).join(words.t('round.between'))} ${from}–${to} · ${words.t(`round.times.${per}`, { n: words.number(times) })}`;
