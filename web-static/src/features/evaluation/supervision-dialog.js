import { problemOf } from '../../app/problem.js';
import { openDialog } from '../../ui/dialog.js';
import { html, show } from '../../ui/html.js';
import { problemNote } from '../../ui/problem.js';

const LONGEST = 300;

/**
 * Asks for a few words and sends them; what the server refuses is told beside them.
 *
 * @param {{ words: Words, title: string, label: string, yes: string, needed?: boolean, send: (text: string) => Promise<unknown>, done: () => void }} ask
 */
export function askWords({ words, title, label, yes, needed = false, send, done }) {
  const submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    try {
      await send(String(new FormData(form).get('text') ?? '').trim());
      close();
      done();
    } catch (error) {
      show(/** @type {Element} */ (form.querySelector('[data-part=refused]')), problemNote(problemOf(error), words));
    }
  };
  const byKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) /** @type {HTMLFormElement} */ (event.currentTarget).requestSubmit();
  };
  const close = openDialog({
    title, closeLabel: words.t('help.close'),
    content: html`<form class="supervision-ask" @submit=${submit} @keydown=${byKey}><label class="form-field"><span>${label}</span><textarea name="text" class="field" rows="3" maxlength=${LONGEST} ?required=${needed} data-key="ask-words" autofocus></textarea></label>
      <div data-part="refused" role="alert"></div><p class="form-foot"><button class="button primary" data-key="ask-send">${yes}</button> <span class="faint">${words.t('supervision.by-key')}</span></p></form>`,
  });
}

/**
 * Opens a closed incident again, as the desk does.
 *
 * @param {SupervisedIncident} incident @param {FramePage} page @param {() => void} done
 */
export function askReopen(incident, page, done) {
  const words = page.words();
  askWords({
    words, title: words.t('supervision.reopen-title', { number: incident.number }), label: words.t('supervision.reason'), yes: words.t('supervision.reopen'), needed: true, done,
    send: async (reason) => {
      const { signal } = new AbortController();
      await page.api.act(incident.id, 'reopen', { version: incident.version, reason, signal });
      page.say(words.t('supervision.reopened', { number: incident.number }), 'good');
    },
  });
}

/** What an incident is called, with the way to it. @param {SupervisedIncident} incident @param {Words} words */
export const incidentLink = (incident, words) => html`<a class="link" href=${`/?incident=${incident.id}`}>${incident.number}</a>
  <span>${(words.lang === 'zh' ? incident.names.categoryZh : incident.names.categoryEn) ?? incident.category}</span><span class="faint">${incident.names.grid ?? incident.grid ?? ''}</span>`;
