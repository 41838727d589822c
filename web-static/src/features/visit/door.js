import { problemOf } from '../../app/problem.js';
import { confirmed } from '../../ui/confirm.js';
import { openDialog } from '../../ui/dialog.js';
import { html } from '../../ui/html.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { answersOf, MUST_SEE } from './state.js';

/**
 * What was ever done at a door; each reading is on record.
 *
 * @param {VisitTo} to @param {string} id of the door
 */
export function openDoor(to, id) {
  const { page } = to;
  const words = page.words();
  const place = document.createElement('div');
  const path = `/api/visits/doors/${encodeURIComponent(id)}`;
  /** @type {Part<KnownDoor>} */
  const part = createPart(place, {
    words: page.words, over: page.over,
    read: async (signal) => (await page.api.get(path, {}, signal)).properties,
    content: (door) => view(door, to, { mark, erase }),
  });
  const doing = async (/** @type {() => Promise<any>} */ work) => {
    try {
      part.put((await work()).properties);
      page.say(words.t('visits.kept'), 'good');
    } catch (error) {
      const problem = problemOf(error);
      page.say(problem.detail || problem.title || words.t('problem.title'), 'bad');
      part.reload();
    }
  };
  const mark = (/** @type {KnownDoor} */ door, /** @type {MustSee} */ kind, /** @type {boolean} */ on) => doing(() => page.api.send('PUT', `${path}/marks`, {
    version: door.marksVersion ?? 0, signal: new AbortController().signal,
    body: { kinds: MUST_SEE.filter((one) => (one === kind ? on : door.marks?.includes(one))) },
  }));
  const erase = async () => {
    const sure = await confirmed({ words, title: words.t('visits.erase'), text: words.t('visits.erase-sure'), yes: words.t('visits.erase') });
    if (sure) await doing(() => page.api.send('POST', `${path}/erasure`, { signal: new AbortController().signal }));
  };
  openDialog({ title: words.t('visits.door'), closeLabel: words.t('visits.shut'), content: place });
  part.reload();
}

/** @param {KnownDoor} door @param {VisitTo} to @param {{ mark: (door: KnownDoor, kind: MustSee, on: boolean) => void, erase: () => void }} does */
function view(door, to, { mark, erase }) {
  const words = to.page.words();
  return html`<div class="visits-door"><p><b>${door.building} ${door.door}</b></p>
    ${door.marks === null || door.kind === 'business' ? null : html`<fieldset class="visits-marks"><legend>${words.t('visits.must-see')}</legend>
      ${MUST_SEE.map((kind) => html`<label><input type="checkbox" data-key=${`mark-${kind}`} ?checked=${door.marks?.includes(kind)} @change=${(/** @type {Event} */ event) => mark(door, kind, /** @type {HTMLInputElement} */ (event.target).checked)}> ${words.t(`visits.${kind}`)}</label>`)}
      <p class="faint">${words.t('visits.marks-hint')}</p></fieldset>`}
    ${door.visits.length === 0 ? emptyNote(words.t('visits.no-visits')) : html`<ol class="visits-history">${door.visits.map((one) => entry(one, to))}</ol>`}
    ${to.site.roles.includes('administrator') ? html`<p><button type="button" class="button" data-key="erase" @click=${erase}>${words.t('visits.erase')}</button></p>` : null}</div>`;
}

/** @param {KeptVisit} visit @param {VisitTo} to */
function entry(visit, to) {
  const words = to.page.words();
  const rule = to.rules().find(({ id }) => id === visit.rule);
  return html`<li data-visit=${`${visit.rule}-${visit.version}`}><p><b>${words.t(`visits.outcome.${visit.outcome}`)}</b> <span class="faint">${words.dayTime(visit.heldAt)} · ${visit.name ?? visit.account}</span></p>
    <p class="faint">${rule?.title ?? words.t('visits.old-rule')}${visit.corrects ? ` · ${words.t('visits.corrects', { n: visit.corrects })}` : ''}${visit.nextTry ? ` · ${words.t('visits.next-try', { day: visit.nextTry })}` : ''}</p>
    ${answersOf(visit).map(({ text, kind, answer }) => html`<p>${text} <b>${kind === 'yes-no' ? words.t(`visits.${answer}`) : answer}</b></p>`)}
    ${visit.note ? html`<p class="visits-note">${visit.note}</p>` : null}
    ${visit.number ? html`<p><a class="link" href=${`/desk/?incident=${encodeURIComponent(visit.incident ?? '')}`}>▲ ${words.t('visits.became', { number: visit.number })}</a></p>` : null}</li>`;
}
