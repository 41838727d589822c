import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { clockMark, gridName, taskName } from './marks.js';
import { pendingOf } from './state.js';
import { leftAt } from './visits.js';

const TICK_MS = 30_000;

/**
 * What I have to do, the most pressing first.
 *
 * @param {HTMLElement} place @param {FieldPage} page
 * @returns {() => void}
 */
export function mountTasks(place, page) {
  const draw = () => show(place, content(page));
  draw();
  const timer = setInterval(draw, TICK_MS);
  const stop = page.store.watch(({ tasks, campaigns, outbox, tasksAt }) => [tasks, campaigns, outbox, tasksAt].map(identity).join(), draw);
  return () => {
    clearInterval(timer);
    stop();
  };
}

/** @type {WeakMap<object, number>} */
const numbers = new WeakMap();
let last = 0;
/** A number for each thing: what is the same has the same. @param {unknown} thing */
function identity(thing) {
  if (typeof thing !== 'object' || thing === null) return String(thing);
  if (!numbers.has(thing)) numbers.set(thing, ++last);
  return numbers.get(thing);
}

/** @param {FieldPage} page */
function content(page) {
  const words = page.words();
  const { tasks, campaigns, tasksAt, aheadMs, outbox } = page.store.state();
  const now = Date.now() + aheadMs;
  return html`<h2 class="hidden">${words.t('field.tasks')}</h2>
    ${tasks.length === 0 && tasksAt ? html`<div class="empty"><p class="receipt-mark plain">${icon('check')}</p><p><b>${words.t('field.nothing')}</b></p><p class="faint">${words.t('field.nothing-why')}</p></div>` : null}
    ${tasks.length === 0 && !tasksAt ? html`<p class="quiet" role="status"><span class="dots" aria-hidden="true"></span>${words.t('hand.loading')}</p>` : null}
    <ul class="tasks">${tasks.map((task) => {
      const pending = pendingOf(outbox, task.id);
      return html`<li><a class="task" href=${`#task/${encodeURIComponent(task.id)}`} data-key=${`task-${task.id}`}>
        <span class="task-head"><b>${taskName(words, task)}</b>${task.priority === 'urgent' ? html`<span class="chip urgent">${words.t('field.urgent')}</span>` : null}</span>
        ${clockMark(task, words, now)}
        <span class="faint">${gridName(words, task)} · ${task.number}</span>
        ${pending ? html`<span class=${`pending ${pending.state}`}>${icon(pending.state === 'refused' ? 'warning' : 'send')}${words.t(`field.pending-${pending.state}`, { action: words.t(`field.do-${pending.action}`) })}</span>` : null}</a></li>`;
    })}</ul>
    ${campaigns.length > 0 ? html`<h2 class="visits-head">${words.t('field.visits')}</h2><ul class="tasks">${campaigns.map((one) => html`<li><a class="task" href=${`#visits/${one.id}`} data-key=${`visits-${one.id}`}>
        <span class="task-head"><b>${one.title}</b></span><span class="faint">${words.t('field.visits-left', { n: leftAt(one, outbox), all: one.doors.length })}</span></a></li>`)}</ul>` : null}
    ${tasksAt ? html`<p class="faint as-of">${words.t('field.as-of', { time: words.time(tasksAt) })}</p>` : null}`;
}
