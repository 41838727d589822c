import { doorOf, standing } from './rounds.js';

/** What whoever walks a round does at its doors, one after another. Nothing here touches the document or the server. */

/** Roles that go from door to door. */
const WORKERS = ['worker', 'administrator'];
const EARTH_METERS = 6_371_000;

/** Whether somebody goes from door to door. @param {readonly string[]} roles */
export const mayVisit = (roles) => roles.some((role) => WORKERS.includes(role));

/** What was said at a door and has not gone yet, the last of it. @param {readonly OutboxItem[]} outbox @param {string} round @param {string} door */
export const waitingAt = (outbox, round, door) => outbox.filter((item) => item.state !== 'sent' && doorOf(item) === `${round}/${door}`).at(-1) ?? null;

/** The next door to go to after one: of its building first. @param {FieldRound} round @param {string} after @param {readonly OutboxItem[]} outbox @returns {FieldDoor | null} */
export function nextDoor(round, after, outbox) {
  const at = round.doors.findIndex(({ name }) => name === after);
  const here = round.doors[at];
  const open = standing(round, outbox).map((door, i) => ({ door, i })).filter(({ door, i }) => door.standing === 'open' && i !== at);
  const near = open.filter(({ door }) => here && door.grid === here.grid && door.building === here.building && door.declared?.address === here.declared?.address);
  return (near.find(({ i }) => i > at) ?? near[0])?.door ?? null;
}

/**
 * After something has gone: the door has it.
 *
 * @param {readonly FieldRound[]} rounds @param {OutboxItem} item @param {Partial<FieldDoor>} now
 * @returns {FieldRound[]}
 */
export function answered(rounds, item, now) {
  const which = doorOf(item);
  return rounds.map((one) => (which?.startsWith(`${one.id}/`) ? { ...one, doors: one.doors.map((each) => (`${one.id}/${each.name}` === which ? { ...each, ...now, done: now.done ?? true } : each)) } : one));
}

/** In how many days a hazard is looked at again, where an answer is one; null where it is none. @param {CampaignQuestion} question @param {string | undefined} answer */
export const recheckOf = ({ hazardOn, recheckDays }, answer) => (hazardOn && hazardOn === answer ? recheckDays : null);

/** Groups of doors with the nearest first; those whose place is not known come last. @template {{ doors: FieldDoor[] }} G @param {readonly G[]} groups @param {{ lon: number, lat: number } | null} from @returns {G[]} */
export const nearestFirst = (groups, from) => (from ? groups.map((group) => ({ group, meters: metersTo(group.doors[0], from) })).sort((a, b) => a.meters - b.meters).map(({ group }) => group) : [...groups]);

/** On the plane: over some kilometres the error is smaller than a house. @param {FieldDoor | undefined} door @param {{ lon: number, lat: number }} from */
function metersTo(door, from) {
  if (!door?.at) return Infinity;
  const [lon, lat] = door.at;
  const radians = Math.PI / 180;
  return EARTH_METERS * radians * Math.hypot((lon - from.lon) * Math.cos(from.lat * radians), lat - from.lat);
}

/** Which facts are still to be answered where somebody was met: places of them, from 1. @param {readonly VisitFact[]} facts @param {Record<string, string>} answers */
export const unknownOf = (facts, answers) => facts.flatMap(({ kind }, i) => (kind !== 'text' && !answers[i + 1] ? [i + 1] : []));

/** What is sent of a visit. @param {OutboxItem} item @param {number} aheadMs by how much the server's clock is ahead */
export function visitBody({ key, version, answers, visit, madeAt }, aheadMs) {
  const { rule, outcome, nextTry, note, hazard, corrects } = /** @type {HomeVisit} */ (visit);
  return {
    rule, key, version, outcome, madeAt: new Date(Date.parse(madeAt) + aheadMs).toISOString(), answers: outcome === 'met' ? answers : {}, note, corrects,
    ...(outcome === 'nobody-home' && nextTry ? { nextTry } : {}), ...(hazard?.category ? { hazard } : {}),
  };
}
