import { Problem, problemFrom } from './problem.js';

/** More pages than this of one list are not fetched: the page says that there is more. */
const MOST_PAGES = 20;

/**
 * Ways to call the server. Every call takes the signal of the panel that asks, so that what nobody waits for is not
 * fetched; every failure is a {@link Problem}.
 *
 * @param {(connected: boolean) => void} heard told after every call whether the server was reached
 * @param {() => Lang} lang in which language problems shall be told
 */
export function createCalls(heard, lang) {
  /** @param {string} url @param {RequestInit & { signal: AbortSignal }} request */
  async function ask(url, request) {
    let answer;
    try {
      answer = await fetch(url, request);
    } catch (error) {
      if (request.signal.aborted) throw error;
      heard(false);
      throw new Problem({ status: 0, code: 'not-connected' });
    }
    heard(answer.status !== 502 && answer.status !== 503 && answer.status !== 504);
    if (!answer.ok) {
      throw new Problem(problemFrom(answer.status, answer.headers.get('content-type') ?? '', await answer.text()));
    }
    return answer.status === 204 ? null : answer.json();
  }

  const accepted = () => ({ Accept: 'application/geo+json, application/json', 'Accept-Language': lang() });

  /** @param {string} path @param {Record<string, unknown>} query @param {AbortSignal} signal */
  const get = (path, query, signal) => ask(path + queryString(query), { signal, headers: accepted() });

  return {
    get,
    /**
     * Changes something. A file goes as it is, anything else as JSON.
     *
     * @param {'POST'|'PUT'|'PATCH'|'DELETE'} method @param {string} path
     * @param {{ body?: unknown, version?: number, signal: AbortSignal }} what version: of what is changed, as it was read
     */
    send: (method, path, { body, version, signal }) =>
      ask(path, {
        method, signal,
        headers: {
          ...accepted(),
          ...(body === undefined ? {} : { 'Content-Type': body instanceof Blob ? body.type : 'application/json' }),
          ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
        },
        ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      }),
    /**
     * A list page after page, until it ends or has `most` features.
     *
     * @param {string} path @param {Record<string, unknown>} query @param {number} most @param {AbortSignal} signal
     * @returns {Promise<FeatureList<any>>}
     */
    async list(path, query, most, signal) {
      /** @type {FeatureList<any>} */
      let page = await get(path, query, signal);
      const all = page.features;
      for (let n = 1; page.next && all.length < most && n < MOST_PAGES; n++) {
        page = await get(path, { ...query, cursor: page.next }, signal);
        all.push(...page.features);
      }
      return { ...page, features: all };
    },
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
