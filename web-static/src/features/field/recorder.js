/** What the server takes, in the order in which it is liked. */
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4'];
/** Enough for a voice: two minutes are some 360 kB. */
const BITS_A_SECOND = 24_000;

/** Whether this browser records at all: it does so over HTTPS only. */
export const canRecord = () => Boolean(navigator.mediaDevices?.getUserMedia) && 'MediaRecorder' in globalThis && TYPES.some((type) => MediaRecorder.isTypeSupported(type));

/**
 * Begins to record; asks for leave where that was not given yet.
 *
 * @returns {Promise<() => Promise<{ blob: Blob, ms: number }>>} ends it
 */
export async function record() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const mimeType = /** @type {string} */ (TYPES.find((type) => MediaRecorder.isTypeSupported(type)));
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_A_SECOND });
  /** @type {Blob[]} */
  const parts = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }));
  recorder.start();
  const begun = performance.now();
  return async () => {
    const ms = performance.now() - begun;
    if (recorder.state !== 'inactive') recorder.stop();
    await ended;
    stream.getTracks().forEach((track) => track.stop());
    return { blob: new Blob(parts, { type: mimeType.split(';')[0] }), ms: Math.round(ms) };
  };
}
