import { problemOf } from '../../app/problem.js';

/** @type {{ features: GeoFeature<NotificationProps>[] }} */
const NONE = { features: [] };

/**
 * Who has an incident in hand, how they handle it together, who was called for help, and who was told.
 *
 * @param {Page['api']} api @param {string} id @param {AbortSignal} signal
 * @param {{ told: boolean, rated: boolean, publishes: boolean }} may whether the reader may know who was told and what reporters said,
 *   and choose what is public
 * @returns {Promise<Together>}
 */
export async function readTogether(api, id, signal, { told, rated, publishes }) {
  const path = `/api/incidents/${encodeURIComponent(id)}`;
  const [{ tasks }, joint, whistles, notifications, evaluation, publication] = await Promise.all([
    api.get(`${path}/tasks`, {}, signal), api.get(`${path}/joint`, {}, signal), api.get('/api/whistles', { incident: id }, signal),
    told ? api.get('/api/notifications', { incident: id }, signal) : NONE, rated ? api.get(`${path}/evaluation`, {}, signal) : null,
    publishes ? api.get(`${path}/publication`, {}, signal) : null,
  ]);
  return { tasks, joint, whistles, notifications: notifications.features, evaluation, publication };
}

/**
 * Sends what was done in it, and is done when it was read anew: before, its version is not known. What the server refuses comes back, to be
 * told where it was written.
 *
 * @param {Page} page @param {() => string} id of the incident @param {() => Promise<unknown>} again reads it anew
 * @returns {(path: string, body: object, version: number) => Promise<ProblemBody | null>}
 */
export const createTogether = ({ api }, id, again) => async (path, body, version) => {
  const { signal } = new AbortController();
  try {
    await api.send('POST', `/api/incidents/${encodeURIComponent(id())}/${path}`, { body, version, signal });
    return null;
  } catch (error) {
    return problemOf(error);
  } finally {
    await again();
  }
};

/**
 * Lets nothing else be done while something is.
 *
 * @template {unknown[]} T @template R
 * @param {(doing: string | null) => void} put what is being done @param {(...given: T) => Promise<R>} send
 * @returns {(...given: T) => Promise<R>}
 */
export const alone = (put, send) => async (...given) => {
  put('together');
  try {
    return await send(...given);
  } finally {
    put(null);
  }
};

/**
 * Sends what was done with a whistle.
 *
 * @param {Page} page @param {() => void} again reads it anew
 * @returns {(path: string, body: object, version: number | null) => Promise<ProblemBody | null>}
 */
export const createWhistling = ({ api }, again) => async (path, body, version) => {
  const { signal } = new AbortController();
  try {
    await api.send('POST', `/api/${path}`, { body, ...(version === null ? {} : { version }), signal });
    return null;
  } catch (error) {
    return problemOf(error);
  } finally {
    again();
  }
};
