import { createApi } from '../../app/api.js';
import { createCalls } from '../../app/call.js';
import { planAfter } from './plan-after.js';
import { togetherRequests } from './together-requests.js';

/**
 * What the planner's page asks of the server; every failure is a `Problem`.
 *
 * @param {() => Lang} lang in which language problems shall be told
 */
export function createPlanRequests(lang) {
  const calls = createCalls(() => {}, lang);
  // Whatever is asked here is waited for as long as the page is there.
  const { signal } = new AbortController();
  /** @param {string} path @param {Record<string, unknown>} [query] */
  const get = (path, query = {}) => calls.get(path, query, signal);
  /** @param {string} path @param {{ body?: unknown, version?: number }} what */
  const post = (path, what) => calls.send('POST', path, { ...what, signal });
  /** @param {PlanData} plan */
  const at = (plan) => `/api/plans/${plan.id}`;

  return {
    /** @returns {Promise<Site>} */
    site: () => get('/api/site'),
    /** @returns {Promise<FeatureList<AreaProps>>} */
    communities: () => get('/api/grids', { level: 'community', limit: 2000 }),
    /** Every grid, without its outline. @returns {Promise<FeatureList<AreaProps>>} */
    sizes: () => get('/api/grids', { level: 'grid', geometry: 'none', limit: 10_000 }),
    /** @param {string} code @returns {Promise<GeoFeature<AreaProps>>} */
    area: (code) => get(`/api/grids/${encodeURIComponent(code)}`),
    /** What the search field asks. */
    search: createApi(() => {}, lang),
    /** @returns {Promise<FeatureList<PlanHead>>} */
    plans: () => get('/api/plans'),
    /** @param {string} id @returns {Promise<PlanData>} */
    plan: (id) => get(`/api/plans/${encodeURIComponent(id)}`),
    /** @param {string} name @param {string} area @returns {Promise<PlanData>} */
    begin: (name, area) => post('/api/plans', { body: { name, area } }),
    /** @param {string} code @returns {Promise<FeatureList<AreaProps>>} */
    micro: (code) => get('/api/grids', { parent: code, level: 'micro-grid', limit: 500 }),
    /** @param {PlanData} plan @param {object} body the operation @returns {Promise<PlanPreview>} */
    preview: (plan, body) => post(`${at(plan)}/edits?preview=true`, { body }),
    /** @param {PlanData} plan @param {object} body the operation @returns {Promise<PlanData & PlanPreview>} */
    edit: async (plan, body) => planAfter(plan, await post(`${at(plan)}/edits`, { body: { ...body, after: plan.head }, version: plan.version })),
    /** A plan of one's own with all steps before one. @param {PlanData} plan @param {string} name @param {number} before @returns {Promise<PlanData>} */
    copy: (plan, name, before) => post(`${at(plan)}/copy`, { body: { name, before } }),
    /** @param {Box} box @returns {Promise<FeatureList<PlaceProps>>} */
    streets: (box) => get('/api/places/streets', { bbox: box.join(','), limit: 2000 }),
    /** @param {Box} box @returns {Promise<FeatureList<PlaceProps>>} */
    buildings: (box) => get('/api/places/buildings', { bbox: box.join(','), limit: 2000 }),
    /** @param {PlanData} plan @param {'undo' | 'redo'} step @returns {Promise<PlanData>} */
    step: async (plan, step) => planAfter(plan, await post(`${at(plan)}/${step}`, { version: plan.version })),
    ...togetherRequests(calls, signal),
    /** A step of the plan's life. @param {PlanData} plan @param {PlanStepWord} step @param {object} [body] @returns {Promise<PlanData>} */
    take: (plan, step, body) => post(`${at(plan)}/${step === 'schedule' ? 'publish' : step}`, { version: plan.version, body }),
    /** @param {PlanData} plan @returns {Promise<PlanRebase>} */
    previewRebase: (plan) => post(`${at(plan)}/rebase?preview=true`, {}),
    /** @param {PlanData} plan @param {string} name @returns {Promise<PlanData>} */
    rollBack: (plan, name) => post(`${at(plan)}/rollback`, { body: { name } }),
    /** Signs in as another account of the demonstration. @param {string} user */
    enter: (user) => post('/api/session', { body: { user, password: 'demo' } }),
    /** The grids of an area on a day. @param {string} area @param {string} instant @returns {Promise<FeatureList<AreaProps>>} */
    gridsAt: (area, instant) => get('/api/grids', { level: 'grid', q: area, at: instant, limit: 1000 }),
    /** @param {Position} place @param {string} [instant] @returns {Promise<HereAnswer>} */
    owner: ([lon, lat], instant) => get('/api/grids/at', { lon: lon.toFixed(7), lat: lat.toFixed(7), at: instant }),
  };
}
