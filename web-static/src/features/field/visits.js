/** Doors of campaigns on the phone of whoever goes there. Nothing here touches the document or the server. */

/** Roles that go from door to door. */
const WORKERS = ['worker', 'administrator'];

/** Whether somebody goes from door to door. @param {readonly string[]} roles */
export const mayVisit = (roles) => roles.some((role) => WORKERS.includes(role));

/** What was said at a door and has not gone yet, the last of it. @param {readonly OutboxItem[]} outbox @param {number} campaign @param {number} door */
export const waitingAt = (outbox, campaign, door) =>
  outbox.filter((item) => item.kind === 'visit' && item.state !== 'sent' && item.campaign === campaign && item.door === door).at(-1) ?? null;

/** How a door stands for whoever goes there: what waits on the phone counts as done. @param {CampaignDoor} door @param {OutboxItem | null} waiting @returns {'open' | 'done' | 'waiting' | 'refused'} */
export const standingAt = (door, waiting) => (waiting ? (waiting.state === 'refused' ? 'refused' : 'waiting') : door.version > 0 ? 'done' : 'open');

/** The doors of a campaign with how each stands. @param {FieldCampaign} campaign @param {readonly OutboxItem[]} outbox */
export const standing = (campaign, outbox) => campaign.doors.map((door) => ({ ...door, standing: standingAt(door, waitingAt(outbox, campaign.id, door.number)) }));

/** How many doors are left to go to. @param {FieldCampaign} campaign @param {readonly OutboxItem[]} outbox */
export const leftAt = (campaign, outbox) => standing(campaign, outbox).filter((door) => door.standing === 'open').length;

/** The next door to go to after one: of its building first. @param {FieldCampaign} campaign @param {number} after @param {readonly OutboxItem[]} outbox @returns {CampaignDoor | null} */
export function nextDoor(campaign, after, outbox) {
  const here = campaign.doors.find(({ number }) => number === after);
  const open = standing(campaign, outbox).filter((door) => door.standing === 'open' && door.number !== after);
  const near = open.filter((one) => here && one.grid === here.grid && one.building === here.building && one.declared?.address === here.declared?.address);
  return near.find(({ number }) => number > after) ?? near[0] ?? null;
}

/**
 * After an answer has gone: the door has it.
 *
 * @param {readonly FieldCampaign[]} campaigns @param {Pick<OutboxItem, 'campaign' | 'door' | 'answers'>} item @param {{ version: number, hazards: number }} now
 * @returns {FieldCampaign[]}
 */
export const answered = (campaigns, { campaign, door, answers }, now) =>
  campaigns.map((one) => (one.id === campaign ? { ...one, doors: one.doors.map((each) => (each.number === door ? { ...each, ...now, answers } : each)) } : one));

/** What an answer means beyond itself: in how many days somebody looks again. @param {CampaignQuestion} question @param {string | undefined} answer @returns {number | null} null where it is no hazard */
export const recheckOf = ({ hazardOn, recheckDays }, answer) => (hazardOn !== null && hazardOn === answer ? recheckDays : null);
