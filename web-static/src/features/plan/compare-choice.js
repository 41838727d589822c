import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';

/**
 * What can be compared with what: this plan, its base, now, other plans of the area, a day.
 *
 * @param {PlanData} plan @param {PlanHead[]} plans @param {Words} words @returns {{ value: string, name: string }[]}
 */
export function sidesOf(plan, plans, words) {
  return [
    { value: String(plan.id), name: `${words.t('review.this-plan')} · ${plan.name}` },
    { value: `at:${plan.baseAt}`, name: words.t('review.base') },
    { value: 'now', name: words.t('review.today') },
    ...plans.filter((one) => one.area === plan.area && one.id !== plan.id).map((one) => ({ value: String(one.id), name: one.name })),
    { value: 'day', name: words.t('review.day') },
  ];
}

/**
 * The form that asks which sides to compare.
 *
 * @param {{ plan: PlanData, plans: PlanHead[], words: Words, compare: (a: Side, b: Side) => void, busy: boolean }} options
 * @typedef {{ value: string, name: string }} Side
 */
export function comparisonForm({ plan, plans, words, compare, busy }) {
  const sides = sidesOf(plan, plans, words);
  /** @param {'a' | 'b'} name @param {string} chosen */
  const field = (name, chosen) => html`<label class="plan-field"><span>${words.t(`review.side-${name}`)}</span><span class="select"><select data-key=${`compare-${name}`} data-side=${name}
      @change=${(/** @type {Event} */ event) => dayShown(/** @type {HTMLSelectElement} */ (event.target))}>${sides.map(({ value, name: text }) =>
      html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}</select>${icon('down')}</span></label>
    <label class="plan-field" data-day=${name} ?hidden=${true}><span>${words.t('review.day-of')}</span><input class="field" type="date" data-key=${`day-${name}`}></label>`;
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const [a, b] = [sideOf(form, 'a', sides), sideOf(form, 'b', sides)];
    if (a && b) compare(a, b);
  };
  return html`<form class="plan-form" @submit=${submit}>${field('a', `at:${plan.baseAt}`)}${field('b', String(plan.id))}
    <button type="submit" class="button primary" data-key="compare-go" ?disabled=${busy}>${words.t('review.compare-go')}</button></form>`;
}

/** A day is only asked for where one is wanted. @param {HTMLSelectElement} select */
function dayShown(select) {
  const day = select.form?.querySelector(`[data-day="${select.dataset.side}"]`);
  if (!(day instanceof HTMLElement)) return;
  day.hidden = select.value !== 'day';
  const input = /** @type {HTMLInputElement} */ (day.querySelector('input'));
  input.required = !day.hidden;
}

/** @param {HTMLFormElement} form @param {'a' | 'b'} name @param {Side[]} sides @returns {Side | null} */
function sideOf(form, name, sides) {
  const select = /** @type {HTMLSelectElement} */ (form.querySelector(`[data-side="${name}"]`));
  const chosen = sides.find(({ value }) => value === select.value);
  if (!chosen) return null;
  if (chosen.value === 'now') return { ...chosen, value: `at:${new Date().toISOString()}` };
  if (chosen.value !== 'day') return chosen;
  const day = /** @type {HTMLInputElement} */ (form.querySelector(`[data-day="${name}"] input`)).value;
  return day ? { value: `at:${day}`, name: day } : null;
}
