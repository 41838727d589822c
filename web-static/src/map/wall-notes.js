import { canvasAbove, drawnWith, fit } from './wall-canvas.js';
import { WALL_PALETTES } from './wall-palette.js';

/** @typedef {import('maplibre-gl').Map} GlMap */

const FONT = '500 15px system-ui, sans-serif';
const LETTERS = 15;
/** Of the rings around who calls for help: how far and how wide. */
const RINGS = [[17, 4], [26, 2.5]];

/**
 * What is written above the marks of the wall: how many incidents there are in each grid, and who calls for help. Drawn anew
 * when one of them or the map has changed, and at no other time.
 *
 * @param {GlMap} map @param {number} scale of symbols
 */
export function createWallNotes(map, scale) {
  const canvas = canvasAbove(map, 'wall-notes');
  /** @type {Pick<WallPicture, 'counts' | 'calls' | 'density' | 'theme'>} */
  let shown = { counts: [], calls: [], density: 'marks', theme: 'dark' };
  const soon = drawnWith(map, () => {
    const pen = canvas.getContext('2d');
    if (!pen) return;
    fit(canvas, map);
    const ratio = map.getPixelRatio();
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, canvas.width, canvas.height);
    const put = (/** @type {Position} */ at) => {
      const { x, y } = map.project(at);
      pen.setTransform(ratio * scale, 0, 0, ratio * scale, x * ratio, y * ratio);
    };
    const palette = WALL_PALETTES[shown.theme];
    pen.font = FONT;
    pen.textAlign = 'center';
    for (const { at, n } of shown.density === 'counts' ? shown.counts : []) {
      put(at);
      count(pen, n, palette);
    }
    for (const { at, kind, text } of shown.calls) {
      put(at);
      call(pen, { kind, text }, palette);
    }
  });
  return {
    /** @param {typeof shown} now */
    show(now) {
      if (/** @type {const} */ (['counts', 'calls', 'density', 'theme']).every((part) => now[part] === shown[part])) return;
      shown = now;
      soon();
    },
  };
}

/** @param {CanvasRenderingContext2D} pen @param {number} n @param {import('./wall-palette.js').WallPalette} palette */
function count(pen, n, { ink, text }) {
  pen.beginPath();
  pen.arc(0, 0, 9 + 3 * Math.sqrt(n), 0, 2 * Math.PI);
  pen.globalAlpha = 0.88;
  pen.fillStyle = ink;
  pen.fill();
  pen.globalAlpha = 1;
  pen.lineWidth = 2;
  pen.strokeStyle = text;
  pen.stroke();
  pen.textBaseline = 'middle';
  pen.fillStyle = text;
  pen.fillText(String(n), 0, 1);
}

/** @param {CanvasRenderingContext2D} pen @param {{ kind: string, text: string }} of @param {import('./wall-palette.js').WallPalette} palette */
function call(pen, { kind, text: name }, { marks, text, halo }) {
  pen.strokeStyle = kind === 'past' ? marks.paused : kind === 'unheard' ? marks.overdue : marks.whistle;
  for (const [radius, width] of RINGS) {
    pen.beginPath();
    pen.lineWidth = width;
    pen.arc(0, 0, radius + width / 2, 0, 2 * Math.PI);
    pen.stroke();
  }
  pen.textBaseline = 'bottom';
  pen.lineJoin = 'round';
  pen.lineWidth = 4;
  pen.strokeStyle = halo;
  pen.strokeText(name, 0, -1.9 * LETTERS);
  pen.fillStyle = text;
  pen.fillText(name, 0, -1.9 * LETTERS);
}
