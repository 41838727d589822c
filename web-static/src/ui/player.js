/**
 * Plays one recording at a time, whatever is drawn anew meanwhile.
 *
 * @param {() => void} changed called when one ends by itself or another begins
 */
export function createPlayer(changed) {
  /** @type {HTMLAudioElement | null} */
  let audio = null;
  let id = '';
  const stop = () => {
    audio?.pause();
    if (audio?.src.startsWith('blob:')) URL.revokeObjectURL(audio.src);
    audio = null;
    id = '';
  };
  return {
    stop,
    /** Which one plays; empty for none. */
    playing: () => id,
    /** Plays one, or stops it. @param {string} name @param {() => string} source its address */
    toggle(name, source) {
      const again = id === name;
      stop();
      if (!again) {
        id = name;
        audio = new Audio(source());
        const ended = () => {
          stop();
          changed();
        };
        audio.addEventListener('ended', ended);
        audio.addEventListener('error', ended);
        audio.play().catch(() => {});
      }
      changed();
    },
  };
}
