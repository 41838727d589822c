import { Problem, problemFrom } from '../../app/problem.js';
import { queryString } from '../../app/api.js';

/**
 * What the planner's page asks of the server; every failure is a {@link Problem}.
 *
 * @param {() => Lang} lang in which language problems shall be told
 */
export function createPlanRequests(lang) {
  /** @param {string} method @param {string} path @param {{ body?: unknown, version?: number }} [more] */
  async function send(method, path, { body, version } = {}) {
    /** @type {Record<string, string>} */
    const headers = { Accept: 'application/geo+json, application/json', 'Accept-Language': lang() };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (version !== undefined) headers['If-Match'] = `"${version}"`;
    let answer;
    try {
      answer = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    } catch {
      throw new Problem({ status: 0, code: 'not-connected' });
    }
    if (!answer.ok) throw new Problem(problemFrom(answer.status, answer.headers.get('content-type') ?? '', await answer.text()));
    return answer.json();
  }
  /** @param {PlanData} plan */
  const at = (plan) => `/api/plans/${plan.id}`;
  /** @param {string} face @param {Position[]} line @param {string} reason */
  const split = (face, line, reason) => ({ kind: 'split', face, line, ...(reason ? { reason } : {}) });

  return {
    /** @returns {Promise<Site>} */
    site: () => send('GET', '/api/site'),
    /** @returns {Promise<FeatureList<AreaProps>>} */
    communities: () => send('GET', '/api/grids' + queryString({ level: 'community', limit: 2000 })),
    /** @returns {Promise<FeatureList<PlanHead>>} */
    plans: () => send('GET', '/api/plans'),
    /** @param {string} id @returns {Promise<PlanData>} */
    plan: (id) => send('GET', `/api/plans/${encodeURIComponent(id)}`),
    /** @param {string} name @param {string} area @returns {Promise<PlanData>} */
    begin: (name, area) => send('POST', '/api/plans', { body: { name, area } }),
    /** @param {string} code @returns {Promise<FeatureList<AreaProps>>} */
    micro: (code) => send('GET', '/api/grids' + queryString({ parent: code, level: 'micro-grid', limit: 500 })),
    /** @param {PlanData} plan @param {{ face: string, line: Position[] }} what @returns {Promise<PlanPreview>} */
    preview: (plan, { face, line }) => send('POST', `${at(plan)}/edits?preview=true`, { body: split(face, line, '') }),
    /** @param {PlanData} plan @param {{ face: string, line: Position[], reason: string }} what @returns {Promise<PlanData & PlanPreview>} */
    split: (plan, { face, line, reason }) => send('POST', `${at(plan)}/edits`, { body: split(face, line, reason), version: plan.version }),
    /** @param {PlanData} plan @param {'undo' | 'redo' | 'publish'} step @returns {Promise<PlanData>} */
    step: (plan, step) => send('POST', `${at(plan)}/${step}`, { version: plan.version }),
    /** The grids of an area on a day. @param {string} area @param {string} instant @returns {Promise<FeatureList<AreaProps>>} */
    gridsAt: (area, instant) => send('GET', '/api/grids' + queryString({ level: 'grid', q: area, at: instant, limit: 1000 })),
    /** @param {Position} place @param {string} [instant] @returns {Promise<HereAnswer>} */
    owner: ([lon, lat], instant) => send('GET', '/api/grids/at' + queryString({ lon: lon.toFixed(7), lat: lat.toFixed(7), at: instant })),
  };
}
