import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { loadingNote, problemNote } from '../../ui/problem.js';
import { readChoices, readStreets } from './choices.js';
import { draftOf } from './state.js';

/** @typedef {import('./state.js').RoundDraft} RoundDraft @typedef {import('./choices.js').Choice} Choice */

/**
 * The form of a plan: who, where, when, how thoroughly. What was chosen stays while streets are read.
 *
 * @param {HTMLElement} place @param {RoundPlan | null} plan null for a new one
 * @param {import('./rounds.js').RoundTo & { saved: (text: string, plan: string) => void }} to
 */
export async function mountForm(place, plan, { page, saved }) {
  const words = page.words();
  const { signal } = new AbortController();
  let draft = draftOf(plan);
  /** @type {ProblemBody | null} */
  let problem = null;
  /** @type {{ people: Choice[], grids: Choice[] }} */
  let known;
  /** @type {Choice[] | null} */
  let streets = null;
  const fixed = plan !== null && !plan.changeable;
  const put = (/** @type {Partial<RoundDraft>} */ change) => {
    draft = { ...draft, ...change };
  };
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    try {
      /** @type {RoundPlan} */
      const kept = plan ? await page.api.send('PUT', `/api/patrols/${plan.id}`, { body: draft, version: plan.version, signal }) : await page.api.send('POST', '/api/patrols', { body: draft, signal });
      saved(words.t('round.saved'), String(kept.id));
    } catch (error) {
      problem = problemOf(error);
      draw();
      place.scrollTo({ top: 0 });
    }
  };
  const end = async () => {
    if (!plan) return;
    try {
      await page.api.send('POST', `/api/patrols/${plan.id}/end`, { version: plan.version, signal });
      saved(words.t('round.ended-now'), '');
    } catch (error) {
      problem = problemOf(error);
      draw();
    }
  };
  const showStreets = async () => {
    streets = await readStreets(page, draft.grids, signal).catch(() => []);
    draw();
  };
  const draw = () => show(place, html`<form class="round-form" @submit=${send}><h2>${plan ? plan.name : words.t('round.new')}</h2>${problem ? problemNote(problem, words) : null}
    ${plan?.generated ? html`<p class="faint">${words.t('round.generated-plan')}</p>` : null}${fixed ? html`<p class="note">${words.t(plan?.ended ? 'round.is-ended' : 'round.not-yours')}</p>` : null}
    <fieldset class="round-all" ?disabled=${fixed}><legend class="hidden">${words.t('round.terms')}</legend>
    <label class="form-row"><span>${words.t('round.name')}</span><input class="field" required maxlength="60" data-key="name" .value=${draft.name} @input=${(/** @type {Event} */ event) => put({ name: valueOf(event) })}></label>
    ${choices('people', { words, all: known.people, chosen: draft.people, put: (people) => put({ people }) })}
    ${choices('grids', { words, all: known.grids, chosen: draft.grids, put: (grids) => { put({ grids }); streets = null; } })}
    ${whenFields(words, draft, put)}
    ${wantedFields(words, draft, put)}
    ${streets ? choices('streets', { words, all: streets, chosen: draft.streets, put: (chosen) => put({ streets: chosen }) }) : html`<p><button type="button" class="button" data-key="show-streets" @click=${showStreets}>${words.t('round.route', { n: words.number(draft.streets.length) })}</button> <span class="faint">${words.t('round.route-hint')}</span></p>`}
    <p class="form-foot round-foot"><button class="button primary" data-key="save">${words.t(plan ? 'round.save' : 'round.make')}</button>
      ${plan && !fixed ? html`<button type="button" class="button" data-key="end" @click=${end}>${words.t('round.end')}</button>` : null}<span class="faint">${words.t('round.save-hint')}</span></p></fieldset></form>`);
  show(place, loadingNote(words));
  try {
    known = await readChoices(page, signal);
    draw();
  } catch (error) {
    show(place, problemNote(problemOf(error), words, () => mountForm(place, plan, /** @type {any} */ ({ page, saved }))));
  }
}

/** @param {'people' | 'grids' | 'streets'} name @param {{ words: Words, all: readonly Choice[], chosen: readonly string[], put: (chosen: string[]) => void }} of */
function choices(name, { words, all, chosen, put }) {
  const now = new Set(chosen);
  const flip = (/** @type {Event} */ event) => {
    const { checked, value } = /** @type {HTMLInputElement} */ (event.target);
    if (checked) now.add(value);
    else now.delete(value);
    put([...now]);
  };
  const first = [...all].sort((a, b) => Number(now.has(b.code)) - Number(now.has(a.code)));
  return html`<fieldset class="round-choices" data-part=${name}><legend>${words.t(`round.${name}`)}</legend><div class="round-choice-list" tabindex="0" role="group" aria-label=${words.t(`round.${name}`)}>${first.length === 0 ? html`<p class="faint">${words.t('round.nothing-here')}</p>` : first.map(({ code, text, note }) => html`<label><input type="checkbox" value=${code} ?checked=${now.has(code)} data-key=${`${name}-${code}`} @change=${flip}><span>${text}${note ? html` <span class="faint">${note}</span>` : null}</span></label>`)}</div></fieldset>`;
}

/** @param {Words} words @param {RoundDraft} draft @param {(change: Partial<RoundDraft>) => void} put */
function whenFields(words, draft, put) {
  const days = new Set(draft.days);
  const flip = (/** @type {number} */ day) => (/** @type {Event} */ event) => {
    if (/** @type {HTMLInputElement} */ (event.target).checked) days.add(day);
    else days.delete(day);
    put({ days: [...days].sort() });
  };
  return html`<fieldset class="round-when"><legend>${words.t('round.when')}</legend><div class="round-days">${[1, 2, 3, 4, 5, 6, 7].map((day) => html`<label><input type="checkbox" ?checked=${days.has(day)} data-key=${`weekday-${day}`} @change=${flip(day)}>${words.t(`round.weekday.${day}`)}</label>`)}</div>
    <div class="round-fields">${field(words, 'from', { type: 'time', value: draft.from, put: (from) => put({ from }) })}${field(words, 'to', { type: 'time', value: draft.to, put: (to) => put({ to }) })}
    ${field(words, 'times', { type: 'number', value: draft.times, min: 1, max: 12, put: (times) => put({ times: Number(times) }) })}
    <label class="form-row"><span>${words.t('round.per')}</span><select class="field" data-key="per" @change=${(/** @type {Event} */ event) => put({ per: valueOf(event) === 'week' ? 'week' : 'day' })}>${['day', 'week'].map((per) => html`<option value=${per} ?selected=${per === draft.per}>${words.t(`round.per.${per}`)}</option>`)}</select></label></div>
    <p class="faint">${words.t('round.when-hint')}</p></fieldset>`;
}

/** @param {Words} words @param {RoundDraft} draft @param {(change: Partial<RoundDraft>) => void} put */
const wantedFields = (words, draft, put) => html`<fieldset class="round-wanted"><legend>${words.t('round.wanted')}</legend><div class="round-fields">
    ${field(words, 'least-minutes', { type: 'number', value: draft.minutes, min: 0, max: 480, put: (minutes) => put({ minutes: Number(minutes) }) })}
    ${field(words, 'street-percent', { type: 'number', value: draft.streetPercent, min: 0, max: 100, put: (streetPercent) => put({ streetPercent: Number(streetPercent) }) })}
    ${field(words, 'near', { type: 'number', value: draft.nearMeters, min: 5, max: 50, put: (nearMeters) => put({ nearMeters: Number(nearMeters) }) })}</div><p class="faint">${words.t('round.wanted-hint')}</p></fieldset>`;

/** @param {Words} words @param {string} name @param {{ type: string, value: string | number, min?: number, max?: number, put: (value: string) => void }} what */
const field = (words, name, { type, value, min, max, put }) => html`<label class="form-row"><span>${words.t(`round.${name}`)}</span><input class="field" required type=${type} .value=${value} min=${min ?? null} max=${max ?? null} data-key=${name} @change=${(/** @type {Event} */ event) => put(valueOf(event))}></label>`;

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLInputElement} */ (event.target).value;
