/** What all pages for phones say in English. */
export const en = {
  'hand.product': 'Wangge',
  'hand.other-lang': '中',
  'hand.theme': 'Change light and dark',
  'hand.and': ' and ',
  'hand.loading': 'Loading…',
  'hand.retry': 'Try again',
  'hand.problem': 'That did not work.',
  'hand.problem-mend': 'Please try again in a while.',
  'hand.not-connected': 'There is no network now.',
  'hand.not-connected-mend': 'What you wrote stays on this phone; press again when you are connected.',
};
