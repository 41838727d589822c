import { problemOf } from '../../app/problem.js';
import { html } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { byGrid, saidOf } from './state.js';

const SAID = { waiting: 'clock', yes: 'check', no: 'close' };

/**
 * Who was asked to serve where they live, grid by grid, and what they said; the desk says it for who telephones.
 *
 * @param {HTMLElement} place @param {Emergency} one @param {EmergencyTo} to
 */
export function mountPeople(place, one, { page }) {
  const words = page.words();
  const say = async (/** @type {EmergencyCall} */ call, /** @type {boolean} */ comes) => {
    try {
      await page.api.send('POST', `/api/emergencies/${one.id}/calls/${encodeURIComponent(call.staff)}/reply`, { body: { comes }, signal: new AbortController().signal });
    } catch (error) {
      const problem = problemOf(error);
      page.say(problem.detail || problem.title || words.t('problem.title'), 'bad');
    }
    await part.reload();
  };
  /** @type {Part<EmergencyCall[]>} */
  const part = createPart(place, {
    words: page.words, over: page.over,
    read: async (signal) => (await page.api.get(`/api/emergencies/${one.id}/calls`, {}, signal)).calls,
    content: (calls) => (calls.length === 0 ? emptyNote(words.t('emergency.nobody')) : html`<p class="faint">${words.t('emergency.people-why')}</p>
      ${byGrid(calls).map(({ grid, name, calls: there }) => html`<section class="emergency-home"><h3>${name} <span class="faint">${words.t('emergency.said-of', { yes: there.filter(({ comes }) => comes).length, needed: one.grids.find(({ code }) => code === grid)?.needed ?? 0 })}</span></h3>
        <ul>${there.map((call) => person(call, { one, words, say }))}</ul></section>`)}`),
  });
  part.reload();
}

/** @param {EmergencyCall} call @param {{ one: Emergency, words: Words, say: (call: EmergencyCall, comes: boolean) => void }} to */
function person(call, { one, words, say }) {
  const said = saidOf(call);
  return html`<li class=${`emergency-person ${said}`} data-staff=${call.staff}><div><b>${call.name ?? call.staff}</b> <span class="code-text">${call.staff}</span>
      <p>${call.phone && !call.masked ? html`<a class="link" href=${`tel:${call.phone}`}>${call.phone}</a>` : (call.phone ?? '')}</p></div>
    <p class="emergency-said">${icon(/** @type {any} */ (SAID[said]))}<span>${words.t(`emergency.said.${said}`)}${call.repliedAt ? html` <span class="faint">${words.time(call.repliedAt)}${call.byDesk ? ` · ${words.t('emergency.by-desk')}` : ''}</span>` : null}</span></p>
    ${one.endedAt ? null : html`<div class="emergency-say">${[true, false].map((comes) => (call.comes === comes ? null : html`<button type="button" class="button" data-key=${`${comes ? 'yes' : 'no'}-${call.staff}`} @click=${() => say(call, comes)}>${words.t(comes ? 'emergency.enter-yes' : 'emergency.enter-no')}</button>`))}</div>`}</li>`;
}
