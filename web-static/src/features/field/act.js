import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { newKey, shelf } from '../../app/shelf.js';
import { mountPhotos } from '../report/photos.js';
import { emptyDraft, draftOf } from '../report/state.js';
import { taskName } from './marks.js';
import { mountNotes } from './notes.js';
import { PICTURED, REASONED } from './state.js';

const LONGEST_REASON = 500;

/**
 * The form of one action: words, photos, and one large button. What is in it is kept until it was sent off.
 *
 * @param {HTMLElement} place @param {FieldPage} page @param {FieldTask} task @param {string} action
 * @returns {() => void}
 */
export function mountAct(place, page, task, action) {
  const { t } = page.words();
  const drafts = shelf('drafts');
  const name = `${task.id}/${action}`;
  let draft = emptyDraft(newKey());
  let over = false;
  const put = (/** @type {Partial<ReportDraft>} */ change) => {
    draft = { ...draft, ...change };
    if (!over) drafts.put(name, draft).catch(() => {});
  };
  const send = async () => {
    const field = /** @type {HTMLTextAreaElement} */ (place.querySelector('textarea'));
    if (REASONED.includes(action) && !draft.description.trim()) {
      show(part('lacks'), html`<p class="note bad" role="alert">${icon('warning')}<span>${t('field.reason-missing')}</span></p>`);
      return field.focus();
    }
    over = true;
    await page.post({ kind: 'act', title: `${t(`field.do-${action}`)} · ${taskName(page.words(), task)}`, incident: task.id, action, version: task.version, reason: draft.description.trim(), draft });
    drafts.remove(name).catch(() => {});
    page.go('#tasks');
  };
  show(place, html`<a class="tap back" href=${`#task/${encodeURIComponent(task.id)}`} data-key="back">${icon('right', 'turned')}<span>${taskName(page.words(), task)}</span></a>
    <h2 class="task-title">${t(`field.do-${action}`)}</h2>
    <form novalidate @submit=${(/** @type {Event} */ event) => { event.preventDefault(); send(); }}>
    ${PICTURED.includes(action) ? html`<section class="part" data-part="photos"></section>` : null}
    <section class="part"><h2 id="reason">${t(REASONED.includes(action) ? 'field.reason' : 'field.words')}</h2>
      <textarea class="field" rows="3" maxlength=${LONGEST_REASON} aria-labelledby="reason" data-key="reason" placeholder=${t(`field.hint-${action}`)}
        @input=${(/** @type {Event} */ event) => put({ description: /** @type {HTMLTextAreaElement} */ (event.target).value })}></textarea></section>
    <section class="part" data-part="notes"></section>
    <div data-part="lacks"></div>
    <div class="send-bar"><button type="submit" class="button primary wide" data-key="act">${icon('send')}<span>${t(`field.do-${action}`)}</span></button><p class="faint">${t('field.goes-later')}</p></div></form>`);
  const part = (/** @type {string} */ which) => /** @type {HTMLElement} */ (place.querySelector(`[data-part=${which}]`));
  const photos = PICTURED.includes(action)
    ? mountPhotos(part('photos'), {
      words: page.words, name: 'act-photo', title: t(action === 'report-back' ? 'field.photos-after' : 'field.photos-before'),
      photos: () => draft.photos,
      put: (now) => {
        put({ photos: now });
        photos?.draw();
      },
    })
    : null;
  const notes = mountNotes(part('notes'), { words: page.words, notes: () => draft.notes, put: (now) => put({ notes: now }) });
  drafts.get(name).then(draftOf, () => null).then((kept) => {
    if (!kept || over) return;
    draft = kept;
    /** @type {HTMLTextAreaElement} */ (place.querySelector('textarea')).value = kept.description;
    photos?.draw();
    notes.draw();
  });
  return () => {
    over = true;
    photos?.stop();
    notes.stop();
  };
}
