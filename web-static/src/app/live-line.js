/** One live stream from the server, opened again whenever it is cut, after the last number that came. */

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;
/** The server beats every 5 s: three beats missed are a stream that is dead without knowing it. */
const SILENCE_MS = 15_000;

/**
 * How long to wait before the next try: twice as long after each failure, and never all browsers at once.
 *
 * @param {number} failures in a row, from 1 @param {number} chance from 0 to 1
 */
export const waitBefore = (failures, chance) =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)) * (0.5 + chance / 2);

/**
 * Opens the stream.
 *
 * @param {number} after number of the last change that is known
 * @param {(message: LiveMessage) => void} tell told in order, each change once
 * @param {{ source?: (url: string) => LiveSource, later?: typeof setTimeout, chance?: () => number }} [by]
 */
export function openLine(after, tell, { source = (url) => new EventSource(url), later = setTimeout, chance = Math.random } = {}) {
  let last = after;
  let failures = 0;
  let tries = 0;
  let heard = 0;

  function open() {
    const mine = ++tries;
    const events = source(`/api/live?after=${last}`);
    const current = () => mine === tries;
    const cut = () => {
      if (!current()) return;
      tries++;
      events.close();
      tell({ kind: 'lost' });
      later(open, waitBefore(++failures, chance()));
    };
    const watch = () => {
      const then = ++heard;
      later(() => current() && then === heard && cut(), SILENCE_MS);
    };
    /** @param {LiveMessage['kind']} kind @param {(data: any) => boolean} [take] */
    const on = (kind, take = () => true) =>
      events.addEventListener(kind, (event) => {
        if (!current()) return;
        failures = kind === 'hello' ? 0 : failures;
        watch();
        const data = JSON.parse(event.data);
        if (take(data)) tell({ ...data, kind });
      });
    on('hello');
    on('beat');
    on('reset', (data) => {
      last = data.newest;
      return true;
    });
    on('change', (data) => {
      if (data.number <= last) return false;
      // A change is missing: the stream is asked for again from where it was whole.
      if (data.prev > last) cut();
      else last = data.number;
      return data.number === last;
    });
    events.onerror = cut;
    watch();
  }
  open();
}
