import { html } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';

/** What went wrong, and how to mend it. @param {ProblemBody} problem @param {Words} words */
export function problemNote(problem, words) {
  const away = problem.code === 'not-connected';
  return html`<div class="note bad" role="alert">${icon('warning')}<div>
    <p><b>${away ? words.t('hand.not-connected') : problem.detail || problem.title || words.t('hand.problem')}</b></p>
    <p>${away ? words.t('hand.not-connected-mend') : problem.mend || words.t('hand.problem-mend')}</p></div></div>`;
}
