import { problemOf } from '../../app/problem.js';
import { confirmed } from '../../ui/confirm.js';
import { html, show } from '../../ui/html.js';
import { emptyNote } from '../../ui/problem.js';
import { openForm } from './form.js';
import { KEEPERS } from './state.js';

/**
 * Which doors are gone to how often.
 *
 * @param {HTMLElement} place @param {VisitTo} to @returns {() => void}
 */
export function mountRules(place, to) {
  const words = to.page.words();
  const rules = to.rules();
  show(place, html`${to.site.roles.some((role) => KEEPERS.includes(role)) ? html`<p class="visits-tools"><button type="button" class="button primary" data-key="new-rule" @click=${() => openForm(to, null)}>${words.t('visits.new-rule')}</button></p>` : null}
    ${rules.length === 0 ? emptyNote(words.t('visits.no-rules')) : html`<ul class="visits-rules">${rules.map((rule) => card(rule, to))}</ul>`}`);
  return () => show(place, null);
}

/** @param {VisitRule} rule @param {VisitTo} to */
function card(rule, to) {
  const words = to.page.words();
  return html`<li data-rule=${String(rule.id)}><h3>${rule.title}</h3>
    <p>${words.t(`visits.target.${rule.target}`)}${rule.kinds.length > 0 ? `（${rule.kinds.map((kind) => words.t(`visits.${kind}`)).join(words.t('list.comma'))}）` : ''} · ${words.t(`visits.every.${rule.unit}`, { n: rule.every })}</p>
    ${rule.purpose ? html`<p>${rule.purpose}</p>` : null}
    <p class="faint">${words.t('visits.areas', { n: rule.areas.length })} · ${words.t('visits.since', { day: words.day(rule.begunAt) })}${rule.generated ? ` · ${words.t('visits.generated')}` : ''}</p>
    ${rule.facts.length > 0 ? html`<ol>${rule.facts.map(({ text, kind, choices }) => html`<li>${text} <span class="faint">${kind === 'choice' ? choices.join(' / ') : words.t(`visits.fact.${kind}`)}</span></li>`)}</ol>` : null}
    <p class="visits-tools"><button type="button" class="button" data-key=${`due-${rule.id}`} @click=${() => to.go({ part: 'due', rule: String(rule.id), grid: '', unit: '', state: '' })}>${words.t('visits.show-due')}</button>
      ${rule.mayChange ? html`<button type="button" class="button" data-key=${`change-${rule.id}`} @click=${() => openForm(to, rule)}>${words.t('visits.change')}</button>
      <button type="button" class="button" data-key=${`retire-${rule.id}`} @click=${() => retire(rule, to)}>${words.t('visits.retire')}</button>` : null}</p></li>`;
}

/** @param {VisitRule} rule @param {VisitTo} to */
async function retire(rule, to) {
  const words = to.page.words();
  const sure = await confirmed({ words, title: words.t('visits.retire'), text: words.t('visits.retire-sure', { title: rule.title }), yes: words.t('visits.retire') });
  if (!sure) return;
  try {
    await to.page.api.send('PUT', `/api/visits/rules/${rule.id}`, { version: rule.version, body: { retired: true }, signal: new AbortController().signal });
    to.page.say(words.t('visits.retired'), 'good');
  } catch (error) {
    const problem = problemOf(error);
    to.page.say(problem.detail || problem.title || words.t('problem.title'), 'bad');
  }
  to.renew();
}
