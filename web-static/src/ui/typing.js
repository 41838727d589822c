/**
 * Listens to what is typed, but not to the syllables of a word that is still being chosen: whoever draws the page anew with
 * each of them would take the word away. For `@input` and `@compositionend` alike.
 *
 * @param {(text: string) => void} typed
 */
export const typing = (typed) => (/** @type {Event} */ event) => {
  if (!(/** @type {InputEvent} */ (event).isComposing)) typed(/** @type {HTMLInputElement} */ (event.target).value);
};
