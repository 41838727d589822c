/** How the page stands to the live stream, and what it has to read anew. Nothing here touches the document or the server. */

/** A beat older than this is told: what is shown may be old. */
const OLD_MS = 15_000;
/** More incidents than this at once are read as a list. */
const FEW = 5;

/** @type {Readonly<LiveState>} */
export const NOT_LIVE = { link: 'off', at: null, heardMs: 0 };

/**
 * @param {LiveState} live @param {LiveMessage} message @param {number} nowMs by the page's own clock
 * @returns {LiveState}
 */
export function heardLive(live, message, nowMs) {
  if (message.kind === 'lost' || message.kind === 'ended') return live.link === message.kind ? live : { ...live, link: message.kind };
  const at = message.kind === 'hello' ? message.asOf : message.kind === 'beat' ? message.at : null;
  return { link: 'live', at: at ?? live.at, heardMs: at ? nowMs : live.heardMs };
}

/**
 * How long until the next whole step of the page's clock, so that what is drawn at a pace is drawn together.
 *
 * @param {number} nowMs @param {number} stepMs
 */
export function toWholeStep(nowMs, stepMs) {
  const left = stepMs - (nowMs % stepMs);
  // A timer that came a little early is not to come twice.
  return left < stepMs / 10 ? left + stepMs : left;
}

/**
 * What is told of the connection.
 *
 * @param {LiveState} live @param {number} nowMs
 * @returns {'off' | 'live' | 'again' | 'old' | 'ended'}
 */
export function standing(live, nowMs) {
  if (live.link === 'off' || live.link === 'ended') return live.link;
  if (live.link === 'lost') return 'again';
  return live.at !== null && nowMs - live.heardMs > OLD_MS ? 'old' : 'live';
}

/**
 * The town's time: that of the last beat and what went by since.
 *
 * @param {LiveState} live @param {number} nowMs @param {number} speed of the town's clock
 */
export function townTime(live, nowMs, speed) {
  if (live.at === null) return null;
  const since = live.link === 'live' ? Math.min(nowMs - live.heardMs, OLD_MS) : 0;
  return new Date(Date.parse(live.at) + since * speed).toISOString();
}

/** What the town's clock says now; the reader's own where the town has not told. @param {Pick<State, 'live' | 'site'>} state */
export function townMs({ live, site }) {
  const time = townTime(live, performance.now(), site.status === 'ready' ? site.data.speed : 1);
  return time === null ? Date.now() : Date.parse(time);
}

/**
 * What is to be read anew after some messages.
 *
 * @param {readonly LiveMessage[]} messages
 * @returns {Renewal}
 */
export function renewalOf(messages) {
  const types = messages.map((message) => (message.kind === 'change' ? message.type : ''));
  const all = messages.some((message) => message.kind === 'reset');
  /** @param {string} word */
  const any = (word) => all || types.some((type) => type.startsWith(`${word}-`));
  const loaded = types.some((type) => type.startsWith('incident-') && type.endsWith('-loaded'));
  const ids = new Set(messages.flatMap((message) => (message.kind === 'change' && message.type.startsWith('incident-') ? [message.subject] : [])));
  const few = !all && !loaded && ids.size <= FEW;
  return { areas: any('grid'), incidents: any('incident') && !few, incidentIds: few ? [...ids] : [], cameras: any('camera'), tracks: any('patrol'), places: any('place') };
}

/**
 * A list with one incident as it is now: put in, put in the place of the old, or taken out when it is closed and closed ones
 * are not shown.
 *
 * @param {Rows} rows @param {GeoFeature<IncidentProps>} incident @param {boolean} closedToo
 * @returns {Rows}
 */
export function withIncident(rows, incident, closedToo) {
  const id = incident.properties.id;
  const others = rows.features.filter((feature) => feature.properties.id !== id);
  return { ...rows, features: incident.properties.closedAt && !closedToo ? others : [incident, ...others] };
}
