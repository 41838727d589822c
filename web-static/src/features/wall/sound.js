/** What the wall sounds like: one figure of tones per priority, made here, so that nothing has to be fetched. */

/** Hertz and when each begins and how long it lasts, in seconds; the more urgent, the higher and the more often. */
const TONES = {
  emergency: { gain: 0.5, notes: [[880, 0, 0.16], [660, 0.2, 0.16], [880, 0.4, 0.16], [660, 0.6, 0.16], [880, 0.8, 0.3]] },
  high: { gain: 0.35, notes: [[660, 0, 0.16], [660, 0.26, 0.24]] },
  low: { gain: 0.16, notes: [[440, 0, 0.22]] },
};

/**
 * A voice that is silent until a hand has touched the page once: browsers want it so. `changed` is told whether it is heard.
 *
 * @param {(standing: 'on' | 'silent') => void} changed
 */
export function createSound(changed) {
  /** @type {AudioContext | null} */
  let context = null;
  const tell = () => changed(context?.state === 'running' ? 'on' : 'silent');
  const wake = () => {
    if (!context) {
      context = new window.AudioContext();
      context.onstatechange = tell;
    }
    context.resume().then(tell, tell);
  };
  for (const kind of ['pointerdown', 'keydown']) window.addEventListener(kind, () => context?.state !== 'running' && wake(), { passive: true });
  tell();
  return {
    /** @param {'emergency' | 'high' | 'low'} priority @returns {boolean} whether it was heard */
    ring(priority) {
      if (context?.state !== 'running') return false;
      const { gain, notes } = TONES[priority];
      for (const [hertz, from, seconds] of notes) sound(context, { hertz, gain, from: context.currentTime + from, seconds });
      return true;
    },
  };
}

/** @param {AudioContext} context @param {{ hertz: number, gain: number, from: number, seconds: number }} note */
function sound(context, { hertz, gain, from, seconds }) {
  const tone = context.createOscillator();
  const loud = context.createGain();
  tone.frequency.value = hertz;
  loud.gain.setValueAtTime(0, from);
  loud.gain.linearRampToValueAtTime(gain, from + 0.02);
  loud.gain.setTargetAtTime(0, from + seconds - 0.04, 0.03);
  tone.connect(loud).connect(context.destination);
  tone.start(from);
  tone.stop(from + seconds + 0.2);
}
