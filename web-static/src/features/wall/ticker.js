/** What happened last, line by line. Nothing here touches the document or the server. */

const MOST = 40;
/** Types of change that are worth a line on a wall; the rest is the daily noise of clocks and lists. */
const TOLD = new Set([
  'incident-reported', 'incident-moved', 'incident-rang', 'incident-merged', 'incident-joint-convened', 'incident-joint-decided',
  'whistle-blown', 'whistle-called', 'whistle-answered', 'whistle-reached', 'whistle-unheard', 'whistle-ended',
]);

/**
 * The lines after a change.
 *
 * @param {readonly WallLine[]} lines the newest first @param {LiveMessage} message
 * @returns {readonly WallLine[]}
 */
export function afterChange(lines, message) {
  if (message.kind !== 'change' || !TOLD.has(message.type)) return lines;
  const { number, at, type, subject, facts } = message;
  const incident = String(facts.incident ?? (type.startsWith('incident-') ? subject : ''));
  const line = { key: String(number), at, type: typeof facts.action === 'string' ? `act-${facts.action}` : type, incident, grid: String(facts.grid ?? ''), category: String(facts.category ?? '') };
  return [line, ...lines].slice(0, MOST);
}

/** What is told before anything has happened: what was reported and closed lately. @param {readonly IncidentProps[]} incidents @returns {WallLine[]} */
export function firstLines(incidents) {
  return incidents
    .flatMap((one) => {
      const { id, grid, category } = one;
      const line = { incident: id, grid: grid ?? '', category };
      return [
        { ...line, key: `${id}-reported`, at: one.reportedAt, type: 'incident-reported' },
        ...(one.filedAt ? [{ ...line, key: `${id}-filed`, at: one.filedAt, type: 'act-file' }] : []),
        ...(one.closedAt ? [{ ...line, key: `${id}-closed`, at: one.closedAt, type: 'act-close' }] : []),
      ];
    })
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, MOST);
}
