import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { clockMark, gridName, taskName } from './marks.js';
import { pendingOf } from './state.js';
import { leftAt } from './rounds.js';

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
  const stop = page.store.watch(({ tasks, rounds, outbox, tasksAt }) => [tasks, rounds, outbox, tasksAt].map(identity).join(), draw);
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
  const { tasks, rounds, tasksAt, aheadMs, outbox } = page.store.state();
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
    ${['campaign', 'visit'].map((kind) => roundsOf(page, rounds.filter((one) => one.kind === kind)))}
    ${tasksAt ? html`<p class="faint as-of">${words.t('field.as-of', { time: words.time(tasksAt) })}</p>` : null}`;
}

/** Rounds of a kind. @param {FieldPage} page @param {FieldRound[]} rounds */
function roundsOf(page, rounds) {
  const words = page.words();
  if (rounds.length === 0) return null;
  const [{ kind }] = rounds;
  const { outbox } = page.store.state();
  return html`<h2 class="visits-head">${words.t(kind === 'campaign' ? 'field.visits' : 'field.home-visits')}</h2><ul class="tasks">${rounds.map((one) => html`<li><a class="task" href=${`#visits/${one.id}`} data-key=${`${kind === 'campaign' ? 'visits' : 'home'}-${one.number}`}>
      <span class="task-head"><b>${one.title}</b></span><span class="faint">${words.t(kind === 'campaign' ? 'field.visits-left' : 'field.home-left', { n: leftAt(one, outbox), all: one.doors.length })}</span></a></li>`)}</ul>`;
}
