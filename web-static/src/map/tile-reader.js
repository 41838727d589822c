/**
 * Reads a vector tile (Mapbox Vector Tile 2) as far as the small map of phones draws it: outlines, with the words that a
 * layer is asked for. Nothing here touches the document.
 */

/** @typedef {{ type: number, lines: number[][], words: Record<string, string> }} TileShape lines: x and y by turns, in 4096ths of the tile */

const DECODER = new TextDecoder();
const MOVE = 1;
const LINE = 2;
const CLOSE = 7;

/**
 * The layers of a tile by their names.
 *
 * @param {ArrayBuffer} bytes @param {Record<string, readonly string[]>} wanted names of layers, and of each those properties that are read
 * @returns {Map<string, TileShape[]>}
 */
export function readTile(bytes, wanted) {
  /** @type {Map<string, TileShape[]>} */
  const layers = new Map();
  fields(new DataView(bytes), (number, value) => {
    if (number !== 3 || !(value instanceof DataView)) return;
    const layer = readLayer(value, wanted);
    if (layer) layers.set(layer.name, layer.shapes);
  });
  return layers;
}

/** @param {DataView} view @param {Record<string, readonly string[]>} wanted */
function readLayer(view, wanted) {
  let name = '';
  /** @type {string[]} */
  const keys = [];
  /** @type {(string | null)[]} */
  const values = [];
  /** @type {DataView[]} */
  const features = [];
  fields(view, (number, value) => {
    if (!(value instanceof DataView)) return;
    if (number === 1) name = DECODER.decode(value);
    else if (number === 2) features.push(value);
    else if (number === 3) keys.push(DECODER.decode(value));
    else if (number === 4) values.push(textOf(value));
  });
  if (!wanted[name]) return null;
  return { name, shapes: features.map((feature) => readShape(feature, keys, values, wanted[name])) };
}

/** The text of a value; null for one of another kind. @param {DataView} view */
function textOf(view) {
  /** @type {string | null} */
  let text = null;
  fields(view, (number, value) => {
    if (number === 1 && value instanceof DataView) text = DECODER.decode(value);
  });
  return text;
}

/** @param {DataView} view @param {string[]} keys @param {(string | null)[]} values @param {readonly string[]} wanted @returns {TileShape} */
function readShape(view, keys, values, wanted) {
  let type = 0;
  /** @type {number[]} */
  let tags = [];
  /** @type {number[][]} */
  let lines = [];
  fields(view, (number, value) => {
    if (number === 3 && typeof value === 'number') type = value;
    else if (number === 2 && value instanceof DataView) tags = packed(value);
    else if (number === 4 && value instanceof DataView) lines = linesOf(packed(value));
  });
  /** @type {Record<string, string>} */
  const words = {};
  for (let i = 0; i + 1 < tags.length; i += 2) {
    const text = values[tags[i + 1]];
    if (text && wanted.includes(keys[tags[i]])) words[keys[tags[i]]] = text;
  }
  return { type, lines, words };
}

/** The commands of a geometry as lines; a closed one ends where it began. @param {number[]} commands */
function linesOf(commands) {
  /** @type {number[][]} */
  const lines = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i < commands.length;) {
    const command = commands[i] & 7;
    const count = commands[i++] >> 3;
    const line = lines[lines.length - 1];
    if (command === CLOSE && line) line.push(line[0], line[1]);
    for (let n = 0; n < count && (command === MOVE || command === LINE); n++) {
      x += unfolded(commands[i++]);
      y += unfolded(commands[i++]);
      if (command === MOVE) lines.push([x, y]);
      else lines[lines.length - 1].push(x, y);
    }
  }
  return lines;
}

/** @param {number} value */
const unfolded = (value) => (value >>> 1) ^ -(value & 1);

/** @param {DataView} view */
function packed(view) {
  const numbers = [];
  for (let at = 0; at < view.byteLength;) {
    const [value, next] = varint(view, at);
    numbers.push(value);
    at = next;
  }
  return numbers;
}

/**
 * Every field of a message (protocol buffers): a number, or the bytes it holds.
 *
 * @param {DataView} view @param {(number: number, value: number | DataView) => void} each
 */
function fields(view, each) {
  for (let at = 0; at < view.byteLength;) {
    const [tag, after] = varint(view, at);
    const kind = tag & 7;
    if (kind === 2) {
      const [length, from] = varint(view, after);
      each(tag >> 3, new DataView(view.buffer, view.byteOffset + from, length));
      at = from + length;
    } else if (kind === 0) {
      const [value, next] = varint(view, after);
      each(tag >> 3, value);
      at = next;
    } else {
      at = after + (kind === 1 ? 8 : 4);
    }
  }
}

/** @param {DataView} view @param {number} at @returns {[number, number]} the number, and where it ends */
function varint(view, at) {
  let value = 0;
  for (let factor = 1; ; factor *= 128) {
    const byte = view.getUint8(at++);
    value += (byte & 127) * factor;
    if (byte < 128) return [value, at];
  }
}
