import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';

const LONGEST = 500;

/**
 * Calls for help at a task: a button, then what is needed. It needs a network, and says so where there is none.
 *
 * @param {HTMLElement} place @param {FieldPage} page @param {FieldTask} task @param {AbortSignal} signal
 */
export async function mountBlow(place, page, task, signal) {
  const { t } = page.words();
  const path = `/api/incidents/${encodeURIComponent(task.id)}/whistles`;
  const told = (/** @type {string} */ key, bad = false) => show(place, html`<p class=${`note${bad ? ' bad' : ''}`} role="status">${icon(bad ? 'warning' : 'whistle')}<span>${t(key)}</span></p>`);
  const ask = () => show(place, html`<form class="part" @submit=${send}><label class="field-label" for="blow-reason">${t('field.blow-why')}</label>
    <textarea id="blow-reason" class="field" name="reason" rows="3" maxlength=${LONGEST} required data-key="blow-reason" autofocus></textarea><p class="faint">${t('field.blow-hint')}</p>
    <button type="submit" class="button primary wide" data-key="blow-send">${icon('whistle')}<span>${t('field.blow')}</span></button></form>`);
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    try {
      await (await page.calls()).send('POST', path, { body: { reason: String(new FormData(form).get('reason')).trim() }, signal: new AbortController().signal });
      told('field.blown');
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 0) form.append(html`<p class="note bad" role="alert">${icon('warning')}<span>${t('field.blow-offline')}</span></p>`);
      else form.append(html`<p class="note bad" role="alert">${icon('warning')}<span>${problem.detail || problem.title || ''}</span></p>`);
    }
  };
  try {
    const { features, actions = [] } = await (await page.calls()).get('/api/whistles', { incident: task.id }, signal);
    if (features.some((/** @type {GeoFeature<WhistleProps>} */ { properties }) => !properties.endedAt)) return told('field.blown');
    if (actions.includes('blow')) show(place, html`<button type="button" class="button wide" data-key="blow" @click=${ask}>${icon('whistle')}<span>${t('field.blow')}</span></button>`);
  } catch {
    // Without network nobody can be called from here; the task can be done without.
  }
}
