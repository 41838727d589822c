import { MARKS } from '../features/wall/marks.js';
import { WALL_PALETTES } from './wall-palette.js';

/** Pixels of a symbol at size 1, and how much finer it is drawn. */
const SIZE = 28;
export const WALL_RATIO = 2;

/** The shape tells the priority: in a box of 28. */
export const PRIORITY_SHAPES = {
  ordinary: 'M14 5a9 9 0 1 0 0 18a9 9 0 1 0 0-18z',
  important: 'M6 6h16v16H6z',
  urgent: 'M14 1.5L26.5 14 14 26.5 1.5 14z',
};
export const PERSON_SHAPES = {
  walking: 'M14 3l7.5 20.5L14 19l-7.5 4.5z',
  standing: 'M14 7.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z',
  stale: 'M14 7.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z',
};
export const CAMERA_SHAPE = 'M5 9h11a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2zM20 13l5-3.5v9L20 15z';

/**
 * All marks of the wall as pictures: incidents by priority, clock and step, people and cameras.
 *
 * @param {Theme} theme @returns {[string, ImageData][]}
 */
export function wallSymbols(theme) {
  const palette = WALL_PALETTES[theme];
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE * WALL_RATIO;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
  /** @type {[string, ImageData][]} */
  const done = [];
  const keep = (/** @type {string} */ name) => void done.push([`wall-${name}`, pen.getImageData(0, 0, canvas.width, canvas.height)]);
  for (const { name, priority, pressure, digit } of MARKS) {
    const fill = palette.marks[/** @type {'left'} */ (pressure)];
    shape(pen, PRIORITY_SHAPES[/** @type {'urgent'} */ (priority)], { fill, ink: palette.ink });
    write(pen, digit, fill);
    keep(name);
  }
  for (const [state, path] of Object.entries(PERSON_SHAPES)) {
    shape(pen, path, { fill: state === 'walking' ? palette.marks.person : palette.ink, ink: palette.ink, edge: state === 'stale' ? palette.marks.paused : palette.marks.person });
    keep(`person-${state}`);
  }
  for (const state of ['on', 'off']) {
    shape(pen, CAMERA_SHAPE, { fill: state === 'on' ? palette.marks.camera : palette.marks.paused, ink: palette.ink });
    keep(`camera-${state}`);
  }
  return done;
}

/** @param {CanvasRenderingContext2D} pen @param {string} path @param {{ fill: string, ink: string, edge?: string }} colours */
function shape(pen, path, { fill, ink, edge }) {
  const outline = new Path2D(path);
  pen.setTransform(WALL_RATIO, 0, 0, WALL_RATIO, 0, 0);
  pen.clearRect(0, 0, SIZE, SIZE);
  pen.lineJoin = 'round';
  pen.strokeStyle = ink;
  pen.lineWidth = edge ? 6 : 3;
  pen.stroke(outline);
  pen.fillStyle = fill;
  pen.fill(outline);
  if (!edge) return;
  pen.strokeStyle = edge;
  pen.lineWidth = 2.5;
  pen.stroke(outline);
}

/** A digit in black or white, whichever is seen better on it. @param {CanvasRenderingContext2D} pen @param {string} digit @param {string} on */
function write(pen, digit, on) {
  pen.fillStyle = luminance(on) > 0.22 ? '#0d1115' : '#ffffff';
  pen.font = '700 13px system-ui, sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(digit, SIZE / 2, SIZE / 2 + 0.8);
}

/** @param {string} colour */
function luminance(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
