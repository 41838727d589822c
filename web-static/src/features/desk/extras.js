import { problemOf } from '../../app/problem.js';
import { createPlayer } from '../../ui/player.js';

/** What the server may have beside an incident. */
const WHAT = /** @type {const} */ (['photos', 'notes', 'similar', 'suggestions']);

/**
 * What can be done with it.
 *
 * @typedef {object} ExtraDoings
 * @property {(incident: IncidentProps, suggestion: DeskSuggestion, again: () => Promise<unknown>) => Promise<void>} dispatch is done when the
 *   incident was read anew
 * @property {(incident: IncidentProps, order: { to: HandlerRef[], leader: HandlerRef | undefined }) => Promise<ProblemBody | null>} several
 * @property {(incident: IncidentProps, into: DeskSimilar) => Promise<void>} merge
 */

/** @type {DeskExtras} */
const NOTHING = { id: '', photos: null, notes: null, similar: null, suggestions: null, sending: false };

/**
 * Photos, spoken notes, likely duplicates and who could be sent, where the server tells them: what it does not know is not asked for, what
 * it refuses is not shown.
 *
 * @param {Page} page @param {() => void} redraw
 */
export function createExtras({ api, say, words }, redraw) {
  let now = NOTHING;
  const player = createPlayer(redraw);
  let asking = new AbortController();
  const offered = createOffered(api);

  /** @param {string} id @param {typeof WHAT[number]} what @param {AbortSignal} signal */
  async function read(id, what, signal) {
    if (!(await offered(`/api/incidents/{id}/${what}`))) return;
    const answer = await api.get(`/api/incidents/${encodeURIComponent(id)}/${what}`, {}, signal).catch(() => null);
    if (signal.aborted || now.id !== id) return;
    now = { ...now, [what]: answer && READERS[what](answer) };
    redraw();
  }
  const { send, sendOr } = createSending({ api, say, words });
  /** @param {string} id @param {boolean} sending */
  function putSending(id, sending) {
    if (now.id !== id) return;
    now = { ...now, sending };
    redraw();
  }
  return {
    state: () => now,
    player,
    /** Reads what there is of an incident; the same one is read anew. @param {string | null} id */
    open(id) {
      asking.abort();
      asking = new AbortController();
      if (id !== now.id) {
        player.stop();
        now = { ...NOTHING, id: id ?? '' };
      }
      if (id) for (const what of WHAT) read(id, what, asking.signal);
    },
    doings: /** @type {ExtraDoings} */ ({
      async dispatch({ id, version, number }, { to }, again) {
        if (now.sending) return;
        putSending(id, true);
        if (await send(id, 'dispatch', { body: { to: [{ kind: to.kind, code: to.code }] }, version })) say(words().t('incident.did', { action: words().word('incident-action', 'dispatch'), number }), 'good');
        await again();
        putSending(id, false);
      },
      several: ({ id, version, number }, order) => sendOr(id, 'dispatch', { body: order, version }, () => say(words().t('incident.did', { action: words().word('incident-action', 'dispatch'), number }), 'good')),
      async merge({ id, version, number }, into) {
        if (await send(id, 'merge', { body: { into: into.id }, version })) say(words().t('desk.merged', { number, into: into.number }), 'good');
      },
    }),
  };
}

/** What is sent about an incident, and what the server refuses. @param {Pick<Page, 'api' | 'say' | 'words'>} page */
function createSending({ api, say, words }) {
  /** @param {string} id @param {string} path @param {{ body: object, version: number }} sent @param {() => void} then @returns {Promise<ProblemBody | null>} */
  async function sendOr(id, path, sent, then) {
    try {
      await api.send('POST', `/api/incidents/${encodeURIComponent(id)}/${path}`, { ...sent, signal: new AbortController().signal });
      then();
      return null;
    } catch (error) {
      return problemOf(error);
    }
  }
  /** @param {string} id @param {string} path @param {{ body: object, version: number }} sent */
  async function send(id, path, sent) {
    const problem = await sendOr(id, path, sent, () => {});
    if (problem) say(problem.detail || problem.title || words().t('problem.title'), 'bad');
    return problem === null;
  }
  return { send, sendOr };
}

/** Which addresses the server has, by what it tells of itself. @param {Page['api']} api */
function createOffered(api) {
  /** @type {Promise<Set<string>> | null} */
  let paths = null;
  return async (/** @type {string} */ path) => {
    paths ??= api.get('/api/openapi.json', {}, new AbortController().signal).then((told) => new Set(Object.keys(told.paths ?? {})), () => new Set());
    return (await paths).has(path);
  };
}

/** @param {unknown} value */
const number = (value) => (typeof value === 'number' ? value : null);

/** What the answers say, with whatever is missing left empty. @type {Record<typeof WHAT[number], (answer: any) => object[]>} */
export const READERS = {
  photos: (answer) => (answer.photos ?? []).map((/** @type {any} */ one) => ({ id: String(one.photo ?? one.id), action: one.action ?? one.step ?? '', at: one.takenAt ?? one.at ?? null })),
  notes: (answer) => (answer.notes ?? []).map((/** @type {any} */ one) => ({ id: String(one.note), version: one.version ?? 0, at: one.addedAt ?? null, ms: number(one.lengthMillis) ?? 0 })),
  similar: (answer) => (answer.similar ?? []).map((/** @type {any} */ one) => ({
    id: String(one.id ?? `incident-${one.number}`), number: String(one.number), category: one.category ?? '', meters: number(one.meters ?? one.metres ?? one.distanceMeters), since: one.since ?? one.reportedAt ?? null })),
  suggestions: (answer) => (answer.suggestions ?? []).map((/** @type {any} */ one) => ({
    to: one.to, names: one.names, reasons: one.reasons ?? [], distanceMeters: number(one.distanceMeters), open: number(one.open) })),
};
