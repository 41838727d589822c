import { html } from '../../ui/html.js';
import { handlerName } from '../incident/joint.js';
import { askForm } from '../incident/joint-dialogs.js';

/** @typedef {{ to: HandlerRef, names?: Record<Lang, string> }} Named */

/**
 * Asks to whom an incident is given, several if they shall handle it together, and who of them leads.
 *
 * @param {Page} page @param {DeskSuggestion[]} suggestions
 * @param {(order: { to: HandlerRef[], leader: HandlerRef | undefined }) => Promise<ProblemBody | null>} send
 */
export async function askSeveral(page, suggestions, send) {
  const words = page.words();
  const all = [...suggestions, ...(await otherDepartments(page.api, suggestions))];
  askForm({
    words, title: words.t('desk.send-several'),
    fields: html`<p class="faint">${words.t('desk.send-several-hint')}</p><ul class="several">${all.map((one, i) => html`<li>
      <label class="choice inline"><input type="checkbox" name="to" value=${i} data-key=${`several-${one.to.code}`} ?autofocus=${i === 0}><span>${handlerName(one, words.lang)}</span></label>
      <label class="choice inline"><input type="radio" name="leader" value=${i} ?checked=${i === 0} data-key=${`leader-${one.to.code}`}><span>${words.t('joint.leads')}</span></label></li>`)}</ul>`,
    send: (form) => send(chosen(new FormData(form), all)),
  });
}

/** Whoever leads is given it too. @param {FormData} form @param {Named[]} all */
export function chosen(form, all) {
  const of = (/** @type {FormDataEntryValue} */ n) => ({ kind: all[Number(n)].to.kind, code: all[Number(n)].to.code });
  const given = form.getAll('to');
  const leader = form.get('leader');
  const leads = leader !== null && given.includes(leader);
  return { to: given.map(of), leader: leads ? of(leader) : undefined };
}

/** @param {Page['api']} api @param {DeskSuggestion[]} suggestions @returns {Promise<Named[]>} */
async function otherDepartments(api, suggestions) {
  const answer = await api.get('/api/incidents/departments', {}, new AbortController().signal).catch(() => ({ departments: [] }));
  const proposed = new Set(suggestions.map(({ to }) => to.code));
  return answer.departments
    .filter((/** @type {{ code: string }} */ { code }) => !proposed.has(code))
    .map((/** @type {{ code: string, nameZh: string, nameEn: string }} */ { code, nameZh, nameEn }) => ({ to: { kind: 'department', code }, names: { zh: nameZh, en: nameEn } }));
}
