/** How a story goes on. Nothing here touches the document. */

/** @returns {StoryProgress} */
export const firstStep = () => ({ at: 0 });

/**
 * Where the story stands after a look: past every step that is done, one after the other. A step once done stays done,
 * so that nothing the visitor does later leads back.
 *
 * @param {readonly StoryStep[]} steps @param {StoryProgress} progress @returns {StoryProgress}
 */
export function followed(steps, progress) {
  let { at } = progress;
  while (at < steps.length && steps[at].done()) at++;
  return at === progress.at ? progress : { at };
}

/** @param {readonly StoryStep[]} steps @param {StoryProgress} progress */
export const isOver = (steps, progress) => progress.at >= steps.length;
