import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { askForm } from '../incident/joint-dialogs.js';
import { ledgerEntry } from './ledger-entry.js';

const LONGEST_PROMISE = 200;

/**
 * Whether an incident stands in the public ledger of its grid, exactly as anyone sees it there, and the choice of it.
 *
 * @param {IncidentProps} incident @param {IncidentPublication | null} known null where the reader may not choose
 * @param {Page} page @param {() => void} again reads it anew
 */
export function publicationPart(incident, known, page, again) {
  if (!known || !incident.grid) return null;
  const words = page.words();
  const path = `/api/incidents/${encodeURIComponent(incident.id)}/publication`;
  const send = async (/** @type {'PUT' | 'DELETE'} */ method, /** @type {object | undefined} */ body) => {
    try {
      await page.api.send(method, path, { ...(body ? { body } : {}), version: known.version, signal: new AbortController().signal });
      return null;
    } catch (error) {
      return problemOf(error);
    } finally {
      again();
    }
  };
  const publish = () => askPromise(known, words, (promise) => send('PUT', { promise }));
  const withdraw = async () => {
    const problem = await send('DELETE', undefined);
    if (problem) page.say(problem.detail || problem.title || words.t('problem.title'), 'bad');
  };
  return html`<section class="card-part" data-part="publication"><h3>${words.t('publication.title')}</h3>
    ${known.public ? html`<ul class="ledger-seen">${ledgerEntry(known.entry, words)}</ul>` : html`<p class="faint">${words.t('publication.none')}</p>`}
    <p class="joint-foot"><button type="button" class="button" data-key="publish" @click=${publish}>${words.t(known.public ? 'publication.change' : 'publication.publish')}…</button>
      ${known.public ? html`<button type="button" class="button" data-key="withdraw" @click=${withdraw}>${words.t('publication.withdraw')}</button>` : null}</p></section>`;
}

/** The promise is written beside what comes of it. @param {IncidentPublication} known @param {Words} words @param {(promise: string) => Promise<ProblemBody | null>} send */
function askPromise({ entry }, words, send) {
  const look = (/** @type {Event} */ event) => {
    const typed = /** @type {HTMLTextAreaElement} */ (event.currentTarget).value;
    const seen = document.querySelector('dialog [data-part=as-seen]');
    if (seen) show(seen, ledgerEntry({ ...entry, promise: typed }, words));
  };
  askForm({
    words, title: words.t('publication.publish'),
    fields: html`<p class="faint">${words.t('publication.hint')}</p><label class="reason"><span>${words.t('publication.promise')}</span><textarea name="promise" class="field" rows="2" maxlength=${LONGEST_PROMISE} required data-key="promise" .value=${entry.promise} @input=${look} autofocus></textarea></label>
      <h4>${words.t('publication.as-seen')}</h4><ul class="ledger-seen" data-part="as-seen">${ledgerEntry(entry, words)}</ul>`,
    send: (form) => send(String(new FormData(form).get('promise') ?? '').trim()),
  });
}
