import { problemOf } from '../../app/problem.js';

/**
 * Who has an incident in hand, how they handle it together, and who was called for help.
 *
 * @param {Page['api']} api @param {string} id @param {AbortSignal} signal @param {boolean} rated whether the reader may know what reporters said
 * @returns {Promise<Together>}
 */
export async function readTogether(api, id, signal, rated) {
  const path = `/api/incidents/${encodeURIComponent(id)}`;
  const [{ tasks }, joint, whistles, evaluation] = await Promise.all([api.get(`${path}/tasks`, {}, signal), api.get(`${path}/joint`, {}, signal), api.get('/api/whistles', { incident: id }, signal), rated ? api.get(`${path}/evaluation`, {}, signal) : null]);
  return { tasks, joint, whistles, evaluation };
}

/**
 * Sends what was done in it. What the server refuses comes back, to be told where it was written.
 *
 * @param {Page} page @param {() => string} id of the incident @param {() => void} again reads it anew
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
    again();
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
