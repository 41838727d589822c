/** Patrols on a phone. @type {Record<string, string>} */
export const en = {
  'round-hand.mine': 'My patrols today',
  'round-hand.left': 'Left: {text}',
  'round-hand.left-time': '{grid} {n} min',
  'round-hand.left-way': '{grid}',
  'round-hand.nothing-left': 'All done.',
  'round-hand.ends': 'Ends at {time}',
  'round-hand.result.done': 'done',
  'round-hand.result.partly': 'partly done',
  'round-hand.result.missed': 'missed',
  'round-hand.result.unknown': 'cannot tell: the phone was silent',
  'round-hand.result.running': 'under way',
  'round-hand.result.due': 'not yet begun',
};
