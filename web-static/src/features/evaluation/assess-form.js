import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { problemNote } from '../../ui/problem.js';
import { CALLBACKS } from './supervision-state.js';

const LONGEST_REMARK = 300;
const QUESTIONS = /** @type {const} */ ([['real', 'real'], ['solved', 'solved'], ['inTime', 'in-time']]);

/**
 * What was found about an incident: radio buttons that the arrow keys go through; Ctrl and Enter save it and go on to the next.
 *
 * @param {SampleMember} member @param {{ sample: DrawnSample, page: FramePage, saved: (incident: string) => void }} with
 */
export function assessForm({ incidentId, version, assessment }, { sample, page, saved }) {
  const words = page.words();
  const send = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const given = new FormData(form);
    const yes = (/** @type {string} */ name) => given.get(name) === 'yes';
    const body = { real: yes('real'), solved: yes('solved'), inTime: yes('inTime'), callback: given.get('callback'), remark: String(given.get('remark') ?? '').trim() };
    const path = `/api/evaluations/samples/${sample.id}/members/${encodeURIComponent(incidentId)}/assessment`;
    try {
      await page.api.send('PUT', path, { body, version, signal: new AbortController().signal });
      page.say(words.t('supervision.saved'), 'good');
      saved(incidentId);
    } catch (error) {
      show(/** @type {Element} */ (form.querySelector('[data-part=refused]')), problemNote(problemOf(error), words));
    }
  };
  const byKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) /** @type {HTMLFormElement} */ (event.currentTarget).requestSubmit();
  };
  return html`<form class="assess-form" @submit=${send} @keydown=${byKey}>${QUESTIONS.map(([name, key]) => choice(name, words.t(`supervision.${key}`), ['yes', 'no'].map((value) => [value, words.t(`supervision.${key}.${value}`)]), assessment ? (assessment[name] ? 'yes' : 'no') : ''))}
    ${choice('callback', words.t('supervision.callback'), CALLBACKS.map((value) => [value, words.word('supervision.callback', value)]), assessment?.callback ?? '')}
    <label class="form-field"><span>${words.t('supervision.remark')}</span><textarea class="field" name="remark" rows="2" maxlength=${LONGEST_REMARK} data-key="remark" .value=${assessment?.remark ?? ''}></textarea></label>
    <div data-part="refused" role="alert"></div>
    <p class="form-foot"><button class="button primary" data-key="save-assessment">${words.t('supervision.save-next')}</button> <span class="faint">${words.t('supervision.by-key')}</span></p></form>`;
}

/** @param {string} name @param {string} label @param {string[][]} options @param {string} chosen */
const choice = (name, label, options, chosen) => html`<fieldset class="assess-choice"><legend>${label}</legend><div>${options.map(([value, text]) => html`<label class="choice"><input type="radio" name=${name} value=${value} required ?checked=${value === chosen} data-key=${`${name}-${value}`}> <span>${text}</span></label>`)}</div></fieldset>`;
