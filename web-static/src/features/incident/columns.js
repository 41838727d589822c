import { html } from '../../ui/html.js';
import { symbol } from '../../ui/icons.js';
import { MARK_RANK, incidentMark } from './mark.js';

/** @type {Column<IncidentProps>[]} */
export const incidentColumns = [
  {
    key: 'mark', value: (incident) => 3 - MARK_RANK[incidentMark(incident)],
    show: (incident, words) => {
      const mark = incidentMark(incident);
      return html`<span class=${`condition ${mark}`}>${symbol(`incident-${mark}`)}${words.word('incident-mark', mark)}</span>`;
    },
  },
  { key: 'number', value: (incident) => incident.number },
  { key: 'category', value: (incident) => incident.category, show: (incident, words) => incident.categoryNames?.[words.lang] ?? incident.category },
  { key: 'state', value: (incident) => incident.state, show: (incident, words) => words.word('incident-state', incident.state) },
  { key: 'priority', value: (incident) => incident.priority, show: (incident, words) => words.word('priority', incident.priority) },
  { key: 'channel', value: (incident) => incident.channel, show: (incident, words) => words.word('channel', incident.channel) },
  { key: 'grid', value: (incident) => incident.grid },
  { key: 'reportedAt', value: (incident) => incident.reportedAt, show: (incident, words) => words.time(incident.reportedAt) },
  { key: 'dueAt', value: (incident) => incident.dueAt, show: (incident, words) => words.time(incident.dueAt) },
];
