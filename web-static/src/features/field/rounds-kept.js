import { shelf } from '../../app/shelf.js';
import { roundId, withSaid } from './rounds.js';
import { mayVisit } from './walk.js';

const PAGE = 1000;
/** So many doors of a round are kept on a phone: some grids of them. */
const MOST_DOORS = 3000;

const kept = shelf('kept');

/** What the phone has kept of rounds. @param {string} account @returns {Promise<Pick<FieldState, 'rounds'>>} */
export const keptRounds = (account) => kept.get(`rounds:${account}`).then((rounds) => ({ rounds: rounds ?? [] }), () => ({ rounds: [] }));

/** @param {FieldState} state */
export const keepRounds = ({ account, rounds }) => kept.put(`rounds:${account}`, rounds).catch(() => {});

/** Forgets what another one read on this phone. @param {string} account */
export const forgetRounds = (account) => kept.remove(`rounds:${account}`).catch(() => {});

/** Reads the rounds that last, and the doors of whoever is signed in; without network what is kept stays. @param {FieldPage} page */
export async function readRounds(page) {
  const { store } = page;
  if (!mayVisit(store.state().roles)) return;
  const { signal } = new AbortController();
  try {
    const calls = await page.calls();
    const now = Date.now() + store.state().aheadMs;
    const rounds = [...await campaignsOf(calls, now, signal), ...await visitsOf(calls, signal)];
    store.dispatch((state) => ({ rounds: withSaid(rounds, state.rounds, state.outbox) }));
    keepRounds(store.state());
  } catch {
    // The band tells that there is no network; the doors are those that were read last.
  }
}

/** @param {Calls} calls @param {number} now @param {AbortSignal} signal @returns {Promise<FieldRound[]>} */
async function campaignsOf(calls, now, signal) {
  const { features } = await calls.get('/api/campaigns', { limit: 50 }, signal);
  const lasting = features.map((/** @type {GeoFeature<Campaign>} */ { properties }) => properties).filter((/** @type {Campaign} */ one) => !one.closedAt && Date.parse(one.from) <= now);
  /** @type {FieldRound[]} */
  const rounds = [];
  for (const { id, title, until, questions } of lasting) {
    const { doors, more } = await doorsOf(calls, { path: `/api/campaigns/${id}/units`, door: campaignDoor, query: {} }, signal);
    if (doors.length > 0) rounds.push({ kind: 'campaign', id: roundId('campaign', id), number: id, title, until, questions, facts: [], doors, more });
  }
  return rounds;
}

/** @param {GeoFeature<CampaignDoor>} feature @returns {FieldDoor} */
const campaignDoor = ({ properties }) => ({ ...properties, name: String(properties.number), done: properties.version > 0 });

/** Rules by which something is due. @param {Calls} calls @param {AbortSignal} signal @returns {Promise<FieldRound[]>} */
async function visitsOf(calls, signal) {
  const { rules } = await calls.get('/api/visits/rules', {}, signal);
  /** @type {FieldRound[]} */
  const rounds = [];
  for (const { id, title, facts } of /** @type {VisitRule[]} */ (rules)) {
    const { doors, more } = await doorsOf(calls, { path: '/api/visits/due', door: dueDoor, query: { rule: id } }, signal);
    if (doors.length > 0) rounds.push({ kind: 'visit', id: roundId('visit', id), number: id, title, until: '', questions: [], facts, doors, more });
  }
  return rounds;
}

/** @param {GeoFeature<DueDoor>} feature @returns {FieldDoor} */
const dueDoor = ({ geometry, properties }) => ({ ...properties, name: properties.place, done: false, answers: null, hazards: 0, at: geometry?.coordinates ?? null });

/** @param {Calls} calls @param {{ path: string, door: (feature: any) => FieldDoor, query: Record<string, number> }} of @param {AbortSignal} signal @returns {Promise<{ doors: FieldDoor[], more: boolean }>} */
async function doorsOf(calls, { path, door, query }, signal) {
  /** @type {FieldDoor[]} */
  const doors = [];
  let after = 0;
  do {
    const list = await calls.get(path, { ...query, after, limit: PAGE }, signal);
    doors.push(...list.features.map(door));
    after = Number(list.next ?? 0);
  } while (after && doors.length < MOST_DOORS);
  return { doors, more: after > 0 };
}
