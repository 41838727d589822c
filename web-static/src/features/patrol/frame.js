/**
 * Positions as `WS /api/live/positions` sends them; the format is told in the server's `PositionFrame`. Nothing here
 * touches the document or the network.
 */

const FLAG = { walking: 1, stale: 2, generated: 4, gone: 8, codes: 16 };
const UNITS_PER_DEGREE = 1e7;
const FORMAT = 1;

/**
 * Who is where after a frame. A frame of all replaces what was known; others change it.
 *
 * @param {ReadonlyMap<number, Person>} known @param {Uint8Array} bytes
 * @returns {{ atMs: number, people: Map<number, Person> }}
 */
export const afterFrame = (known, bytes) => changedBy(new Map(known), bytes);

/**
 * Who is where after some frames, one after the other; less work than one at a time.
 *
 * @param {ReadonlyMap<number, Person>} known @param {readonly Uint8Array[]} frames
 * @returns {ReadonlyMap<number, Person>}
 */
export const afterFrames = (known, frames) => frames.reduce((people, bytes) => changedBy(people, bytes).people, new Map(known));

/** @param {Map<number, Person>} known which is changed itself @param {Uint8Array} bytes */
function changedBy(known, bytes) {
  if (bytes[0] !== FORMAT) throw new Error(`positions of format ${bytes[0]}`);
  /** @type {Map<number, Person>} */
  const people = bytes[1] === 0 ? new Map() : known;
  const read = reader(bytes, 2);
  const atMs = read.number();
  for (let left = read.number(); left > 0; left--) entry(people, known, read, atMs);
  return { atMs, people };
}

/** @param {Map<number, Person>} people @param {ReadonlyMap<number, Person>} known @param {ReturnType<typeof reader>} read @param {number} atMs */
function entry(people, known, read, atMs) {
  const number = read.number();
  const flags = read.number();
  if (flags & FLAG.gone) {
    people.delete(number);
    return;
  }
  const before = people.get(number) ?? known.get(number);
  const codes = flags & FLAG.codes ? { staffCode: read.text(), grid: read.text() } : null;
  const whole = !people.has(number);
  const lon = read.number() + (whole ? 0 : (before?.lon ?? 0));
  const lat = read.number() + (whole ? 0 : (before?.lat ?? 0));
  people.set(number, {
    staffCode: codes?.staffCode ?? before?.staffCode ?? '',
    grid: codes?.grid ?? before?.grid ?? '',
    lon, lat,
    lng: lon / UNITS_PER_DEGREE,
    latitude: lat / UNITS_PER_DEGREE,
    saidMs: atMs - read.number() * 1000,
    state: flags & FLAG.stale ? 'stale' : flags & FLAG.walking ? 'walking' : 'standing',
    generated: Boolean(flags & FLAG.generated),
  });
}

/** Reads zigzag numbers of variable length, and texts. @param {Uint8Array} bytes @param {number} from */
function reader(bytes, from) {
  let position = from;
  const number = () => {
    // By multiplication, since shifts end at 32 bits and an instant has more; large integers cost fifty times as much.
    let value = 0;
    for (let worth = 1; ; worth *= 128) {
      if (position >= bytes.length) throw new Error('a frame that ends too early');
      const part = bytes[position++];
      value += (part & 0x7f) * worth;
      if (part < 0x80) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    }
  };
  const text = () => {
    const length = number();
    position += length;
    return new TextDecoder().decode(bytes.subarray(position - length, position));
  };
  return { number, text };
}
