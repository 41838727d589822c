import { PALETTES } from './palette.js';

/** @typedef {import('./palette.js').Palette} Palette @typedef {import('./tile-reader.js').TileShape} TileShape */
/** @typedef {{ layers: Map<string, TileShape[]>, left: number, top: number, side: number }} PlacedTile in pixels of the layout */

const EXTENT = 4096;
const MAIN = ['expressway', 'trunk', 'arterial'];
const MINOR = ['lane', 'path'];
const LEAST_NAME_PIXELS = 70;
const NAME_SPACE_PIXELS = 90;

/**
 * Draws tiles where they lie: ground, buildings, streets, and the names of streets.
 *
 * @param {HTMLCanvasElement} canvas @param {{ ratio: number, lang: Lang, zoom: number, theme: Theme }} how @param {PlacedTile[]} tiles
 */
export function drawTiles(canvas, { ratio, lang, zoom, theme }, tiles) {
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const palette = PALETTES[theme] ?? PALETTES.dark;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.fillStyle = palette.ground;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.lineCap = pen.lineJoin = 'round';
  const all = (/** @type {string} */ layer, /** @type {(shape: TileShape, tile: PlacedTile) => void} */ each) =>
    tiles.forEach((tile) => tile.layers.get(layer)?.forEach((shape) => each(shape, tile)));
  for (const [layer, color] of /** @type {[string, string][]} */ ([['block', palette.block], ['green', palette.green], ['water', palette.water]])) {
    pen.fillStyle = color;
    all(layer, (shape, tile) => (trace(pen, shape, tile), pen.fill('evenodd')));
  }
  streets(pen, all, { zoom, palette });
  if (zoom > 14.5) {
    pen.fillStyle = palette.building;
    pen.strokeStyle = palette.buildingEdge;
    pen.lineWidth = 1;
    all('building', (shape, tile) => (trace(pen, shape, tile), pen.fill('evenodd'), pen.stroke()));
  }
  if (zoom > 14.5) names(pen, all, { lang, palette });
}

/** @param {CanvasRenderingContext2D} pen @param {TileShape} shape @param {PlacedTile} tile */
function trace(pen, { lines }, { left, top, side }) {
  pen.beginPath();
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) {
      const x = left + (line[i] / EXTENT) * side;
      const y = top + (line[i + 1] / EXTENT) * side;
      if (i === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    }
  }
}

/** First the edges of all, then their ground: so that crossings are open. @param {CanvasRenderingContext2D} pen @param {(layer: string, each: (shape: TileShape, tile: PlacedTile) => void) => void} all @param {{ zoom: number, palette: Palette }} how */
function streets(pen, all, { zoom, palette }) {
  const grown = 1.6 ** (zoom - 15);
  for (const edge of [true, false]) {
    all('street', (shape, tile) => {
      const { class: kind = '' } = shape.words;
      const main = MAIN.includes(kind);
      trace(pen, shape, tile);
      pen.lineWidth = (main ? 5 : MINOR.includes(kind) ? 1.4 : 3.2) * grown + (edge ? 1.8 : 0);
      pen.strokeStyle = edge ? palette.streetEdge : main ? palette.mainStreet : palette.street;
      pen.stroke();
    });
  }
}

/** The name of a street along its longest straight piece, where there is room. @param {CanvasRenderingContext2D} pen @param {(layer: string, each: (shape: TileShape, tile: PlacedTile) => void) => void} all @param {{ lang: Lang, palette: Palette }} how */
function names(pen, all, { lang, palette }) {
  pen.font = `13px ${getComputedStyle(document.body).fontFamily}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.lineWidth = 3;
  pen.strokeStyle = palette.halo;
  pen.fillStyle = palette.streetText;
  /** @type {[number, number][]} */
  const taken = [];
  all('street', ({ lines, words }, tile) => {
    const name = (lang === 'en' && words.name_en) || words.name_zh;
    const piece = name && longest(lines, tile);
    if (!piece || piece.length < Math.max(LEAST_NAME_PIXELS, pen.measureText(name).width)) return;
    if (taken.some(([x, y]) => Math.hypot(x - piece.x, y - piece.y) < NAME_SPACE_PIXELS)) return;
    taken.push([piece.x, piece.y]);
    pen.save();
    pen.translate(piece.x, piece.y);
    pen.rotate(piece.turn);
    pen.strokeText(name, 0, 0);
    pen.fillText(name, 0, 0);
    pen.restore();
  });
}

/** @param {number[][]} lines @param {PlacedTile} tile */
function longest(lines, { left, top, side }) {
  let best = null;
  const scale = side / EXTENT;
  for (const line of lines) {
    for (let i = 0; i + 3 < line.length; i += 2) {
      const [dx, dy] = [(line[i + 2] - line[i]) * scale, (line[i + 3] - line[i + 1]) * scale];
      const length = Math.hypot(dx, dy);
      if (best && best.length >= length) continue;
      const turn = Math.atan2(dy, dx);
      best = {
        length, x: left + (line[i] * scale) + dx / 2, y: top + (line[i + 1] * scale) + dy / 2,
        turn: Math.abs(turn) > Math.PI / 2 ? turn - Math.sign(turn) * Math.PI : turn,
      };
    }
  }
  return best;
}
