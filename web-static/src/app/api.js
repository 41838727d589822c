import { Problem, problemFrom } from './problem.js';

/** More pages than this of one list are not fetched: the page says that there is more. */
const MOST_PAGES = 20;
/** Features of one page: tracks are long. */
const PAGE = { incidents: 500, cameras: 500, tracks: 100 };

/**
 * The server, as the page sees it. Every call takes the signal of the panel that asks, so that what nobody waits for is
 * not fetched; every failure is a {@link Problem}.
 *
 * @param {(connected: boolean) => void} heard told after every call whether the server was reached
 * @param {() => Lang} lang in which language problems shall be told
 */
export function createApi(heard, lang) {
  /** @param {string} path @param {Record<string, unknown>} query @param {AbortSignal} signal */
  async function get(path, query, signal) {
    let answer;
    try {
      answer = await fetch(path + queryString(query), {
        signal,
        headers: { Accept: 'application/geo+json, application/json', 'Accept-Language': lang() },
      });
    } catch (error) {
      if (signal.aborted) throw error;
      heard(false);
      throw new Problem({ status: 0, code: 'not-connected' });
    }
    heard(answer.status !== 502 && answer.status !== 503 && answer.status !== 504);
    if (!answer.ok) {
      throw new Problem(problemFrom(answer.status, answer.headers.get('content-type') ?? '', await answer.text()));
    }
    return answer.json();
  }

  /**
   * A list page after page, until it ends or has `most` features.
   *
   * @param {string} path @param {Record<string, unknown>} query @param {number} most @param {AbortSignal} signal
   * @returns {Promise<FeatureList<any>>}
   */
  async function list(path, query, most, signal) {
    /** @type {FeatureList<any>} */
    let page = await get(path, query, signal);
    const all = page.features;
    for (let n = 1; page.next && all.length < most && n < MOST_PAGES; n++) {
      page = await get(path, { ...query, cursor: page.next }, signal);
      all.push(...page.features);
    }
    return { ...page, features: all };
  }

  return {
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
    /** @param {number} lon @param {number} lat @param {AbortSignal} signal @returns {Promise<HereAnswer>} */
    at: (lon, lat, signal) => get('/api/grids/at', { lon: lon.toFixed(7), lat: lat.toFixed(7) }, signal),
    /** @param {AbortSignal} signal @returns {Promise<{ categories: { code: string, nameZh: string, nameEn: string }[] }>} */
    categories: (signal) => get('/api/incidents/categories', {}, signal),
    /** @param {'incidents'|'cameras'|'tracks'} kind @param {Record<string, unknown>} query @param {number} most @param {AbortSignal} signal */
    things: (kind, query, most, signal) => list(`/api/${kind}`, { ...query, limit: Math.min(most, PAGE[kind]) }, most, signal),
  };
}

/**
 * The query of a URL; what is null, undefined or empty is left out.
 *
 * @param {Record<string, unknown>} query
 */
export function queryString(query) {
  const said = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return said.length === 0 ? '' : '?' + new URLSearchParams(said.map(([name, value]) => [name, String(value)]));
}
