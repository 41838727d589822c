/**
 * A clock that runs faster than time: it ticks at each picture, and stops at its end.
 *
 * @param {(ms: number) => void} tick @param {() => void} changed when it begins or stops to run
 */
export function createPlaybackClock(tick, changed) {
  let span = { fromMs: 0, toMs: 0 };
  let ms = 0;
  let speed = 60;
  let last = 0;
  let asked = 0;
  const set = (/** @type {number} */ to) => {
    ms = Math.min(span.toMs, Math.max(span.fromMs, to));
    tick(ms);
  };
  const step = (/** @type {number} */ now) => {
    asked = requestAnimationFrame(step);
    // A page that was out of sight goes on where it was.
    set(ms + Math.min(now - last, 250) * speed);
    last = now;
    if (ms >= span.toMs) stop();
  };
  const stop = () => {
    cancelAnimationFrame(asked);
    asked = 0;
    changed();
  };
  return {
    ms: () => ms,
    speed: () => speed,
    runs: () => asked !== 0,
    set,
    /** @param {{ fromMs: number, toMs: number }} next */
    span(next) {
      span = next;
      set(ms < next.fromMs || ms >= next.toMs ? next.fromMs : ms);
    },
    /** @param {number} next */
    speedUp(next) {
      speed = next;
      changed();
    },
    toggle() {
      if (asked) return stop();
      if (ms >= span.toMs) set(span.fromMs);
      last = performance.now();
      asked = requestAnimationFrame(step);
      changed();
    },
    dispose: () => cancelAnimationFrame(asked),
  };
}
