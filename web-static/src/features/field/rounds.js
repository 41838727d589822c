/**
 * Rounds on the phone of whoever goes from door to door: a campaign with its checklist, or a rule of visits with its doors
 * that are due. Nothing here touches the document or the server.
 */

/** How a round is named in addresses and on the phone. @param {'campaign' | 'visit'} kind @param {number} number */
export const roundId = (kind, number) => `${kind === 'campaign' ? 'c' : 'v'}${number}`;

/** Which door of which round something in the outbox is about; null for none. @param {Pick<OutboxItem, 'kind' | 'campaign' | 'door' | 'visit'>} item */
export function doorOf({ kind, campaign, door, visit }) {
  if (kind === 'visit') return `${roundId('campaign', campaign)}/${door}`;
  return kind === 'home' && visit ? `${roundId('visit', visit.rule)}/${visit.place}` : null;
}

/** How a door stands for whoever goes there: what waits on the phone counts as done. @param {FieldDoor} door @param {OutboxItem | null} waiting @returns {'open' | 'done' | 'waiting' | 'refused'} */
export const standingAt = (door, waiting) => (waiting ? (waiting.state === 'refused' ? 'refused' : 'waiting') : door.done ? 'done' : 'open');

/** The doors of a round with how each stands. @param {FieldRound} round @param {readonly OutboxItem[]} outbox */
export function standing(round, outbox) {
  /** @type {Map<string, OutboxItem>} */
  const last = new Map();
  for (const item of outbox) {
    const door = item.state === 'sent' ? null : doorOf(item);
    if (door) last.set(door, item);
  }
  return round.doors.map((door) => ({ ...door, standing: standingAt(door, last.get(`${round.id}/${door.name}`) ?? null) }));
}

/** How many doors are left to go to. @param {FieldRound} round @param {readonly OutboxItem[]} outbox */
export const leftAt = (round, outbox) => standing(round, outbox).filter((door) => door.standing === 'open').length;

/**
 * Rounds as they were read, with the doors about which something lies in the outbox: the server no longer lists a door that is
 * not due, and whoever was there a minute ago still wants to see it.
 *
 * @param {FieldRound[]} read @param {readonly FieldRound[]} before @param {readonly OutboxItem[]} outbox
 * @returns {FieldRound[]}
 */
export function withSaid(read, before, outbox) {
  const said = new Set(outbox.map(doorOf));
  const left = before.map((round) => {
    const listed = new Set(read.find(({ id }) => id === round.id)?.doors.map(({ name }) => name));
    return { ...round, doors: round.doors.filter(({ name }) => !listed.has(name) && said.has(`${round.id}/${name}`)) };
  });
  const more = (/** @type {string} */ id) => left.find((one) => one.id === id)?.doors ?? [];
  return [...read.map((round) => ({ ...round, doors: [...round.doors, ...more(round.id)] })), ...left.filter(({ id, doors }) => doors.length > 0 && read.every((one) => one.id !== id))];
}
