import { html } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';
import { problemNote } from '../../../ui/problem.js';
import { differenceText } from './history.js';

/** What somebody else stored meanwhile, and the two ways on. @param {CameraPage} to @param {CameraConflict} conflict */
export const conflictView = ({ words, does }, { theirs, changes, mine }) => html`<div class="note bad cams-conflict" role="alert">${icon('warning')}<div><p class="note-title">${words().t('cams.conflict', { n: theirs.properties.revision })}</p>
  <ul>${changes.map((change) => html`<li>${differenceText(change, words())}</li>`)}</ul>
  <p>${words().t('cams.conflict-mine')}</p><ul>${mine.map((change) => html`<li>${differenceText(change, words())}${changes.some(({ field, lens }) => field === change.field && lens === change.lens) ? html` <b>${words().t('cams.conflict-both')}</b>` : null}</li>`)}</ul>
  <p>${words().t('cams.conflict-mend')}</p>
  <p class="form-foot"><button type="button" class="button" data-key="theirs" @click=${() => does.settle(false)}>${words().t('cams.theirs')}</button>
    <button type="button" class="button" data-key="mine" @click=${() => does.settle(true)}>${words().t('cams.mine')}</button></p></div></div>`;

/** @param {ProblemBody} problem @param {Words} words */
export const faultView = (problem, words) => problemNote(problem.code === 'not-filled-in' ? { ...problem, detail: problem.title } : problem, words);
