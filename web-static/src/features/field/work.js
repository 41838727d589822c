import { isAbort, problemOf } from '../../app/problem.js';
import { newKey, shelf } from '../../app/shelf.js';
import { emptyDraft } from '../report/state.js';
import { changed } from './outbox.js';
import { createSender } from './sender.js';
import { mayUse } from './ahead.js';
import { FIRST, told } from './state.js';
import { forgetRounds, keptRounds, readRounds } from './rounds-kept.js';
import { doorOf } from './rounds.js';

const READ_AGAIN_MS = 60_000;
/** So soon it is read again where it could not be read; then after twice as long each time. */
const FAILED_AGAIN_MS = 5_000;

const kept = shelf('kept');
/** @type {ReturnType<typeof createSender> | null} */
let sender = null;
/** @type {any} */
let offer = null;
let again = 0;
let failures = 0;

/**
 * Begins: what the phone has kept, then what the server says, then again now and then.
 *
 * @param {FieldPage} page @param {Promise<boolean>} heard whether the server has said already who is signed in and what they have to do
 */
export async function begin(page, heard) {
  const { store } = page;
  sender = createSender(page, () => refresh(page));
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event;
    store.dispatch({ installable: true });
  });
  const who = await kept.get('who').catch(() => undefined);
  if (who && !store.state().known) store.dispatch({ ...who, known: true, ...(await keptTasks(who.account)) });
  if (who) store.dispatch(await keptRounds(who.account));
  await sender.read();
  window.addEventListener('online', () => refresh(page));
  window.addEventListener('offline', () => store.dispatch({ connected: false }));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && refresh(page));
  readLater(page);
  if (await heard) await heardOf(page, who?.account);
  else await refresh(page);
  // All files of the page for the phone: as much as the page itself, and nobody waits for it.
  if ('serviceWorker' in navigator) navigator.serviceWorker.register('/field/worker.js').catch(() => {});
  await complete(page);
  const [{ followCalls }, { followTold }, { followEmergency }] = await Promise.all([import('./calls.js'), import('./told.js'), import('./emergency.js'), page.learn()]);
  await Promise.all([followCalls(page), followEmergency(page), followTold(page), readRounds(page)]);
}

/** What was read before this module was there. @param {FieldPage} page @param {string | undefined} before who was signed in on this phone */
async function heardOf({ store }, before) {
  await changeOver(before, store.state());
  await sender?.send();
}

/** Reads again after a while; a page that nobody looks at waits on. @param {FieldPage} page */
function readLater(page) {
  clearTimeout(again);
  const waitMs = failures === 0 ? READ_AGAIN_MS : Math.min(READ_AGAIN_MS, FAILED_AGAIN_MS * 2 ** (failures - 1));
  again = window.setTimeout(() => (document.visibilityState === 'visible' ? refresh(page) : readLater(page)), waitMs);
}

/** @param {string} account */
const keptTasks = (account) => kept.get(`tasks:${account}`).then((found) => found ?? {}, () => ({}));

/** Reads who is signed in and the tasks; then sends what waits. @param {FieldPage} page */
export async function refresh(page) {
  const { store } = page;
  const { signal } = new AbortController();
  try {
    const calls = await page.calls();
    const who = await calls.get('/api/session', {}, signal);
    const before = store.state().account;
    if (before !== who.account) store.dispatch({ tasks: FIRST.tasks, tasksAt: '', ...(await keptTasks(who.account)), ...(await keptRounds(who.account)) });
    store.dispatch({ account: who.account, roles: who.roles, known: true });
    const answer = mayUse(who.roles) ? await calls.get('/api/tasks', {}, signal) : null;
    store.dispatch(told(who, answer, Date.now()));
    failures = 0;
    await changeOver(before, store.state());
    if (answer) await sender?.send();
  } catch (error) {
    if (isAbort(error)) return;
    failures += 1;
    const problem = problemOf(error);
    store.dispatch({ connected: problem.status !== 0, problem: problem.status === 0 ? null : problem, known: true });
  } finally {
    readLater(page);
  }
}

/** Keeps what was read; whoever signs in does not see what another one read on this phone. @param {string | undefined} before @param {FieldState} state */
async function changeOver(before, state) {
  const { account, roles } = state;
  if (before && before !== account) await Promise.all([kept.remove(`tasks:${before}`).catch(() => {}), forgetRounds(before)]);
  await (mayUse(roles) ? kept.put('who', { account, roles }) : kept.remove('who')).catch(() => {});
  if (mayUse(roles)) keepTasks(state);
}

/** Reads what reports choose among: others may have changed it since it was kept. @param {FieldPage} page */
export async function complete(page) {
  const { store } = page;
  if (!mayUse(store.state().roles)) return;
  try {
    store.dispatch({ categories: (await (await page.calls()).get('/api/incidents/categories', {}, new AbortController().signal)).categories });
    keepTasks(store.state());
  } catch {
    // What is kept is chosen among, and it is asked again when a report is begun.
  }
}

/** @param {FieldState} state */
const keepTasks = ({ account, tasks, tasksAt, aheadMs, categories }) => kept.put(`tasks:${account}`, { tasks, tasksAt, aheadMs, categories }).catch(() => {});

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
    incident: '', action: '', duty: 0, campaign: 0, door: 0, answers: {}, version: 0, reason: '', problem: null, number: '', sentAt: '', photosLeft: false,
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
  if (doorOf(item)) await readRounds(page);
  const version = versionOf(page.store.state(), item) ?? item.version;
  await sender?.put(changed(page.store.state().outbox, key, { state: 'waiting', problem: null, version, draft: unsent(item.draft) }));
  sender?.send();
}

/** How what an item is about stands now, as far as the phone knows. @param {FieldState} state @param {OutboxItem} item */
function versionOf({ tasks, rounds }, item) {
  const door = doorOf(item);
  if (!door) return tasks.find(({ id }) => id === item.incident)?.version;
  return rounds.flatMap(({ id, doors }) => doors.filter(({ name }) => `${id}/${name}` === door))[0]?.version;
}

/** The server lets go of files that nothing came for: they are sent again, and known again where they are there. @param {ReportDraft} draft */
const unsent = (draft) => ({ ...draft, photos: draft.photos.map((one) => ({ ...one, sent: '' })), notes: (draft.notes ?? []).map((one) => ({ ...one, sent: '' })) });

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
