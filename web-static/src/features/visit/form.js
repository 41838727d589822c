import { problemOf } from '../../app/problem.js';
import { openDialog } from '../../ui/dialog.js';
import { html, show } from '../../ui/html.js';
import { problemNote } from '../../ui/problem.js';
import { treeOf } from '../campaign/tree.js';
import { choicesOf, MUST_SEE, ruleBody } from './state.js';

const MOST_AREAS = 500;
const KINDS = /** @type {const} */ (['yes-no', 'choice', 'text']);

/**
 * Says which doors are gone to how often: a new rule, or an old one otherwise.
 *
 * @param {VisitTo} to @param {VisitRule | null} rule
 */
export async function openForm(to, rule) {
  const { page } = to;
  const words = page.words();
  const { signal } = new AbortController();
  const place = document.createElement('div');
  /** @type {ProblemBody | null} */
  let problem = null;
  /** @type {{ code: string, name: string, depth: number }[]} */
  let areas = [];
  /** @type {VisitPlan} */
  let kept = rule ?? { title: '', purpose: '', target: 'household', kinds: [], areas: [], every: 1, unit: 'months', facts: [] };
  /** Keeps what was typed without drawing anew: that would take the button away that is being pressed. @param {Partial<VisitPlan>} change */
  const note = (change) => {
    kept = { ...kept, ...change };
  };
  const put = (/** @type {Partial<VisitPlan>} */ change) => {
    note(change);
    draw();
  };
  const fact = (/** @type {number} */ i, /** @type {Partial<VisitFact>} */ change) => kept.facts.map((one, at) => (at === i ? { ...one, ...change } : one));
  const draw = () => show(place, html`${problem ? problemNote(problem, words) : null}<form class="campaign-form" @submit=${send}>
      <label class="form-row"><span>${words.t('visits.name')}</span><input class="field" data-key="title" required maxlength="60" value=${kept.title} @input=${(/** @type {Event} */ event) => note({ title: valueOf(event) })}></label>
      <label class="form-row"><span>${words.t('visits.purpose')}</span><input class="field" data-key="purpose" maxlength="200" value=${kept.purpose} @input=${(/** @type {Event} */ event) => note({ purpose: valueOf(event) })}></label>
      <label class="form-row"><span>${words.t('visits.target')}</span><select class="field" data-key="target" @change=${(/** @type {Event} */ event) => put({ target: /** @type {any} */ (valueOf(event)) })}>${['household', 'business', 'marked'].map((one) => html`<option value=${one} ?selected=${one === kept.target}>${words.t(`visits.target.${one}`)}</option>`)}</select></label>
      ${kept.target === 'marked' ? html`<fieldset class="visits-marks"><legend>${words.t('visits.must-see')}</legend>${MUST_SEE.map((kind) => html`<label><input type="checkbox" data-key=${`kind-${kind}`} ?checked=${kept.kinds.includes(kind)} @change=${() => put({ kinds: toggled(kept.kinds, kind) })}> ${words.t(`visits.${kind}`)}</label>`)}</fieldset>` : null}
      <div class="form-row"><span>${words.t('visits.rhythm')}</span><div class="visits-rhythm"><input class="field number" type="number" min="1" max="366" required aria-label=${words.t('visits.rhythm')} data-key="every" value=${String(kept.every)} @input=${(/** @type {Event} */ event) => note({ every: Number(valueOf(event)) })}>
        <select class="field" aria-label=${words.t('visits.rhythm-unit')} data-key="unit" @change=${(/** @type {Event} */ event) => put({ unit: /** @type {any} */ (valueOf(event)) })}>${['months', 'days'].map((one) => html`<option value=${one} ?selected=${one === kept.unit}>${words.t(`visits.unit.${one}`)}</option>`)}</select></div></div>
      <fieldset class="campaign-areas"><legend>${words.t('visits.where')}</legend>${areas.map(({ code, name, depth }) => html`<label class=${`depth-${depth}`}><input type="checkbox" data-key=${`area-${code}`} ?checked=${kept.areas.includes(code)} @change=${() => note({ areas: toggled(kept.areas, code) })}> ${name}</label>`)}</fieldset>
      <fieldset class="campaign-lines"><legend>${words.t('visits.facts')}</legend>${kept.facts.map(line)}
        <button type="button" class="button" data-key="add" @click=${() => put({ facts: [...kept.facts, { text: '', kind: 'yes-no', choices: [] }] })}>${words.t('visits.add')}</button></fieldset>
      <p class="form-foot"><button class="button primary" data-key="keep">${words.t(rule ? 'visits.change' : 'visits.begin')}</button></p></form>`);
  const line = (/** @type {VisitFact} */ one, /** @type {number} */ i) => html`<div class="campaign-line"><input class="field" required maxlength="200" aria-label=${words.t('visits.fact-n', { n: i + 1 })} placeholder=${words.t('visits.fact-n', { n: i + 1 })} data-key=${`text-${i}`} value=${one.text} @input=${(/** @type {Event} */ event) => note({ facts: fact(i, { text: valueOf(event) }) })}>
      <select class="field" aria-label=${words.t('visits.fact-kind')} data-key=${`fact-${i}`} @change=${(/** @type {Event} */ event) => put({ facts: fact(i, { kind: /** @type {any} */ (valueOf(event)) }) })}>${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === one.kind}>${words.t(`visits.fact.${kind}`)}</option>`)}</select>
      ${one.kind === 'choice' ? html`<input class="field" required aria-label=${words.t('visits.choices')} placeholder=${words.t('visits.choices')} data-key=${`choices-${i}`} value=${one.choices.join('，')} @input=${(/** @type {Event} */ event) => note({ facts: fact(i, { choices: choicesOf(valueOf(event)) }) })}>` : null}
      <button type="button" class="button" data-key=${`less-${i}`} @click=${() => put({ facts: kept.facts.filter((_, at) => at !== i) })}>${words.t('visits.less')}</button></div>`;
  const send = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    try {
      const body = ruleBody(kept);
      await (rule ? page.api.send('PUT', `/api/visits/rules/${rule.id}`, { version: rule.version, body, signal }) : page.api.send('POST', '/api/visits/rules', { body, signal }));
      close();
      page.say(words.t('visits.rule-kept'), 'good');
      to.renew();
    } catch (error) {
      problem = problemOf(error);
      draw();
    }
  };
  const close = openDialog({ title: words.t(rule ? 'visits.change' : 'visits.new-rule'), closeLabel: words.t('visits.shut'), content: place });
  draw();
  const levels = await Promise.all(['street', 'community', 'grid'].map((level) => page.api.areas({ level, geometry: 'none' }, MOST_AREAS, signal)));
  areas = treeOf(levels.flatMap(({ features }) => features.map(({ properties }) => properties)));
  draw();
}

/** @template T @param {readonly T[]} all @param {T} one */
const toggled = (all, one) => (all.includes(one) ? all.filter((other) => other !== one) : [...all, one]);

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLInputElement} */ (event.target).value;
