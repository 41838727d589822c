import { isAbort, problemOf } from '../../app/problem.js';
import { newKey, shelf } from '../../app/shelf.js';
import { emptyDraft } from '../report/state.js';
import { changed } from './outbox.js';
import { createSender } from './sender.js';
import { FIRST, mayUse, mine, tasksIn } from './state.js';

const READ_AGAIN_MS = 60_000;
const MOST_TASKS = 500;

const kept = shelf('kept');
/** @type {ReturnType<typeof createSender> | null} */
let sender = null;
/** Whether the server has a list of tasks; else that of incidents serves. */
let hasTasks = true;
/** @type {any} */
let offer = null;

/**
 * Begins: what the phone has kept, then what the server says, then again now and then.
 *
 * @param {FieldPage} page
 */
export async function begin(page) {
  const { store } = page;
  sender = createSender(page, () => refresh(page));
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event;
    store.dispatch({ installable: true });
  });
  const who = await kept.get('who').catch(() => undefined);
  if (who) store.dispatch({ ...who, known: true, ...(await keptTasks(who.account)) });
  await sender.read();
  if ('serviceWorker' in navigator) navigator.serviceWorker.register('/field/worker.js').catch(() => {});
  window.addEventListener('online', () => refresh(page));
  window.addEventListener('offline', () => store.dispatch({ connected: false }));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && refresh(page));
  setInterval(() => document.visibilityState === 'visible' && refresh(page), READ_AGAIN_MS);
  await refresh(page);
}

/** @param {string} account */
const keptTasks = (account) => kept.get(`tasks:${account}`).then((found) => found ?? {}, () => ({}));

/**
 * Reads who is signed in, the tasks, and what they are called; then sends what waits.
 *
 * @param {FieldPage} page
 */
export async function refresh(page) {
  const { store } = page;
  const { signal } = new AbortController();
  try {
    const calls = await page.calls();
    const site = await calls.get('/api/site', {}, signal);
    await nowSigned(page, site);
    if (!mayUse(store.state().roles)) return;
    const answer = await readTasks(calls, signal);
    const tasks = mine(tasksIn(answer));
    const asOf = answer.asOf ?? site.asOf;
    store.dispatch({ tasks, tasksAt: asOf, aheadMs: Date.parse(asOf) - Date.now(), problem: null, connected: true });
    await readNames(page, calls, tasks, signal);
    keepTasks(store.state());
    await sender?.send();
  } catch (error) {
    if (isAbort(error)) return;
    const problem = problemOf(error);
    store.dispatch({ connected: problem.status !== 0, problem: problem.status === 0 ? null : problem, known: true });
  }
}

/** Whoever signs in does not see what another one read on this phone. @param {FieldPage} page @param {Site} site */
async function nowSigned({ store }, { account, roles }) {
  const before = store.state();
  if (before.account !== account) {
    if (before.account) await kept.remove(`tasks:${before.account}`).catch(() => {});
    store.dispatch({ tasks: FIRST.tasks, tasksAt: '', ...(await keptTasks(account)) });
  }
  store.dispatch({ account, roles, known: true });
  await (mayUse(roles) ? kept.put('who', { account, roles }) : kept.remove('who')).catch(() => {});
}

/** @param {Calls} calls @param {AbortSignal} signal */
async function readTasks(calls, signal) {
  if (hasTasks) {
    try {
      return await calls.get('/api/tasks', {}, signal);
    } catch (error) {
      if (problemOf(error).code !== 'page-unknown') throw error;
      hasTasks = false;
    }
  }
  return calls.get('/api/incidents', { open: true, limit: MOST_TASKS }, signal);
}

/** What categories and grids are called; once read, they are known. @param {FieldPage} page @param {Calls} calls @param {FieldTask[]} tasks @param {AbortSignal} signal */
async function readNames({ store }, calls, tasks, signal) {
  if (store.state().categories.length === 0) {
    store.dispatch({ categories: (await calls.get('/api/incidents/categories', {}, signal)).categories });
  }
  const unnamed = tasks.some(({ grid }) => grid !== null && !(grid in store.state().grids));
  if (!unnamed) return;
  const { features } = await calls.get('/api/grids', { level: 'grid', geometry: 'none', limit: 1000 }, signal).catch(() => ({ features: [] }));
  const grids = Object.fromEntries(features.map((/** @type {GeoFeature<AreaProps>} */ { properties }) => [properties.code, properties.name]));
  store.dispatch({ grids: { ...Object.fromEntries(tasks.map(({ grid }) => [grid ?? '', grid ?? ''])), ...grids } });
}

/** @param {FieldState} state */
const keepTasks = ({ account, tasks, tasksAt, aheadMs, categories, grids }) =>
  kept.put(`tasks:${account}`, { tasks, tasksAt, aheadMs, categories, grids }).catch(() => {});

/**
 * Puts something into the outbox: it is on the disk before the page says so.
 *
 * @param {FieldPage} page @param {Pick<OutboxItem, 'kind' | 'title' | 'draft'> & Partial<OutboxItem>} item
 */
export async function post(page, item) {
  const { store } = page;
  const madeAt = new Date().toISOString();
  /** @type {OutboxItem} */
  const whole = {
    incident: '', action: '', duty: 0, version: 0, reason: '', problem: null, number: '', sentAt: '', photosLeft: false,
    ...item, key: `${madeAt}-${newKey()}`, account: store.state().account, madeAt, state: 'waiting',
  };
  // A report has its key from the beginning, so that a draft sent twice is one report.
  if (item.kind === 'report' && !whole.draft.key) whole.draft = { ...whole.draft, key: newKey() };
  await sender?.put([...store.state().outbox, whole]);
  sender?.send();
}

/** Sends again what was refused, as of how its incident stands now. @param {FieldPage} page @param {string} key */
export async function retry(page, key) {
  const item = page.store.state().outbox.find((one) => one.key === key);
  if (!item) return;
  const version = page.store.state().tasks.find(({ id }) => id === item.incident)?.version ?? item.version;
  await sender?.put(changed(page.store.state().outbox, key, { state: 'waiting', problem: null, version }));
  sender?.send();
}

/** @param {FieldPage} page @param {string} key */
export const discard = (page, key) => sender?.put(page.store.state().outbox.filter((item) => item.key !== key));

/** @param {FieldPage} page */
export async function install({ store }) {
  await offer?.prompt();
  offer = null;
  store.dispatch({ installable: false });
}

/** A report or an act with nothing in it yet. */
export const blank = () => emptyDraft(newKey());
