import { PALETTES } from '../../../map/palette.js';
import { sector } from '../../../map/sector.js';
import { drawGround } from './ground-draw.js';

/** @typedef {import('./map.js').Sight} Sight @typedef {import('../../../map/palette.js').Palette} Palette */
/** @typedef {{ pen: CanvasRenderingContext2D, sight: Sight, palette: Palette, width: number, height: number }} Drawing */

/** Of more cameras than this the picture shows dots alone. */
const MOST_SYMBOLS = 1_500;
const DETAIL_ZOOM = 14.5;

/**
 * Draws what lies upon the ground: what cameras see, the cameras, the chosen one and its handles, the rectangle.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {{ state: CameraState, sight: Sight, rows: CameraRow[], box: { from: Position, to: Position } | null,
 *   handles: { kind: CameraHandle, x: number, y: number }[] }} what
 */
export function drawRegister(canvas, { state, sight, rows, box, handles }) {
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  const { clientWidth: width, clientHeight: height } = canvas;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) [canvas.width, canvas.height] = [width * ratio, height * ratio];
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.lineJoin = pen.lineCap = 'round';
  const palette = PALETTES[/** @type {Theme} */ (document.documentElement.dataset.theme)] ?? PALETTES.dark;
  /** @type {Drawing} */
  const to = { pen, sight, palette, width, height };
  const { session, coverage, view, picked } = state;
  drawGround(state.ground, to, trace);
  const shown = new Set(rows.map(({ id }) => id));
  for (const outline of state.seen.outlines) if (shown.has(outline.id) && outline.id !== view.id) drawOutline(outline, to);
  drawCameras(rows, { ...to, picked, chosen: view.id, hidden: session?.stored?.id ?? '' });
  const chosen = rows.find(({ id }) => id === view.id);
  if (session) drawDraft(session, coverage, to);
  else if (chosen) drawChosen(chosen, coverage, { ...to, past: state.version !== '' });
  if (session) drawHandles(handles, to);
  if (box) drawBox(box, to);
}

/** @param {Geometry} geometry @param {Drawing} to */
function trace({ type, coordinates }, { pen, sight }) {
  pen.beginPath();
  const rings = type === 'Polygon' ? coordinates : type === 'MultiPolygon' ? coordinates.flat() : [];
  for (const ring of rings) {
    ring.forEach((/** @type {Position} */ at, /** @type {number} */ i) => (i === 0 ? pen.moveTo(...sight.on(at)) : pen.lineTo(...sight.on(at))));
    pen.closePath();
  }
}

/** @param {string} state @param {Palette} palette */
const colorOf = (state, palette) => (state === 'online' ? palette.camera : state === 'offline' ? palette.danger : palette.quiet);

/** What one sees: measured filled, estimated dashed, of unknown direction an empty ring. @param {GeoFeature<CameraOutline>} outline @param {Drawing} to */
function drawOutline({ geometry, properties }, to) {
  if (!geometry) return;
  const { pen, palette } = to;
  trace(geometry, to);
  paint(properties.directionCertainty, { ...to, color: colorOf(properties.state, palette), strong: false });
  pen.setLineDash([]);
}

/** @param {string} certainty @param {Drawing & { color: string, strong: boolean }} how */
function paint(certainty, { pen, color, strong }) {
  pen.fillStyle = pen.strokeStyle = color;
  pen.globalAlpha = strong ? 0.3 : certainty === 'measured' ? 0.18 : 0.07;
  if (certainty !== 'unknown') pen.fill('evenodd');
  pen.globalAlpha = strong ? 1 : 0.65;
  pen.lineWidth = strong ? 2.2 : 1.2;
  pen.setLineDash(certainty === 'measured' ? [] : certainty === 'estimated' ? [6, 4] : [2, 5]);
  pen.stroke();
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

/** @param {CameraRow[]} rows @param {Drawing & { picked: ReadonlySet<string>, chosen: string, hidden: string }} how */
function drawCameras(rows, { picked, chosen, hidden, ...to }) {
  const { sight, width, height, pen, palette } = to;
  /** @type {[CameraRow, Position][]} */
  const inSight = [];
  for (const row of rows) {
    const at = sight.on(/** @type {Geometry} */ (row.geometry).coordinates);
    if (at[0] > -20 && at[1] > -20 && at[0] < width + 20 && at[1] < height + 20 && row.id !== hidden) inSight.push([row, at]);
  }
  const plain = inSight.length > MOST_SYMBOLS || sight.zoom() < DETAIL_ZOOM;
  for (const [{ id, properties }, at] of inSight) {
    if (picked.has(id)) drawRing(at, { pen, color: palette.accent, radius: plain ? 6 : 12 });
    if (plain) drawDot(at, properties.state, to);
    else drawCamera(at, properties, to);
    if (id === chosen) drawRing(at, { pen, color: palette.accent, radius: 16 });
  }
}

/** @param {Position} at @param {{ pen: CanvasRenderingContext2D, color: string, radius: number }} how */
function drawRing([x, y], { pen, color, radius }) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.strokeStyle = color;
  pen.lineWidth = 3;
  pen.stroke();
}

/** Small: a disc, a hollow disc, or a hollow square. @param {Position} at @param {string} state @param {Drawing} to */
function drawDot([x, y], state, { pen, palette }) {
  pen.fillStyle = pen.strokeStyle = colorOf(state, palette);
  pen.lineWidth = 1.5;
  pen.beginPath();
  if (state === 'registered') pen.rect(x - 2.5, y - 2.5, 5, 5);
  else pen.arc(x, y, 3, 0, 2 * Math.PI);
  if (state === 'online') pen.fill();
  else pen.stroke();
}

/** A housing with a nose for each lens; struck through when offline, hollow when only registered. @param {Position} at @param {Pick<RegisteredCamera, 'state' | 'lenses' | 'directionCertainty'>} camera @param {Drawing} to */
function drawCamera([x, y], { state, lenses, directionCertainty }, { pen, palette }) {
  const color = colorOf(state, palette);
  pen.fillStyle = color;
  if (directionCertainty !== 'unknown') {
    for (const { azimuthDegrees } of lenses) {
      const turn = (azimuthDegrees * Math.PI) / 180;
      pen.beginPath();
      for (const [side, far] of [[-0.5, 8], [0, 14], [0.5, 8]]) pen.lineTo(x + far * Math.sin(turn + side), y - far * Math.cos(turn + side));
      pen.closePath();
      pen.fill();
    }
  }
  pen.beginPath();
  if (state === 'registered') pen.rect(x - 6, y - 6, 12, 12);
  else pen.arc(x, y, 7, 0, 2 * Math.PI);
  pen.fillStyle = state === 'online' ? color : palette.ground;
  pen.fill();
  pen.lineWidth = 2;
  pen.strokeStyle = state === 'online' ? palette.ink : color;
  pen.stroke();
  if (state !== 'offline') return;
  pen.beginPath();
  pen.moveTo(x - 5, y + 5);
  pen.lineTo(x + 5, y - 5);
  pen.stroke();
}

/** @param {CameraRow} row @param {GeoFeature<CameraCoverage> | null} coverage @param {Drawing & { past: boolean }} to */
function drawChosen({ geometry, properties }, coverage, { past, ...to }) {
  const at = /** @type {Position} */ (/** @type {Geometry} */ (geometry).coordinates);
  if (!past) drawTurn(at, properties, to);
  if (coverage?.geometry && coverage.id === properties.id) {
    trace(coverage.geometry, to);
    paint(past ? 'estimated' : properties.directionCertainty, { ...to, color: past ? to.palette.warn : to.palette.accent, strong: true });
  }
  drawCamera(to.sight.on(at), properties, to);
}

/** Where one can be turned to, lightly. @param {Position} at @param {Pick<RegisteredCamera, 'turn' | 'lenses'>} camera @param {Drawing} to */
function drawTurn(at, { turn, lenses }, to) {
  if (!turn) return;
  const angleDegrees = Math.min(360, turn.angleDegrees + lenses[0].angleDegrees);
  const ring = sector(at, { azimuthDegrees: turn.azimuthDegrees, angleDegrees, rangeMeters: lenses[0].rangeMeters });
  if (!ring) return;
  trace({ type: 'Polygon', coordinates: [ring] }, to);
  to.pen.fillStyle = to.pen.strokeStyle = to.palette.track;
  to.pen.globalAlpha = 0.08;
  to.pen.fill();
  to.pen.globalAlpha = 0.6;
  to.pen.lineWidth = 1;
  to.pen.setLineDash([1, 5]);
  to.pen.stroke();
  to.pen.setLineDash([]);
  to.pen.globalAlpha = 1;
}

/** The plain sector at once; what buildings leave of it when that has come. @param {CameraSession} session @param {GeoFeature<CameraCoverage> | null} coverage @param {Drawing} to */
function drawDraft({ draft, lens }, coverage, to) {
  const at = /** @type {Position} */ ([draft.lon, draft.lat]);
  const { pen, palette } = to;
  drawTurn(at, draft, to);
  draft.lenses.forEach((one, i) => {
    const ring = sector(at, draft.directionCertainty === 'unknown' ? { ...one, angleDegrees: 360 } : one);
    if (!ring) return;
    trace({ type: 'Polygon', coordinates: [ring] }, to);
    pen.strokeStyle = pen.fillStyle = palette.accent;
    pen.globalAlpha = 0.08;
    pen.fill();
    pen.globalAlpha = 1;
    pen.lineWidth = i === lens ? 1.8 : 1;
    pen.setLineDash([5, 4]);
    pen.stroke();
    pen.setLineDash([]);
  });
  if (coverage?.geometry) {
    trace(coverage.geometry, to);
    paint('measured', { ...to, color: palette.accent, strong: true });
  }
  drawCamera(to.sight.on(at), draft, to);
}

/** @param {{ kind: CameraHandle, x: number, y: number }[]} handles @param {Drawing} to */
function drawHandles(handles, { pen, palette }) {
  const body = handles.find(({ kind }) => kind === 'body');
  const knob = handles.find(({ kind }) => kind === 'turn');
  const range = handles.find(({ kind }) => kind === 'range');
  if (!body || !knob || !range) return;
  pen.strokeStyle = palette.accent;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(range.x, range.y);
  pen.lineTo(knob.x, knob.y);
  pen.stroke();
  for (const { kind, x, y } of handles) {
    pen.beginPath();
    if (kind === 'body') pen.arc(x, y, 15, 0, 2 * Math.PI);
    else if (kind === 'range') pen.rect(x - 7, y - 7, 14, 14);
    else if (kind === 'turn') pen.arc(x, y, 10, 0, 2 * Math.PI);
    else for (const [dx, dy] of [[0, -9], [9, 0], [0, 9], [-9, 0], [0, -9]]) pen.lineTo(x + dx, y + dy);
    pen.fillStyle = palette.ink;
    if (kind !== 'body') pen.fill();
    pen.lineWidth = 2.5;
    pen.strokeStyle = palette.accent;
    pen.stroke();
    if (kind === 'turn') drawArrow(x, y, pen);
  }
}

/** An arrow that goes round. @param {number} x @param {number} y @param {CanvasRenderingContext2D} pen */
function drawArrow(x, y, pen) {
  pen.lineWidth = 1.6;
  pen.beginPath();
  pen.arc(x, y, 4.5, -2.6, 1.8);
  pen.moveTo(x - 7, y - 4);
  pen.lineTo(x - 3.8, y - 2.4);
  pen.lineTo(x - 3.4, y - 6);
  pen.stroke();
}

/** @param {{ from: Position, to: Position }} box @param {Drawing} to */
function drawBox({ from, to }, { pen, palette }) {
  pen.beginPath();
  pen.rect(from[0], from[1], to[0] - from[0], to[1] - from[1]);
  pen.strokeStyle = pen.fillStyle = palette.accent;
  pen.globalAlpha = 0.15;
  pen.fill();
  pen.globalAlpha = 1;
  pen.lineWidth = 1.5;
  pen.setLineDash([5, 4]);
  pen.stroke();
  pen.setLineDash([]);
}
