import { createHub } from './live-hub.js';
import { openLine } from './live-line.js';

/** The one stream of this browser: a shared worker that every open page is connected to. */
const hub = createHub(openLine);

globalThis.addEventListener('connect', (event) => {
  const port = /** @type {MessageEvent} */ (event).ports[0];
  /** @param {LiveMessage} message */
  const tell = (message) => port.postMessage(message);
  port.onmessage = ({ data }) => (data.leave ? hub.leave(tell) : hub.join(tell, data.after, data.account));
});
