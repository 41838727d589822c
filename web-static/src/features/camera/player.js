import { followEdge } from './edge.js';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
/** The server's close code for a picture that cannot be had: asking again would not help. */
const NO_PICTURE = 4404;

/**
 * Plays a camera's live picture in a video element until it is stopped: fragmented MP4 from a web socket into a media
 * source. A picture that is lost is asked for again, after 1, 2, 4 … 15 seconds.
 *
 * @param {HTMLVideoElement} video @param {string} id of the camera
 * @param {(state: PictureState) => void} tell
 * @returns {() => void} stops
 */
export function play(video, id, tell) {
  let stopped = false;
  let pauseMs = FIRST_PAUSE_MS;
  let timer = 0;
  /** @type {WebSocket | null} */
  let socket = null;
  /** @type {ReturnType<typeof feed> | null} */
  let feeding = null;
  let generated = false;

  const open = () => {
    tell({ status: 'connecting', code: '', generated });
    socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/video/${encodeURIComponent(id)}/live`);
    socket.binaryType = 'arraybuffer';
    socket.onmessage = (event) => (typeof event.data === 'string' ? said(JSON.parse(event.data)) : feeding?.put(event.data));
    socket.onclose = (event) => ended(event.code, event.reason);
  };

  /** @param {{ codec?: string, generated?: boolean, trouble?: string }} message */
  function said(message) {
    feeding?.end();
    feeding = null;
    if (!message.codec) return tell({ status: 'lost', code: message.trouble ?? '', generated });
    const type = `video/mp4; codecs="${message.codec}"`;
    generated = Boolean(message.generated);
    if (!('MediaSource' in window) || !MediaSource.isTypeSupported(type)) return give('codec-unknown');
    pauseMs = FIRST_PAUSE_MS;
    feeding = feed(video, type, { began: () => tell({ status: 'live', code: '', generated }), appended: (buffer) => followEdge(video, buffer) });
  }

  /** @param {string} code */
  function give(code) {
    stop();
    tell({ status: 'none', code, generated });
  }

  /** @param {number} code @param {string} reason */
  function ended(code, reason) {
    if (stopped) return;
    if (code === NO_PICTURE) return give(reason);
    tell({ status: 'lost', code: 'picture-lost', generated });
    timer = window.setTimeout(open, pauseMs);
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
  }

  function stop() {
    stopped = true;
    clearTimeout(timer);
    feeding?.end();
    feeding = null;
    if (socket) socket.onmessage = null;
    socket?.close();
  }

  open();
  return stop;
}

/**
 * Puts pieces of one picture into a video element, one after the other.
 *
 * @param {HTMLVideoElement} video @param {string} type
 * @param {{ began: () => void, appended: (buffer: SourceBuffer) => void }} tell began: it plays; appended: a piece is in
 */
export function feed(video, type, { began, appended }) {
  const source = new MediaSource();
  const url = URL.createObjectURL(source);
  /** @type {ArrayBuffer[]} */
  const waiting = [];
  /** @type {SourceBuffer | null} */
  let buffer = null;
  let over = false;
  let whole = false;

  const next = () => {
    if (over || !buffer || buffer.updating) return;
    const piece = waiting.shift();
    if (piece) buffer.appendBuffer(piece);
    else if (whole && source.readyState === 'open') source.endOfStream();
  };
  source.addEventListener('sourceopen', () => {
    if (over) return;
    buffer = source.addSourceBuffer(type);
    buffer.addEventListener('updateend', () => {
      if (over || !buffer) return;
      appended(buffer);
      next();
    });
    next();
  }, { once: true });
  video.addEventListener('playing', began, { once: true });
  video.src = url;
  video.play().catch(() => {});
  return {
    /** @param {ArrayBuffer} piece */
    put(piece) {
      waiting.push(piece);
      next();
    },
    /** Nothing follows: it plays to its end. */
    close() {
      whole = true;
      next();
    },
    end() {
      over = true;
      video.removeEventListener('playing', began);
      video.removeAttribute('src');
      video.load();
      URL.revokeObjectURL(url);
    },
  };
}
