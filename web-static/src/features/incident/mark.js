/** The last of the six steps: closed, only to be evaluated. */
const DONE = new Set(['evaluate', 'closed']);
const URGENT = new Set(['urgent']);

/**
 * How an incident is drawn: each mark has a colour and a shape of its own.
 *
 * @param {Pick<IncidentProps, 'state' | 'priority' | 'overdue' | 'closedAt'>} incident
 * @returns {'overdue' | 'urgent' | 'open' | 'closed'}
 */
export function incidentMark(incident) {
  if (isClosed(incident)) return 'closed';
  if (incident.overdue) return 'overdue';
  return URGENT.has(incident.priority) ? 'urgent' : 'open';
}

/** @param {Pick<IncidentProps, 'state' | 'closedAt'>} incident */
export const isClosed = (incident) => Boolean(incident.closedAt) || DONE.has(incident.state);

/** What matters more is drawn later, so that it lies above. */
export const MARK_RANK = { closed: 0, open: 1, urgent: 2, overdue: 3 };
