import { html } from '../../ui/html.js';
import { symbol } from '../../ui/icons.js';

/** @type {Column<TrackProps>[]} */
export const trackColumns = [
  { key: 'staffCode', value: (track) => track.staffCode },
  { key: 'personName', value: (track) => track.name ?? null },
  { key: 'from', value: (track) => track.from, show: (track, words) => words.time(track.from) },
  { key: 'to', value: (track) => track.to, show: (track, words) => words.time(track.to) },
  { key: 'lengthMeters', numeric: true, value: (track) => track.lengthMeters, show: (track, words) => words.length(track.lengthMeters) },
];

/** @type {Column<PersonProps>[]} */
export const personColumns = [
  { key: 'staffCode', value: (person) => person.staffCode },
  { key: 'personName', value: (person) => person.name ?? null },
  {
    key: 'motion', value: (person) => person.state,
    show: (person, words) => html`<span class="condition">${symbol(`person-${person.state}`)}${words.word('person-state', person.state)}</span>`,
  },
  { key: 'grid', value: (person) => person.grid },
  { key: 'fixAt', value: (person) => person.at, show: (person, words) => words.time(person.at) },
];
