/** One live stream from the server, opened again whenever it is cut, after the last number that came. */

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;
/** The server beats every 2 s: two beats missed are a stream that is dead without knowing it, told within 5 s. */
const SILENCE_MS = 4_000;

/**
 * How long to wait before the next try: twice as long after each failure, and never all browsers at once.
 *
 * @param {number} failures in a row, from 1 @param {number} chance from 0 to 1
 */
export const waitBefore = (failures, chance) =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)) * (0.5 + chance / 2);

/** What a source says of itself when the server refused it: it does not try again by itself. */
const REFUSED = 2;

/** A source does not tell why it was refused. @returns {Promise<boolean>} whether for want of a right */
async function mayNot() {
  const answer = await fetch('/api/live', { method: 'HEAD', headers: { Accept: 'text/event-stream' } }).catch(() => null);
  return answer !== null && (answer.status === 401 || answer.status === 403);
}

/**
 * Opens the stream. It ends for good when its session has ended: asking again would be in vain.
 *
 * @param {number} after number of the last change that is known
 * @param {(message: LiveMessage) => void} tell told in order, each change once
 * @param {{ source?: (url: string) => LiveSource, later?: typeof setTimeout, chance?: () => number, forbidden?: () => Promise<boolean> }} [by]
 * @returns {() => void} the way to end it
 */
export function openLine(after, tell, { source = (url) => new EventSource(url), later = setTimeout, chance = Math.random, forbidden = mayNot } = {}) {
  const at = { last: after };
  let failures = 0;
  let tries = 0;
  let heard = 0;
  let stop = () => {};

  function open() {
    const mine = ++tries;
    const events = source(`/api/live?after=${at.last}`);
    const current = () => mine === tries;
    stop = () => {
      tries++;
      events.close();
    };
    const end = () => {
      stop();
      tell({ kind: 'ended' });
    };
    const cut = () => {
      if (!current()) return;
      stop();
      tell({ kind: 'lost' });
      const now = tries;
      later(() => now === tries && open(), waitBefore(++failures, chance()));
    };
    const refused = async () => ((await forbidden()) && current() ? end() : cut());
    const watch = () => {
      const then = ++heard;
      later(() => current() && then === heard && cut(), SILENCE_MS);
    };
    const alive = (/** @type {string} */ kind) => {
      failures = kind === 'hello' ? 0 : failures;
      watch();
      return true;
    };
    hear(events, at, { alive: (kind) => current() && alive(kind), tell, cut, end });
    events.onerror = () => (current() && events.readyState === REFUSED ? refused() : cut());
    watch();
  }
  open();
  return () => stop();
}

/**
 * Hears what a source says, and keeps the place to which all has come.
 *
 * @param {LiveSource} events @param {{ last: number }} at
 * @param {{ alive(kind: string): boolean, tell(message: LiveMessage): void, cut(): void, end(): void }} to
 */
function hear(events, at, { alive, tell, cut, end }) {
  /** @param {string} kind @param {(data: any) => boolean} [take] */
  const on = (kind, take = () => true) =>
    events.addEventListener(kind, (event) => {
      if (!alive(kind)) return;
      const data = JSON.parse(event.data);
      if (take(data)) tell({ ...data, kind });
    });
  on('hello');
  on('beat', (data) => {
    // What came between and was not for this reader need not be looked through again.
    at.last = Math.max(at.last, data.upTo ?? 0);
    return true;
  });
  on('end', () => {
    end();
    return false;
  });
  on('reset', (data) => {
    at.last = data.newest;
    return true;
  });
  on('change', (data) => {
    if (data.number <= at.last) return false;
    // A change is missing: the stream is asked for again from where it was whole.
    if (data.prev > at.last) cut();
    else at.last = data.number;
    return data.number === at.last;
  });
}
