import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { mayUse } from './ahead.js';

const ASK_MS = 20_000;

/**
 * Whether the reader comes where they live while an emergency lasts: one press, and another one changes it.
 *
 * @param {FieldPage} page
 */
export function followEmergency(page) {
  /** @type {EmergencyOwnCall[]} */
  let calls = [];
  let failed = '';
  const draw = () => {
    const place = document.querySelector('[data-part=emergency]');
    if (place) show(place, calls.length > 0 ? html`${failed ? html`<p class="note bad" role="alert">${icon('warning')}<span>${failed}</span></p>` : null}${calls.map((one) => call(page, one, say))}` : null);
  };
  const ask = async () => {
    if (document.visibilityState !== 'visible' || !mayUse(page.store.state().roles)) return;
    try {
      const answer = await (await page.calls()).get('/api/emergencies/own', {}, new AbortController().signal);
      const came = answer.calls.length > calls.length;
      calls = answer.calls;
      if (came && calls.some(({ comes }) => comes === null)) navigator.vibrate?.([300, 150, 300]);
    } catch {
      // Without network nobody can answer: what is shown stays.
    }
    draw();
  };
  const say = async (/** @type {EmergencyOwnCall} */ one, /** @type {boolean} */ comes) => {
    try {
      failed = '';
      await (await page.calls()).send('POST', `/api/emergencies/${one.id}/reply`, { body: { comes }, signal: new AbortController().signal });
    } catch (error) {
      const problem = problemOf(error);
      failed = problem.detail || problem.title || page.words().t('problem.title');
    }
    await ask();
  };
  setInterval(ask, ASK_MS);
  document.addEventListener('visibilitychange', ask);
  window.addEventListener('hashchange', draw);
  return ask();
}

/** @param {FieldPage} page @param {EmergencyOwnCall} one @param {(one: EmergencyOwnCall, comes: boolean) => Promise<void>} say */
function call(page, one, say) {
  const words = page.words();
  const { comes } = one;
  const button = (/** @type {boolean} */ yes) => (comes === yes ? null : html`<button type="button" class=${`button wide${yes ? ' primary' : ''}`} data-key=${`${yes ? 'come' : 'decline'}-${one.id}`} @click=${() => say(one, yes)}>${yes ? icon('check') : null}<span>${words.t(yes ? 'field.emergency-yes' : 'field.emergency-no')}</span></button>`);
  return html`<section class=${`call${comes ? ' coming' : ''}`} role=${comes === null ? 'alert' : null} data-emergency=${one.id}><h2>${icon('warning')}<span>${words.t('field.emergency', { title: one.title })}</span></h2>
    <p class="said">${words.t('field.emergency-where', { grid: one.gridName })}</p>${one.task ? html`<p class="faint">${words.t('field.emergency-task', { text: one.task })}</p>` : null}
    ${one.contact ? html`<p>${words.t('field.emergency-contact')} ${one.contact.name} <a href=${`tel:${one.contact.phone}`}>${one.contact.phone}</a></p>` : null}
    ${comes === null ? null : html`<p class="note" role="status">${icon(comes ? 'check' : 'close')}<span>${words.t(comes ? 'field.emergency-coming' : 'field.emergency-declined')}</span></p>`}
    <div class="acts">${button(true)}${button(false)}</div></section>`;
}
