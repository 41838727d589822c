import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { emptyDraft } from '../report/state.js';
import { leftOf, spanOf } from './state.js';

/**
 * What the reader's own side shall do of a decision that several took together. Read anew each time: what is written there
 * is about people, so the phone does not keep it. That it is done can be said without a network.
 *
 * @param {HTMLElement} place @param {FieldPage} page @param {FieldTask} task @param {AbortSignal} signal
 * @returns {Promise<() => void>} draws it anew
 */
export async function mountDuty(place, page, task, signal) {
  /** @type {JointAnswer | null} */
  let answer = null;
  try {
    answer = await (await page.calls()).get(`/api/incidents/${encodeURIComponent(task.id)}/joint`, {}, signal);
  } catch {
    // Without network: the task can be done without.
  }
  const draw = () => show(place, answer?.joint ? content(page, task, answer.joint) : null);
  draw();
  return draw;
}

/** @param {FieldPage} page @param {FieldTask} task @param {JointState} joint */
function content(page, task, joint) {
  const words = page.words();
  const { outbox, aheadMs } = page.store.state();
  const own = joint.duties.filter(({ actions }) => actions.includes('done'));
  const waits = (/** @type {JointDuty} */ { number }) => leftOf(outbox).some((item) => item.kind === 'duty' && item.incident === task.id && item.duty === number);
  const gone = (/** @type {JointDuty} */ { number }) => outbox.some((item) => item.kind === 'duty' && item.state === 'sent' && item.incident === task.id && item.duty === number);
  return html`<section class="part" data-part="joint"><h3>${words.t('field.joint')}</h3>
    <p class="faint">${joint.participants.filter(({ outAt }) => !outAt).map(({ to, names }) => names?.[words.lang] ?? to.code).join(' · ')}</p>
    ${joint.decision?.text ? html`<p class="said">${joint.decision.text}</p>` : html`<p class="said">${joint.convened.text}</p><p class="faint">${words.t('field.undecided')}</p>`}
    ${own.map((duty) => html`<p class="said"><b>${duty.what}</b></p><p>${left(duty, words, Date.now() + aheadMs)}</p>
      ${gone(duty) ? html`<p class="note" role="status">${icon('check')}<span>${words.t('field.duty-sent')}</span></p>`
        : waits(duty) ? html`<p class="note" role="status">${icon('send')}<span>${words.t('field.duty-waits')}</span></p>`
          : html`<button type="button" class="button primary wide" data-key=${`duty-${duty.number}`} @click=${() => done(page, task, duty)}>${icon('check')}<span>${words.t('field.duty-done')}</span></button>`}`)}</section>`;
}

/** @param {JointDuty} duty @param {Words} words @param {number} nowMs */
function left({ due }, words, nowMs) {
  const ms = Date.parse(due) - nowMs;
  const [key, values] = spanOf(Math.abs(ms));
  return `${words.time(due)} · ${words.t(ms < 0 ? 'field.clock-overdue' : 'field.clock-left', { span: words.t(key, values) })}`;
}

/** @param {FieldPage} page @param {FieldTask} task @param {JointDuty} duty */
const done = (page, task, duty) => page.post({ kind: 'duty', title: `${page.words().t('field.duty-done')} · ${task.number}`, incident: task.id, duty: duty.number, draft: emptyDraft('') });
