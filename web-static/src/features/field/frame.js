import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { signInPath } from '../../app/return-to.js';
import { mayUse, waiting } from './state.js';
import { mountTasks } from './tasks.js';

/** @type {[FieldState['tab'], Parameters<typeof icon>[0]][]} */
const TABS = [['tasks', 'list'], ['report', 'plus'], ['outbox', 'box']];

/**
 * The page: what is shown of it, the three ways below, and what is to be known of network and account above.
 *
 * @param {HTMLElement} main @param {HTMLElement} foot @param {FieldPage} page
 * @returns {() => void}
 */
export function mountFrame(main, foot, page) {
  const { store } = page;
  show(main, html`<div data-part="bands" role="status"></div><div data-part="view"></div>`);
  const bands = /** @type {HTMLElement} */ (main.querySelector('[data-part=bands]'));
  const view = /** @type {HTMLElement} */ (main.querySelector('[data-part=view]'));
  let over = () => {};
  const open = async () => {
    over();
    over = () => {};
    const stop = await mounted(view, page);
    if (view.isConnected) over = stop;
    else stop();
  };
  const shown = (/** @type {FieldState} */ { known, roles, tab, open: task, action }) => JSON.stringify([known, mayUse(roles), tab, tab === 'tasks' ? [task, action] : '']);
  open();
  const drawBands = () => show(bands, bandsOf(page));
  const drawFoot = () => show(foot, footOf(page));
  drawBands();
  drawFoot();
  const stops = [
    store.watch(shown, open),
    store.watch(({ known, account, connected, problem, tasksAt, keeps }) => JSON.stringify([known, account, connected, problem, tasksAt, keeps]), drawBands),
    store.watch((state) => `${state.tab} ${state.tasks.length} ${waiting(state)} ${mayUse(state.roles)}`, drawFoot),
  ];
  return () => {
    over();
    stops.forEach((stop) => stop());
  };
}

/** @param {HTMLElement} view @param {FieldPage} page @returns {Promise<() => void>} */
async function mounted(view, page) {
  const { known, roles, tab, open, action } = page.store.state();
  const { t } = page.words();
  if (!known) {
    show(view, html`<p class="quiet" role="status"><span class="dots" aria-hidden="true"></span>${t('hand.loading')}</p>`);
  } else if (!mayUse(roles)) {
    show(view, closedDoor(page));
  } else if (tab === 'report') {
    return (await import('./new-report.js')).mountReport(view, page);
  } else if (tab === 'outbox') {
    return (await import('./outbox-view.js')).mountOutbox(view, page);
  } else if (open) {
    return (await import('./task.js')).mountTask(view, page, open, action);
  } else {
    return mountTasks(view, page);
  }
  return () => {};
}

/** @param {FieldPage} page */
function closedDoor({ words, store }) {
  const { t } = words();
  const { account } = store.state();
  const stranger = account === '' || account === 'anonymous';
  return html`<section class="closed-door"><p class="receipt-mark plain">${icon('lock')}</p><h2>${t(stranger ? 'field.sign-in' : 'field.not-for-you')}</h2>
    <p>${t(stranger ? 'field.sign-in-why' : 'field.not-for-you-why', { account })}</p>
    <a class="button primary wide" data-key="sign-in" href=${signInPath(location)}>${icon('person')}<span>${t(stranger ? 'field.to-sign-in' : 'field.other-account')}</span></a>
    <a class="button wide" data-key="as-resident" href="/report/">${t('field.as-resident')}</a></section>`;
}

/** What is to be known before anything else: no network, nobody signed in any more, nothing kept. @param {FieldPage} page */
function bandsOf({ words, store, refresh }) {
  const { t, time } = words();
  const { connected, problem, tasksAt, keeps, known, roles } = store.state();
  if (!known) return null;
  const away = problem?.status === 401;
  return html`${connected ? null : html`<p class="band">${icon('warning')}<span>${t(tasksAt ? 'field.offline' : 'field.offline-empty', { time: time(tasksAt) })}</span></p>`}
    ${away ? html`<p class="band bad">${icon('lock')}<span>${t('field.signed-out')}</span><a class="tap" href=${signInPath(location)}>${t('field.to-sign-in')}</a></p>` : null}
    ${problem && !away && mayUse(roles) ? html`<p class="band bad">${icon('warning')}<span>${problem.detail || problem.title || t('hand.problem')}</span><button type="button" class="tap" data-key="refresh" @click=${refresh}>${t('hand.retry')}</button></p>` : null}
    ${keeps ? null : html`<p class="band bad">${icon('warning')}<span>${t('field.keeps-not')}</span></p>`}`;
}

/** @param {FieldPage} page */
function footOf({ words, store }) {
  const { t } = words();
  const state = store.state();
  if (!mayUse(state.roles)) return null;
  const counts = { tasks: state.tasks.length, report: 0, outbox: waiting(state) };
  return html`<ul>${TABS.map(([tab, mark]) => html`<li><a href=${`#${tab}`} class="foot-tab" data-key=${`tab-${tab}`} aria-current=${state.tab === tab ? 'page' : false}>
    ${icon(mark)}<span>${t(`field.${tab}`)}</span>${counts[tab] > 0 ? html`<span class=${`count ${tab}`}>${counts[tab]}</span>` : null}</a></li>`)}</ul>`;
}
