const SAID_MS = 9000;
/** As long as keys are pressed one after the other nothing is told; then the last of it. */
const PAUSE_MS = 350;

/**
 * Two live regions: what happened is shown for a while and told; what changes under the keys is told only.
 *
 * @param {HTMLElement} shown @param {HTMLElement} heard
 */
export function createTelling(shown, heard) {
  let said = '';
  let hiding = 0;
  let pausing = 0;
  return {
    /** @param {string} text */
    say(text) {
      if (text === said) return;
      said = text;
      shown.textContent = text;
      clearTimeout(hiding);
      hiding = setTimeout(() => (shown.textContent = ''), SAID_MS);
    },
    /** @param {string} text */
    tell(text) {
      clearTimeout(pausing);
      pausing = setTimeout(() => (heard.textContent = text), PAUSE_MS);
    },
  };
}
