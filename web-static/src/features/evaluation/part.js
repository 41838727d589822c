import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';

/**
 * What the reporters of an incident were asked when it was closed, and what they said.
 *
 * @param {IncidentEvaluation | null} known null where the reader may not know @param {Page} page
 */
export function evaluationPart(known, page) {
  if (!known || known.questions.length === 0) return null;
  const words = page.words();
  const waiting = known.questions.filter(({ state }) => state === 'asked');
  const silent = known.questions.filter(({ state }) => state === 'lapsed').length;
  return html`<section class="card-part" data-part="evaluation"><h3>${words.t('evaluation.title')}</h3>
    <ul class="hands">${known.ratings.map((one) => html`<li class=${`rating-${one.score}`}>${icon(one.score === 'unsatisfied' ? 'warning' : 'check')}<span class="hand-who"><b>${words.word('rating-score', one.score)}</b>
      <span class="faint">${words.time(one.givenAt)}${one.reviewedAt ? ` · ${words.t('evaluation.reviewed')}` : ''}</span>${one.words ? html`<br><span class="minute-text">${one.words}</span>` : null}${one.reviewRemark ? html`<br><span class="minute-text">${words.t('evaluation.reviewed')}: ${one.reviewRemark}</span>` : null}</span></li>`)}</ul>
    ${waiting.length > 0 ? html`<p class="faint">${words.t('evaluation.waiting', { n: waiting.length, until: words.time(waiting[0].until) })}</p>` : null}
    ${silent > 0 ? html`<p class="faint">${words.t('evaluation.silent', { n: silent })}</p>` : null}</section>`;
}
