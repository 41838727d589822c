/** @type {Column<TrackProps>[]} */
export const trackColumns = [
  { key: 'staffCode', value: (track) => track.staffCode },
  { key: 'from', value: (track) => track.from, show: (track, words) => words.time(track.from) },
  { key: 'to', value: (track) => track.to, show: (track, words) => words.time(track.to) },
  { key: 'lengthMeters', numeric: true, value: (track) => track.lengthMeters, show: (track, words) => words.length(track.lengthMeters) },
];
