import { shelf } from '../../app/shelf.js';
import { mayVisit } from './visits.js';

const PAGE = 1000;
/** So many doors of a campaign are kept on a phone: some grids of them. */
const MOST_DOORS = 3000;

const kept = shelf('kept');

/** What the phone has kept of campaigns. @param {string} account @returns {Promise<Pick<FieldState, 'campaigns'>>} */
export const keptVisits = (account) => kept.get(`visits:${account}`).then((campaigns) => ({ campaigns: campaigns ?? [] }), () => ({ campaigns: [] }));

/** @param {FieldState} state */
export const keepVisits = ({ account, campaigns }) => kept.put(`visits:${account}`, campaigns).catch(() => {});

/** Forgets what another one read on this phone. @param {string} account */
export const forgetVisits = (account) => kept.remove(`visits:${account}`).catch(() => {});

/** Reads the campaigns that last, and the doors of whoever is signed in; without network what is kept stays. @param {FieldPage} page */
export async function readVisits(page) {
  const { store } = page;
  if (!mayVisit(store.state().roles)) return;
  const { signal } = new AbortController();
  try {
    const calls = await page.calls();
    const { features } = await calls.get('/api/campaigns', { limit: 50 }, signal);
    const now = Date.now() + store.state().aheadMs;
    const lasting = features.map((/** @type {GeoFeature<Campaign>} */ { properties }) => properties).filter((/** @type {Campaign} */ one) => !one.closedAt && Date.parse(one.from) <= now);
    const campaigns = [];
    for (const { id, title, until, questions } of lasting) {
      const { doors, more } = await doorsOf(calls, id, signal);
      if (doors.length > 0) campaigns.push({ id, title, until, questions, doors, more });
    }
    store.dispatch({ campaigns });
    keepVisits(store.state());
  } catch {
    // The band tells that there is no network; the doors are those that were read last.
  }
}

/** @param {Calls} calls @param {number} id @param {AbortSignal} signal @returns {Promise<{ doors: CampaignDoor[], more: boolean }>} */
async function doorsOf(calls, id, signal) {
  /** @type {CampaignDoor[]} */
  const doors = [];
  let after = 0;
  do {
    const list = await calls.get(`/api/campaigns/${id}/units`, { after, limit: PAGE }, signal);
    doors.push(...list.features.map((/** @type {GeoFeature<CampaignDoor>} */ { properties }) => properties));
    after = Number(list.next ?? 0);
  } while (after && doors.length < MOST_DOORS);
  return { doors, more: after > 0 };
}
