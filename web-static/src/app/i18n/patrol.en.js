/** People on the move, in English. */
export const en = {
  'layer.people': 'People (live)',
  'legend.person-walking': 'Person walking',
  'legend.person-standing': 'Person standing',
  'legend.person-stale': 'Person unheard of for 10 min',
};
