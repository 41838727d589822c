/** Seconds that a live picture may lag behind what has come before it jumps there. */
const MOST_LAG = 2.5;
/** Seconds behind what has come that it jumps to, so that it does not run dry at once. */
const BEHIND = 0.5;
/** Seconds that are kept of what was seen, and how much more may gather before it is let go. */
const KEPT = 10;
const GATHERED = 10;

/**
 * Where a live picture shall go on, and up to where what was seen is let go.
 *
 * @param {{ start: number, end: number }[]} ranges of what has come, in seconds
 * @param {number} at where it plays
 * @returns {{ jumpTo: number | null, forgetTo: number | null }}
 */
export function edgeOf(ranges, at) {
  const last = ranges[ranges.length - 1];
  if (!last) return { jumpTo: null, forgetTo: null };
  const away = at < last.start || last.end - at > MOST_LAG;
  const jumpTo = away ? Math.max(last.start, last.end - BEHIND) : null;
  const playing = jumpTo ?? at;
  return { jumpTo, forgetTo: playing - ranges[0].start > KEPT + GATHERED ? playing - KEPT : null };
}

/** @param {HTMLVideoElement} video @param {SourceBuffer} buffer */
export function followEdge(video, buffer) {
  const { buffered } = buffer;
  const ranges = Array.from({ length: buffered.length }, (_, i) => ({ start: buffered.start(i), end: buffered.end(i) }));
  const { jumpTo, forgetTo } = edgeOf(ranges, video.currentTime);
  if (jumpTo !== null) video.currentTime = jumpTo;
  if (forgetTo !== null) buffer.remove(0, forgetTo);
}
