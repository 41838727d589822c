import { problemOf } from '../../app/problem.js';
import { instantOf } from '../../app/when.js';
import { openDialog } from '../../ui/dialog.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { problemNote } from '../../ui/problem.js';
import { treeOf } from '../campaign/tree.js';
import { contactFields } from './contact.js';
import { topsOf } from './state.js';

const MOST_AREAS = 2_000;
const DAY_MS = 86_400_000;

/**
 * Declares an emergency in two presses: the first shows what would follow, the second does it.
 *
 * @param {FramePage} page @param {Site} site @param {(id: string) => void} declared
 */
export async function openDeclaring(page, site, declared) {
  const words = page.words();
  const { signal } = new AbortController();
  const place = document.createElement('div');
  const kept = { title: '', households: 100, contact: { name: '', phone: '' }, task: '', hazardous: true, until: new Date(Date.parse(site.asOf) + 2 * DAY_MS).toISOString().slice(0, 10) };
  /** @type {Set<string>} */
  const chosen = new Set();
  /** @type {Set<string>} */
  const urgent = new Set();
  /** @type {IncidentCategory[]} */
  let categories = [];
  /** @type {{ code: string, name: string, depth: number }[]} */
  let areas = [];
  const plan = () => ({
    title: kept.title, areas: topsOf(chosen), householdsPerPerson: kept.households, contact: kept.contact,
    task: kept.task.trim() ? { text: kept.task, yesIsHazard: kept.hazardous, until: instantOf(`${kept.until}T23:59:59`, site.timeZone) } : null,
    urgentCategories: [...urgent],
  });
  const ask = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    try {
      const foreseen = await page.api.send('POST', '/api/emergencies/preview', { body: plan(), signal });
      show(place, consequences(foreseen, { words, plan: plan(), urgent: categories.filter(({ code }) => urgent.has(code)).map((one) => nameOf(one, words)), back: () => form(null), go: declare }));
      /** @type {HTMLElement | null} */ (place.querySelector('[data-key=back]'))?.focus();
    } catch (error) {
      form(problemOf(error));
    }
  };
  const declare = async () => {
    try {
      const { properties } = await page.api.send('POST', '/api/emergencies', { body: plan(), signal });
      page.say(words.t('emergency.declared', { n: words.number(properties.totals.asked) }), 'good');
      close();
      declared(String(properties.id));
    } catch (error) {
      form(problemOf(error));
    }
  };
  const form = (/** @type {ProblemBody | null} */ problem) => show(place, html`${problem ? problemNote(problem, words) : null}${formView({ kept, chosen, areas, urgent, categories, words, ask })}`);
  const close = openDialog({ title: words.t('emergency.declare'), closeLabel: words.t('dialog.close'), content: place });
  form(null);
  const [known, ...levels] = await Promise.all([page.api.get('/api/incidents/categories', {}, signal), ...['street', 'community', 'grid'].map((level) => page.api.areas({ level, geometry: 'none' }, MOST_AREAS, signal))]);
  categories = known.categories.filter((/** @type {IncidentCategory} */ { retired }) => !retired);
  areas = treeOf(levels.flatMap(({ features }) => features.map((/** @type {any} */ { properties }) => properties)));
  form(null);
}

/** @param {IncidentCategory} one @param {Words} words */
const nameOf = ({ nameZh, nameEn }, words) => (words.lang === 'zh' ? nameZh : nameEn);

/** @param {{ kept: any, chosen: Set<string>, areas: { code: string, name: string, depth: number }[], urgent: Set<string>, categories: IncidentCategory[], words: Words, ask: (event: SubmitEvent) => void }} of */
function formView({ kept, chosen, areas, urgent, categories, words, ask }) {
  const keep = (/** @type {string} */ name) => (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    kept[name] = input.type === 'checkbox' ? input.checked : input.type === 'number' ? Number(input.value) : input.value;
  };
  const picking = (/** @type {Set<string>} */ all) => (/** @type {Event} */ event) => {
    const { checked, value } = /** @type {HTMLInputElement} */ (event.target);
    if (checked) all.add(value);
    else all.delete(value);
  };
  const pick = picking(chosen);
  const pickUrgent = picking(urgent);
  return html`<form class="emergency-form" @submit=${ask}>
    <label class="form-row"><span>${words.t('emergency.name')}</span><input class="field" data-key="title" required maxlength="60" autocomplete="off" placeholder=${words.t('emergency.name-such')} value=${kept.title} @input=${keep('title')}></label>
    <fieldset class="emergency-areas"><legend>${words.t('emergency.areas')}</legend>${areas.map(({ code, name, depth }) => html`<label class=${`depth-${depth}`}><input type="checkbox" data-key=${`area-${code}`} value=${code} ?checked=${chosen.has(code)} @change=${pick}> ${name}</label>`)}</fieldset>
    <label class="form-row"><span>${words.t('emergency.rule')}</span><input class="field number" data-key="households" type="number" min="5" max="2000" required value=${kept.households} @input=${keep('households')}></label>
    ${contactFields(kept.contact, words)}<p class="faint">${words.t('emergency.contact-why')}</p>
    <label class="form-row"><span>${words.t('emergency.task')}</span><input class="field" data-key="task" maxlength="200" autocomplete="off" placeholder=${words.t('emergency.task-such')} value=${kept.task} @input=${keep('task')}></label>
    <div class="emergency-pair"><label class="form-row"><span>${words.t('emergency.task-until')}</span><input class="field" data-key="until" type="date" required value=${kept.until} @input=${keep('until')}></label>
      <label class="emergency-check"><input type="checkbox" data-key="hazardous" ?checked=${kept.hazardous} @change=${keep('hazardous')}> ${words.t('emergency.task-hazardous')}</label></div>
    <details ?open=${urgent.size > 0}><summary data-key="urgent">${words.t('emergency.urgent')}</summary><div class="emergency-areas" role="group" aria-label=${words.t('emergency.urgent')}>${categories.map((one) => html`<label><input type="checkbox" data-key=${`category-${one.code}`} value=${one.code} ?checked=${urgent.has(one.code)} @change=${pickUrgent}> ${nameOf(one, words)}</label>`)}</div></details>
    <p class="form-foot"><button class="button primary" data-key="ask">${words.t('emergency.next')}</button><span class="faint">${words.t('emergency.next-why')}</span></p></form>`;
}

/** What would follow, before it does. @param {EmergencyForeseen} foreseen @param {{ words: Words, plan: { title: string, task: unknown }, urgent: string[], back: () => void, go: () => void }} to */
function consequences(foreseen, { words, plan, urgent, back, go }) {
  const n = (/** @type {number} */ value) => words.number(value);
  const lines = [
    ['grids', { n: n(foreseen.grids) }], ['people', { n: n(foreseen.people), needed: n(foreseen.needed) }],
    ...(plan.task ? [['households', { n: n(foreseen.households) }]] : []),
    ...(urgent.length > 0 ? [['urgent', { categories: urgent.join(words.t('list.comma')) }]] : []), ['contact', {}], ['wall', {}],
  ];
  return html`<div class="emergency-sure" role="alert"><p class="emergency-sure-title">${icon('warning')}<b>${words.t('emergency.sure', { title: plan.title })}</b></p>
    <ul>${lines.map(([key, values]) => html`<li data-follows=${key}>${words.t(`emergency.follows.${key}`, /** @type {any} */ (values))}</li>`)}</ul>
    ${foreseen.taken.length > 0 ? html`<p class="note bad">${icon('warning')}<span>${words.t('emergency.taken', { grids: foreseen.taken.map(({ name }) => name).join(words.t('list.comma')) })}</span></p>` : null}
    <div class="form-foot">${foreseen.taken.length > 0 ? null : html`<button type="button" class="button primary emergency-go" data-key="go" @click=${go}>${words.t('emergency.go')}</button>`}<button type="button" class="button" data-key="back" @click=${back}>${words.t('emergency.back')}</button></div></div>`;
}
