import { html } from './html.js';
import { icon } from './icons.js';

/**
 * What went wrong, how to mend it, and a way to try again.
 *
 * @param {ProblemBody} problem @param {Words} words @param {() => void} [retry]
 */
export function problemNote(problem, words, retry) {
  const known = problem.code === 'not-connected';
  return html`<div class="note bad" role="alert">${icon('warning')}
    <div><p class="note-title">${known ? words.t('problem.not-connected') : problem.detail || problem.title || words.t('problem.title')}</p>
    <p>${known ? words.t('problem.mend-not-connected') : problem.mend || words.t('problem.mend-other')}</p>
    <p class="faint">${words.t('problem.code', { code: problem.code })}</p>
    ${retry ? html`<button type="button" class="button" @click=${retry}>${words.t('problem.retry')}</button>` : null}</div></div>`;
}

/** @param {Words} words */
export const loadingNote = (words) => html`<p class="note quiet" role="status"><span class="dots" aria-hidden="true"></span>${words.t('state.loading')}</p>`;

/** @param {string} text */
export const emptyNote = (text) => html`<p class="note quiet">${text}</p>`;
