/** Which view the wall shows: they take turns, and an emergency stops them. Nothing here touches the document or the server. */

/** So long an emergency holds the picture, unless another comes. */
export const HOLD_MS = 60_000;

/** @type {Readonly<WallTurn>} */
export const FIRST_TURN = { at: 0, since: 0, paused: false, alert: null, told: [] };
const MOST_TOLD = 200;

/**
 * The turn after some time: the next view when its time is over, none while it is paused or an emergency holds the picture.
 *
 * @param {WallTurn} turn @param {{ count: number, seconds: number, nowMs: number }} by
 * @returns {WallTurn}
 */
export function turned(turn, { count, seconds, nowMs }) {
  if (turn.alert) return nowMs - turn.alert.sinceMs < HOLD_MS ? turn : { ...turn, alert: null, since: nowMs };
  if (turn.paused || seconds === 0 || count < 2 || nowMs - turn.since < seconds * 1000) return turn;
  return { ...turn, at: (turn.at + 1) % count, since: nowMs };
}

/** Another view by hand. @param {WallTurn} turn @param {{ by: 1 | -1, count: number, nowMs: number }} step @returns {WallTurn} */
export const stepped = (turn, { by, count, nowMs }) => ({ ...turn, at: (turn.at + by + count) % Math.max(1, count), since: nowMs, alert: null });

/**
 * What is an emergency now: a whistle that lasts and that nobody has reached, an urgent incident. Each interrupts once.
 *
 * @param {readonly GeoFeature<WhistleProps>[]} whistles @param {readonly GeoFeature<IncidentProps>[]} incidents
 * @returns {WallAlert[]}
 */
export function emergencies(whistles, incidents) {
  return [
    ...whistles.filter(({ properties }) => !properties.endedAt).flatMap(({ geometry, properties: one }) => (geometry ? [{
      key: `whistle-${one.id}-${one.level}${one.unheardSince ? '-unheard' : ''}`, kind: /** @type {const} */ ('whistle'), id: one.incident.id, at: geometry.coordinates, priority: one.unheardSince ? 'emergency' : 'high',
    }] : [])),
    ...incidents.filter(({ properties }) => properties.priority === 'urgent' && !properties.closedAt).flatMap(({ geometry, properties: one }) => (geometry ? [{
      key: `urgent-${one.id}`, kind: /** @type {const} */ ('urgent'), id: one.id, at: geometry.coordinates, priority: 'emergency',
    }] : [])),
  ];
}

/**
 * The emergencies that were declared: each interrupts once, where its first grid is.
 *
 * @param {readonly Emergency[]} all
 * @returns {WallAlert[]}
 */
export const declaredAlerts = (all) => all.flatMap(({ id, grids }) => {
  const at = grids.find((grid) => grid.at)?.at?.coordinates;
  return at ? [{ key: `declared-${id}`, kind: /** @type {const} */ ('declared'), id: String(id), at, priority: 'emergency' }] : [];
});

/**
 * The turn when emergencies are known: the newest that was not told yet takes the picture. What there was when the wall
 * was opened is no news.
 *
 * @param {WallTurn} turn @param {readonly WallAlert[]} all @param {{ nowMs: number, first: boolean }} when
 * @returns {WallTurn}
 */
export function alerted(turn, all, { nowMs, first }) {
  const fresh = all.filter(({ key }) => !turn.told.includes(key));
  if (fresh.length === 0) return turn;
  const told = [...turn.told, ...fresh.map(({ key }) => key)].slice(-MOST_TOLD);
  return first ? { ...turn, told } : { ...turn, told, alert: { ...fresh[0], sinceMs: nowMs } };
}
