/** @typedef {import('./palette.js').Palette} Palette */

/** Pixels of a symbol at size 1, and how much finer it is drawn. */
const SIZE = 24;
export const SYMBOL_RATIO = 2;

/** The marks of the legend and of the map in one place: outline of each in a box of 24. */
export const SHAPES = {
  'incident-open': 'M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14z',
  'incident-urgent': 'M12 3l9 9-9 9-9-9z',
  'incident-overdue': 'M12 3.5L21.5 20h-19z',
  'incident-closed': 'M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8z',
  'person-walking': 'M12 3.5a3.8 3.8 0 1 0 0 7.6a3.8 3.8 0 1 0 0-7.6zM4.5 20.5a7.5 8 0 0 1 15 0z',
  'person-standing': 'M12 3.5a3.8 3.8 0 1 0 0 7.6a3.8 3.8 0 1 0 0-7.6zM4.5 20.5a7.5 8 0 0 1 15 0z',
  'person-stale': 'M12 3.5a3.8 3.8 0 1 0 0 7.6a3.8 3.8 0 1 0 0-7.6zM4.5 20.5a7.5 8 0 0 1 15 0z',
  'camera-on': 'M4 8h10a1.5 1.5 0 0 1 1.5 1.5v5A1.5 1.5 0 0 1 14 16H4a1.5 1.5 0 0 1-1.5-1.5v-5A1.5 1.5 0 0 1 4 8zM17 11l4.5-2.5v7L17 13z',
  'camera-off': 'M4 8h10a1.5 1.5 0 0 1 1.5 1.5v5A1.5 1.5 0 0 1 14 16H4a1.5 1.5 0 0 1-1.5-1.5v-5A1.5 1.5 0 0 1 4 8zM17 11l4.5-2.5v7L17 13z',
};
/** What is drawn inside a shape, in the colour of the ground. */
const INNER = {
  'incident-urgent': 'M12 7.5v5.5M12 15.4v1.2',
  'incident-overdue': 'M12 9.5v5M12 16.6v1',
  'incident-open': 'M12 9v3.2l2 1.6',
};

/** @param {Palette} palette @returns {Record<string, { fill: string, edge: string, hollow?: boolean, slash?: boolean }>} */
const paints = (palette) => ({
  'incident-open': { fill: palette.accent, edge: palette.ink },
  'incident-urgent': { fill: palette.warn, edge: palette.ink },
  'incident-overdue': { fill: palette.danger, edge: palette.ink },
  'incident-closed': { fill: palette.quiet, edge: palette.ink, hollow: true },
  'person-walking': { fill: palette.track, edge: palette.ink },
  'person-standing': { fill: palette.track, edge: palette.ink, hollow: true },
  'person-stale': { fill: palette.quiet, edge: palette.ink, slash: true },
  'camera-on': { fill: palette.camera, edge: palette.ink },
  'camera-off': { fill: palette.quiet, edge: palette.ink, slash: true },
});

/**
 * All symbols of the map as pictures.
 *
 * @param {Palette} palette
 * @returns {[string, ImageData][]}
 */
export function drawSymbols(palette) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE * SYMBOL_RATIO;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
  const done = Object.entries(paints(palette)).map(([name, paint]) => {
    start(pen);
    drawShape(pen, /** @type {keyof typeof SHAPES} */ (name), paint);
    return /** @type {[string, ImageData]} */ ([name, pen.getImageData(0, 0, canvas.width, canvas.height)]);
  });
  start(pen);
  drawHere(pen, palette);
  return [...done, ['here', pen.getImageData(0, 0, canvas.width, canvas.height)]];
}

/** @param {CanvasRenderingContext2D} pen */
function start(pen) {
  pen.setTransform(SYMBOL_RATIO, 0, 0, SYMBOL_RATIO, 0, 0);
  pen.clearRect(0, 0, SIZE, SIZE);
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
}

/**
 * @param {CanvasRenderingContext2D} pen @param {keyof typeof SHAPES} name
 * @param {{ fill: string, edge: string, hollow?: boolean, slash?: boolean }} paint
 */
function drawShape(pen, name, { fill, edge, hollow, slash }) {
  const shape = new Path2D(SHAPES[name]);
  pen.lineWidth = hollow ? 4 : 2.5;
  pen.strokeStyle = edge;
  pen.stroke(shape);
  pen.fillStyle = hollow ? edge : fill;
  pen.fill(shape);
  pen.strokeStyle = hollow ? fill : edge;
  pen.lineWidth = 2;
  if (hollow) pen.stroke(shape);
  if (name in INNER) pen.stroke(new Path2D(INNER[/** @type {keyof typeof INNER} */ (name)]));
  if (slash) strike(pen, fill, edge);
}

/** @param {CanvasRenderingContext2D} pen @param {string} color @param {string} edge */
function strike(pen, color, edge) {
  const line = new Path2D('M4 20L20 4');
  pen.strokeStyle = edge;
  pen.lineWidth = 5;
  pen.stroke(line);
  pen.strokeStyle = color;
  pen.lineWidth = 2;
  pen.stroke(line);
}

/** @param {CanvasRenderingContext2D} pen @param {Palette} palette */
function drawHere(pen, palette) {
  const cross = new Path2D('M12 1v7M12 16v7M1 12h7M16 12h7M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8z');
  pen.strokeStyle = palette.ink;
  pen.lineWidth = 5;
  pen.stroke(cross);
  pen.strokeStyle = palette.accent;
  pen.lineWidth = 2;
  pen.stroke(cross);
}
