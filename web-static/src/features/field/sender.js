import { problemOf } from '../../app/problem.js';
import { shelf } from '../../app/shelf.js';
import { sendNotes, sendPhotos } from '../report/send.js';
import { reportBody } from '../report/state.js';
import { actBody, afterSent, changed, isDone, meaningOf, nextOf } from './outbox.js';
import { keepRounds } from './rounds-kept.js';
import { answered, visitBody } from './walk.js';

const FIRST_WAIT_MS = 4_000;
const LONGEST_WAIT_MS = 120_000;

/**
 * Sends what waits, one after the other, and keeps the phone's disk in step: an item is on the disk before it is sent, and
 * what became of it before the next one goes. One page of the phone sends at a time.
 *
 * @param {FieldPage} page @param {() => void} done called after something was sent
 */
export function createSender(page, done) {
  const { store } = page;
  const box = shelf('outbox');
  /** Members of an act that this server has said it does not know. @type {Set<string>} */
  const unknown = new Set();
  let timer = 0;
  let waitMs = FIRST_WAIT_MS;
  let running = false;
  const put = async (/** @type {OutboxItem[]} */ items) => {
    const before = store.state().outbox;
    store.dispatch({ outbox: items });
    const kept = new Set(items.map(({ key }) => key));
    await Promise.all([
      ...items.filter((item) => !before.includes(item)).map((item) => box.put(item.key, item)),
      ...before.filter(({ key }) => !kept.has(key)).map(({ key }) => box.remove(key)),
    ]).catch(() => store.dispatch({ keeps: false }));
  };
  const step = async (/** @type {OutboxItem} */ item) => {
    try {
      const answer = await sendItem(page, item, unknown, put);
      await put(afterSent(store.state().outbox, item.key, { ...answer, sentAt: new Date().toISOString() }));
      waitMs = FIRST_WAIT_MS;
      done();
      return true;
    } catch (error) {
      const problem = problemOf(error);
      const meaning = meaningOf(problem);
      if (meaning === 'refused') await put(changed(store.state().outbox, item.key, { state: 'refused', problem }));
      else later(meaning === 'sign-in' ? 0 : (problem.retryAfterSeconds ?? 0) * 1000);
      store.dispatch({ connected: problem.status !== 0, ...(meaning === 'sign-in' ? { problem } : {}) });
      return meaning === 'refused';
    }
  };
  const later = (/** @type {number} */ leastMs) => {
    clearTimeout(timer);
    timer = window.setTimeout(send, Math.max(leastMs, waitMs));
    waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
  };
  const send = async () => {
    if (running) return;
    running = true;
    clearTimeout(timer);
    await alone(async () => {
      await read();
      for (let item = next(); item; item = next()) {
        store.dispatch({ sending: true });
        if (!(await step(item))) break;
      }
    });
    running = false;
    store.dispatch({ sending: false });
  };
  const next = () => nextOf(store.state().outbox, store.state().account);
  /** What lies on the disk: another page of this phone may have put or sent something. */
  const read = async () => {
    const all = await box.all().catch(() => null);
    if (all && JSON.stringify(all.map(({ key, state }) => key + state)) !== JSON.stringify(store.state().outbox.map(({ key, state }) => key + state))) store.dispatch({ outbox: all });
  };
  return { send, read, put };
}

/** @param {FieldPage} page @param {OutboxItem} item @param {Set<string>} unknown @param {(items: OutboxItem[]) => Promise<void>} put */
function sendItem(page, item, unknown, put) {
  if (item.kind === 'act') return sendAct(page, item, unknown, put);
  if (item.kind === 'duty') return sendDuty(page, item);
  if (item.kind === 'home') return sendHomeVisit(page, item);
  return item.kind === 'visit' ? sendAnswer(page, item) : sendReport(page, item, put);
}

/** Lets one page of this phone at a time send. @param {() => Promise<void>} work */
const alone = (work) => ('locks' in navigator ? navigator.locks.request('wangge-outbox', work) : work());

/**
 * Sends the files of an item that are not there yet, and keeps what each is called.
 *
 * @param {FieldPage} page @param {OutboxItem} item @param {(items: OutboxItem[]) => Promise<void>} put
 * @returns {Promise<{ photos: string[] | null, notes: string[] }>} photos: null where the server takes none
 */
async function filesOf(page, item, put) {
  const called = (/** @type {'photos' | 'notes'} */ what) => (/** @type {{ id: string }} */ file, /** @type {string} */ name) => {
    const items = page.store.state().outbox;
    const { draft } = /** @type {OutboxItem} */ (items.find(({ key }) => key === item.key));
    return put(changed(items, item.key, { draft: { ...draft, [what]: draft[what].map((one) => (one.id === file.id ? { ...one, sent: name } : one)) } }));
  };
  const photos = await sendPhotos(item.draft.photos, page.lang(), called('photos'));
  return { photos, notes: await sendNotes(item.draft.notes ?? [], page.lang(), called('notes')) };
}

/** @param {FieldPage} page @param {OutboxItem} item @param {Set<string>} unknown @param {(items: OutboxItem[]) => Promise<void>} put */
async function sendAct(page, item, unknown, put) {
  const { photos, notes } = await filesOf(page, item, put);
  const calls = await page.calls();
  const path = `/api/incidents/${encodeURIComponent(item.incident)}`;
  for (;;) {
    const body = actBody(item, { photos: photos ?? [], notes }, unknown);
    try {
      const { properties } = await calls.send('POST', `${path}/${item.action}`, { version: item.version, body, signal: new AbortController().signal });
      await tellPhotos(page, item, put, photos === null || unknown.has('photos'));
      return { version: properties?.version };
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'member-unknown' && problem.field && problem.field in body) {
        unknown.add(problem.field);
        continue;
      }
      if (problem.status === 409) {
        const { deeds } = await calls.get(`${path}/history`, {}, new AbortController().signal);
        if (isDone(item, deeds)) return { version: item.version + 1 };
      }
      throw error;
    }
  }
}

/**
 * That a duty is done stays true whatever others wrote meanwhile: it is said as of how the joint handling stands now, and
 * not again where it is on record already.
 *
 * @param {FieldPage} page @param {OutboxItem} item
 */
async function sendDuty(page, { incident, duty }) {
  const calls = await page.calls();
  const path = `/api/incidents/${encodeURIComponent(incident)}/joint`;
  const { signal } = new AbortController();
  for (let left = 3; ; left--) {
    const { joint } = await calls.get(path, {}, signal);
    const own = joint?.duties.find((/** @type {JointDuty} */ { number }) => number === duty);
    if (own?.doneAt) return {};
    try {
      await calls.send('POST', `${path}/duties/${duty}/done`, { version: joint?.version ?? 0, body: {}, signal });
      return {};
    } catch (error) {
      if (left === 0 || problemOf(error).code !== 'version-conflict') throw error;
    }
  }
}

/**
 * What was said at a door, under a key of its own: sent again, it counts once.
 *
 * @param {FieldPage} page @param {OutboxItem} item
 */
async function sendAnswer(page, item) {
  const { campaign, door, key, version, answers } = item;
  const { properties } = await (await page.calls()).send('POST', `/api/campaigns/${campaign}/units/${door}/answer`, { body: { key, version, answers }, signal: new AbortController().signal });
  keepAnswer(page, item, { version: properties.version, hazards: properties.hazards, answers });
  return { version: properties.version };
}

/** @param {FieldPage} page @param {OutboxItem} item @param {Partial<FieldDoor>} now */
function keepAnswer({ store }, item, now) {
  store.dispatch(({ rounds }) => ({ rounds: answered(rounds, item, now) }));
  keepRounds(store.state());
}

/**
 * Who was met at a door, or not, under a key of its own: sent again, it counts once. Where nobody was home, somebody has to
 * go there again.
 *
 * @param {FieldPage} page @param {OutboxItem} item
 */
async function sendHomeVisit(page, item) {
  const { place } = /** @type {HomeVisit} */ (item.visit);
  const { properties } = await (await page.calls()).send('POST', `/api/visits/doors/${encodeURIComponent(place)}/visits`, { body: visitBody(item, page.store.state().aheadMs), signal: new AbortController().signal });
  keepAnswer(page, item, { version: properties.version, done: properties.outcome !== 'nobody-home', nextTry: properties.nextTry });
  return { version: properties.version, ...(properties.number ? { number: properties.number } : {}) };
}

/** @param {FieldPage} page @param {OutboxItem} item @param {(items: OutboxItem[]) => Promise<void>} put */
async function sendReport(page, item, put) {
  const { photos, notes } = await filesOf(page, item, put);
  const body = reportBody(item.draft, photos ?? [], 'grid-worker', notes);
  const answer = await (await page.calls()).send('POST', '/api/reports', { body, signal: new AbortController().signal });
  await tellPhotos(page, item, put, photos === null);
  return { number: answer.number };
}

/** @param {FieldPage} page @param {OutboxItem} item @param {(items: OutboxItem[]) => Promise<void>} put @param {boolean} left */
async function tellPhotos({ store }, item, put, left) {
  if (left && item.draft.photos.length > 0) await put(changed(store.state().outbox, item.key, { photosLeft: true }));
}
