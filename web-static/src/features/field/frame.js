import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { mayHelp, mayUse } from './ahead.js';
import { waiting } from './state.js';
import { mountTasks } from './tasks.js';

/** @type {[FieldState['tab'], Parameters<typeof icon>[0]][]} */
const TABS = [['tasks', 'list'], ['report', 'plus'], ['errands', 'pleased'], ['outbox', 'box']];

/**
 * The page: what is shown of it, the three ways below, and what is to be known of network and account above.
 *
 * @param {HTMLElement} main @param {HTMLElement} foot @param {FieldPage} page
 * @returns {() => void}
 */
export function mountFrame(main, foot, page) {
  const { store } = page;
  show(main, html`<div data-part="calls"></div><div data-part="emergency"></div><div data-part="told"></div><div data-part="bands" role="status"></div><div data-part="view"></div>`);
  const bands = /** @type {HTMLElement} */ (main.querySelector('[data-part=bands]'));
  const view = /** @type {HTMLElement} */ (main.querySelector('[data-part=view]'));
  let over = () => {};
  let turn = 0;
  const open = async () => {
    const mine = (turn += 1);
    over();
    over = () => {};
    const mount = await mounting(page);
    if (mine === turn && view.isConnected) over = mount(view);
  };
  const shown = (/** @type {FieldState} */ { known, roles, tab, open: task, action }) => JSON.stringify([known, mayUse(roles), tab, tab === 'tasks' || tab === 'visits' ? [task, action] : '']);
  open();
  const drawBands = async () => {
    const { known, connected, problem, keeps } = store.state();
    if (!known || (connected && !problem && keeps)) return show(bands, null);
    const [{ bandsOf }] = await Promise.all([import('./door.js'), page.learn()]);
    if (bands.isConnected) show(bands, bandsOf(page));
  };
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

/** What shows what is to be seen now; what is not there yet is fetched. @param {FieldPage} page @returns {Promise<(view: HTMLElement) => () => void>} */
async function mounting(page) {
  const { known, roles, tab, open, action } = page.store.state();
  if (!known) return still(html`<p class="quiet" role="status"><span class="dots" aria-hidden="true"></span>${page.words().t('hand.loading')}</p>`);
  if (mayUse(roles) && tab === 'tasks' && !open) return (view) => mountFirst(view, page);
  const learned = page.learn();
  if (mayHelp(roles) && (tab === 'errands' || !mayUse(roles))) {
    const [{ mountInHand }] = await Promise.all([import('../errand/in-hand.js'), learned]);
    return (view) => mountInHand(view, page);
  }
  if (!mayUse(roles)) {
    const [{ closedDoor }] = await Promise.all([import('./door.js'), learned]);
    return still(closedDoor(page));
  }
  if (tab === 'report') {
    const [{ mountReport }] = await Promise.all([import('./new-report.js'), learned]);
    return (view) => mountReport(view, page);
  }
  if (tab === 'outbox') {
    const [{ mountOutbox }] = await Promise.all([import('./outbox-view.js'), learned]);
    return (view) => mountOutbox(view, page);
  }
  if (tab === 'phone') {
    const [{ mountPhoneApp }] = await Promise.all([import('./phone-app.js'), learned]);
    return (view) => mountPhoneApp(view, page);
  }
  if (tab === 'visits') {
    const [{ mountRounds }] = await Promise.all([import('./rounds-view.js'), learned]);
    return (view) => mountRounds(view, page, open, action);
  }
  const [{ mountTask }] = await Promise.all([import('./task.js'), learned]);
  return (view) => mountTask(view, page, open, action);
}

/** The tasks, and below them a worker's patrols of the day once they are read. @param {HTMLElement} view @param {FieldPage} page */
function mountFirst(view, page) {
  const stop = mountTasks(view, page);
  const room = document.createElement('section');
  const abort = new AbortController();
  if (page.store.state().roles.includes('worker')) {
    view.after(room);
    import('../round/mine.js').then(({ mountMine }) => mountMine(room, page, abort.signal)).catch(() => {});
  }
  return () => {
    stop();
    abort.abort();
    room.remove();
  };
}

/** Something that does not change. @param {DocumentFragment} content */
const still = (content) => (/** @type {HTMLElement} */ view) => {
  show(view, content);
  return () => {};
};

/** @param {FieldPage} page */
function footOf({ words, store }) {
  const { t } = words();
  const state = store.state();
  if (!mayUse(state.roles)) return null;
  const counts = { tasks: state.tasks.length, visits: 0, report: 0, errands: 0, phone: 0, outbox: waiting(state) };
  const shown = { visits: 'tasks', phone: 'outbox' }[state.tab + ''] ?? state.tab;
  const tabs = TABS.filter(([tab]) => tab !== 'errands' || mayHelp(state.roles));
  return html`<ul>${tabs.map(([tab, mark]) => html`<li><a href=${`#${tab}`} class="foot-tab" data-key=${`tab-${tab}`} aria-current=${shown === tab ? 'page' : false}>
    ${icon(mark)}<span>${t(`field.${tab}`)}</span>${counts[tab] > 0 ? html`<span class=${`count ${tab}`}>${counts[tab]}</span>` : null}</a></li>`)}</ul>`;
}
