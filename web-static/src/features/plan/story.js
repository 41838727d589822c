/**
 * The story of a grid that has outgrown the rule, told while the visitor does the clicking.
 *
 * @param {PlanStore} store @returns {Story}
 */
export function splitStory(store) {
  const now = () => store.state();
  const edits = () => now().plan?.edits.length ?? 0;
  /** @param {PlanStateWord[]} states */
  const is = (...states) => states.some((state) => now().plan?.state === state);
  const verdict = () => now().plan?.grids.features.find(({ id }) => id === now().selected)?.properties.sizeRule.verdict;
  return {
    id: 'split',
    steps: [
      { at: '[data-key=begin]', done: () => now().plan !== null },
      { at: '.plan-grids tr:has(.above) [data-face]', done: () => verdict() === 'above' || edits() > 0 },
      { at: '[data-key=draw]', done: () => now().work !== null || edits() > 0 },
      { at: '#map', done: () => now().preview !== null || edits() > 0 },
      { at: '[data-key=confirm]', done: () => edits() > 0 || is('published') },
      { at: '[data-key=submit]', done: () => is('submitted', 'approved', 'scheduled', 'published') },
      { at: '[data-key=as-approver]', done: () => is('approved', 'scheduled', 'published') || (is('submitted') && now().plan?.actions.includes('approve') === true) },
      { at: '[data-key=approve]', done: () => is('approved', 'scheduled', 'published') },
      { at: '[data-key=publish]', done: () => is('published') },
    ],
  };
}
