import { queryString } from '../../app/call.js';
import { feed } from './player.js';

/** Milliseconds of the time line that are asked for ahead of what is shown, at plain speed. */
const AHEAD_MS = 10_000;
/** Seconds that are kept of what was seen, and how much more may gather before it is let go. */
const KEPT = 30;
const GATHERED = 30;

/**
 * Plays what a camera saw in a video element until it is stopped.
 *
 * @param {HTMLVideoElement} video
 * @param {{ id: string, from?: Date, to?: Date, last?: number, retrieval?: string }} what last: seconds up to now by the
 *   server's clock, in place of from and to; retrieval: what is on record for it; the last minutes need none
 * @param {(state: PictureState) => void} tell
 * @returns {{ stop: () => void, at: () => number | null }} at: the instant that is shown, in milliseconds
 */
export function playPast(video, { id, from, to, last, retrieval }, tell) {
  const asked = queryString({ from: from?.toISOString(), to: to?.toISOString(), last, retrieval });
  const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/video/${encodeURIComponent(id)}/playback${asked}`);
  /** @type {PastMark[]} */
  const marks = [];
  /** @type {ReturnType<typeof feed> | null} */
  let feeding = null;
  let generated = false;
  let wanted = AHEAD_MS;
  tell({ status: 'connecting', code: '', generated });
  socket.binaryType = 'arraybuffer';
  socket.onmessage = (event) => (typeof event.data === 'string' ? said(JSON.parse(event.data)) : feeding?.put(event.data));
  socket.onclose = (event) => event.code === 4404 && tell({ status: 'none', code: event.reason, generated });

  /** @param {{ codec?: string, generated?: boolean, at?: string, beginMillis?: number, ended?: boolean }} message */
  function said(message) {
    if (message.codec) {
      generated = Boolean(message.generated);
      feeding = feed(video, `video/mp4; codecs="${message.codec}"`, {
        began: () => tell({ status: 'past', code: '', generated }),
        appended: (buffer) => forget(video, buffer),
      });
    } else if (message.at) marks.push({ at: Date.parse(message.at), begin: message.beginMillis ?? 0 });
    else if (message.ended) feeding?.close();
  }

  const want = () => {
    const until = Math.round(video.currentTime * 1_000 + AHEAD_MS * Math.max(1, video.playbackRate));
    if (until < wanted + AHEAD_MS / 4 || socket.readyState !== WebSocket.OPEN) return;
    wanted = until;
    socket.send(JSON.stringify({ wantMillis: until }));
  };
  const over = () => tell({ status: 'over', code: '', generated });
  video.addEventListener('timeupdate', want);
  video.addEventListener('ended', over);
  return {
    at: () => instantAt(marks, video.currentTime * 1_000),
    stop() {
      video.removeEventListener('timeupdate', want);
      video.removeEventListener('ended', over);
      video.playbackRate = 1;
      feeding?.end();
      socket.onmessage = socket.onclose = null;
      socket.close();
    },
  };
}

/**
 * Which instant a time of the stream shows: a group says at which instant it begins, and within it time goes on.
 *
 * @param {PastMark[]} marks in order @param {number} time in milliseconds
 * @returns {number | null} milliseconds since 1970
 */
export function instantAt(marks, time) {
  const mark = marks.findLast(({ begin }) => begin <= time) ?? marks[0];
  return mark ? mark.at + time - mark.begin : null;
}

/** @param {HTMLVideoElement} video @param {SourceBuffer} buffer */
function forget(video, buffer) {
  const { buffered } = buffer;
  if (buffered.length > 0 && video.currentTime - buffered.start(0) > KEPT + GATHERED) buffer.remove(0, video.currentTime - KEPT);
}
