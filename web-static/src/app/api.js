import { createCalls } from './call.js';

/** Features of one page: tracks are long. */
const PAGE = { incidents: 500, cameras: 500, tracks: 100 };

/**
 * The server, as the page sees it.
 *
 * @param {(connected: boolean) => void} heard told after every call whether the server was reached
 * @param {() => Lang} lang in which language problems shall be told
 */
export function createApi(heard, lang) {
  const { get, send, list } = createCalls(heard, lang);
  return {
    get,
    send,
    /** @param {string} user @param {string} password @param {AbortSignal} signal @returns {Promise<SessionAnswer>} */
    signIn: (user, password, signal) => send('POST', '/api/session', { body: { user, password }, signal }),
    /** @param {AbortSignal} signal */
    signOut: (signal) => send('DELETE', '/api/session', { signal }),
    /** @param {AbortSignal} signal @returns {Promise<Site>} */
    site: (signal) => get('/api/site', {}, signal),
    /** @param {AreaRef} area @param {AbortSignal} signal @returns {Promise<Card>} */
    card: (area, signal) =>
      get(`/api/grids/${encodeURIComponent(area.code)}/card`, { partition: area.partition }, signal),
    /** @param {AreaRef} area @param {AbortSignal} signal @returns {Promise<FeatureList<AreaProps>>} */
    history: (area, signal) =>
      get(`/api/grids/${encodeURIComponent(area.code)}/history`, { partition: area.partition }, signal),
    /** @param {Record<string, unknown>} query @param {number} most @param {AbortSignal} signal */
    areas: (query, most, signal) => list('/api/grids', query, most, signal),
    /** @param {Record<string, unknown>} query @param {AbortSignal} signal @returns {Promise<{ hits: PlaceHit[], tookMicros: number }>} */
    places: (query, signal) => get('/api/places/search', query, signal),
    /** @param {string} kind @param {Record<string, unknown>} query @param {number} most @param {AbortSignal} signal */
    placeList: (kind, query, most, signal) => list(`/api/places/${kind}`, query, most, signal),
    /** @param {number} lon @param {number} lat @param {AbortSignal} signal @returns {Promise<HereAnswer>} */
    at: (lon, lat, signal) => get('/api/grids/at', { lon: lon.toFixed(7), lat: lat.toFixed(7) }, signal),
    /** The register of cameras. @param {Record<string, unknown>} query @param {number} most @param {AbortSignal} signal @returns {Promise<FeatureList<RegisteredCamera>>} */
    cameras: (query, most, signal) => list('/api/cameras', query, most, signal),
    /** @param {number} lon @param {number} lat @param {AbortSignal} signal @returns {Promise<FeatureList<CoveringProps>>} */
    covering: (lon, lat, signal) => get('/api/cameras/covering', { lon: lon.toFixed(7), lat: lat.toFixed(7) }, signal),
    /** @param {string} id @param {AbortSignal} signal @returns {Promise<GeoFeature<IncidentProps>>} */
    incident: (id, signal) => get(`/api/incidents/${encodeURIComponent(id)}`, {}, signal),
    /** @param {string} id @param {AbortSignal} signal @returns {Promise<{ clocks: StageReasonRow[] }>} */
    clock: (id, signal) => get(`/api/incidents/${encodeURIComponent(id)}/clock`, {}, signal),
    /** @param {string} id @param {AbortSignal} signal @returns {Promise<{ deeds: Deed[] }>} */
    deeds: (id, signal) => get(`/api/incidents/${encodeURIComponent(id)}/history`, {}, signal),
    /** @param {string} id @param {AbortSignal} signal @returns {Promise<{ reports: IncidentReport[] }>} */
    reports: (id, signal) => get(`/api/incidents/${encodeURIComponent(id)}/reports`, {}, signal),
    /** @param {string} id @param {string} action @param {{ version: number, reason: string, until?: string, signal: AbortSignal }} as @returns {Promise<GeoFeature<IncidentProps>>} */
    act: (id, action, { version, reason, until, signal }) =>
      send('POST', `/api/incidents/${encodeURIComponent(id)}/${action}`, { version, body: { reason, until }, signal }),
    /** @param {AbortSignal} signal @returns {Promise<{ categories: IncidentCategory[] }>} */
    categories: (signal) => get('/api/incidents/categories', {}, signal),
    /** @param {number} most @param {AbortSignal} signal @returns {Promise<FeatureList<KnownPerson>>} */
    people: (most, signal) => list('/api/people', { limit: 1000 }, most, signal),
    /** @param {'incidents'|'cameras'|'tracks'} kind @param {Record<string, unknown>} query @param {number} most @param {AbortSignal} signal */
    things: (kind, query, most, signal) => list(`/api/${kind}`, { ...query, limit: Math.min(most, PAGE[kind]) }, most, signal),
  };
}
