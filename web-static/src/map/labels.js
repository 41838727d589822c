/** Widest and tallest a label may be in letters: longer names are cut into two lines. */
const LETTERS_IN_LINE = 7;

/**
 * A name as one line or two: cut where a number begins (第…), else in the middle.
 *
 * @param {string} name
 * @returns {string[]}
 */
export function linesOf(name) {
  if (name.length <= LETTERS_IN_LINE) return [name];
  const ordinal = name.indexOf('第', 2);
  const half = ordinal > 0 && ordinal <= LETTERS_IN_LINE ? ordinal : Math.ceil(name.length / 2);
  return [name.slice(0, half), name.slice(half)];
}

/**
 * Which labels can be shown without one lying on another; the earlier ones have the right of way.
 *
 * @param {{ x: number, y: number, width: number, height: number }[]} boxes around their middles
 * @returns {boolean[]}
 */
export function freeLabels(boxes) {
  /** @type {typeof boxes} */
  const taken = [];
  return boxes.map((box) => {
    const free = taken.every(
      (other) => Math.abs(box.x - other.x) * 2 >= box.width + other.width || Math.abs(box.y - other.y) * 2 >= box.height + other.height,
    );
    if (free) taken.push(box);
    return free;
  });
}
