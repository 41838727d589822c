/** How incidents are marked on the wall: the shape tells the priority, the colour the clock, the digit the step. Pure. */

const STEPS = ['collect', 'file', 'dispatch', 'handle', 'verify'];
const PRIORITIES = ['urgent', 'important', 'ordinary'];
export const PRESSURES = ['left', 'warned', 'overdue', 'paused'];

/** Every mark there is, so that each is drawn once. */
export const MARKS = PRIORITIES.flatMap((priority) => PRESSURES.flatMap((pressure) => STEPS.map((step, i) => ({ name: `${priority}-${pressure}-${i + 1}`, priority, pressure, digit: String(i + 1), step }))));

/**
 * The mark of an incident.
 *
 * @param {{ priority: string, state: string, overdue: boolean, stageOverdue?: boolean, clock?: string | null, stageWarnsAt?: string | null, standing?: string }} incident
 * @param {number} nowMs in the town
 */
export function markOf(incident, nowMs) {
  const priority = PRIORITIES.includes(incident.priority) ? incident.priority : 'ordinary';
  const step = Math.max(0, STEPS.indexOf(incident.state)) + 1;
  return `${priority}-${pressureOf(incident, nowMs)}-${step}`;
}

/** @param {Parameters<typeof markOf>[0]} incident @param {number} nowMs */
function pressureOf({ overdue, stageOverdue, standing, stageWarnsAt }, nowMs) {
  if (overdue || stageOverdue) return 'overdue';
  if (standing === 'suspended') return 'paused';
  return stageWarnsAt && Date.parse(stageWarnsAt) <= nowMs ? 'warned' : 'left';
}

/** What matters more is drawn above. @param {string} mark */
export function rankOf(mark) {
  const [priority, pressure] = mark.split('-');
  return (pressure === 'overdue' ? 3 : pressure === 'warned' ? 1.5 : 0) + (priority === 'urgent' ? 4 : priority === 'important' ? 1 : 0);
}

/**
 * What has to be told to a map that shows `before` so that it shows `now`.
 *
 * @template {{ key: string }} T
 * @param {ReadonlyMap<string, T>} before @param {ReadonlyMap<string, T>} now each with a key that is another when it looks otherwise
 * @returns {{ put: T[], gone: string[] }}
 */
export function difference(before, now) {
  const put = [...now].filter(([id, one]) => before.get(id)?.key !== one.key).map(([, one]) => one);
  return { put, gone: [...before.keys()].filter((id) => !now.has(id)) };
}

/**
 * Which way somebody walks, in degrees clockwise from north; null while they stand or did not move.
 *
 * @param {Pick<Person, 'lng' | 'latitude'> | undefined} from @param {Pick<Person, 'lng' | 'latitude' | 'state'>} to @param {number | null} before
 */
export function headingOf(from, to, before) {
  if (to.state !== 'walking') return null;
  if (!from) return before;
  const east = (to.lng - from.lng) * Math.cos((to.latitude * Math.PI) / 180);
  const north = to.latitude - from.latitude;
  // Less than about half a metre is noise.
  if (Math.hypot(east, north) < 5e-6) return before;
  return Math.round(((Math.atan2(east, north) * 180) / Math.PI + 360) % 360);
}
