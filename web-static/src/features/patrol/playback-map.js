import { createPocketMap } from '../../map/pocket.js';
import { PALETTES } from '../../map/palette.js';
import { toPlane, unitsPerPixel, viewOfBox } from '../../map/plane.js';
import { boxOf, openAt, whereAt } from './playback-state.js';

const LEAST_ZOOM = 10;
const MOST_ZOOM = 18;
const EDGE = 48;
const TRAIL_MS = 300_000;
const WHEEL = 0.002;
const ARROWS = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] });

/** What a person is marked with beside their colour. @param {number} hue */
export const letterOf = (hue) => String.fromCharCode(65 + hue);

/**
 * The map of the playback: the town below, drawn when it is moved, and above it what is drawn at each instant.
 *
 * @param {HTMLElement} place @param {{ lang: Lang, label: string, middle: Position, failed: () => void }} options
 */
export function createPlaybackMap(place, { lang, label, middle, failed }) {
  const [ground, over] = ['ground', 'over'].map((name) => {
    const canvas = document.createElement('canvas');
    canvas.className = `playback-${name}`;
    place.append(canvas);
    return canvas;
  });
  over.tabIndex = 0;
  over.setAttribute('role', 'application');
  over.setAttribute('aria-label', label);
  over.dataset.key = 'map';
  /** @type {Played} */
  let played = { people: [], incidents: [], fromMs: 0, toMs: 0 };
  let atMs = 0;
  const map = createPocketMap(ground, { lng: middle[0], lat: middle[1], zoom: 14, lang, failed, leastZoom: LEAST_ZOOM, drawn: () => draw() });
  const draw = () => drawOver(over, { played, atMs, center: map.center(), zoom: map.zoom() });
  listen(over, map);
  return {
    /** Shows what is played, all of it. @param {Played} data */
    put(data) {
      played = data;
      draw();
      const box = boxOf(data.people);
      // The sheet below takes its room first.
      if (box) requestAnimationFrame(() => map.show(viewOfBox(box, Math.max(50, over.clientWidth - 2 * EDGE), Math.max(50, over.clientHeight - 2 * EDGE), MOST_ZOOM)));
    },
    /** @param {number} ms */
    at(ms) {
      atMs = ms;
      draw();
    },
    redraw: map.redraw,
    dispose: map.dispose,
  };
}

/** @param {HTMLCanvasElement} canvas @param {ReturnType<typeof createPocketMap>} map */
function listen(canvas, map) {
  /** @type {{ x: number, y: number } | null} */
  let held = null;
  canvas.addEventListener('pointerdown', (event) => {
    held = { x: event.clientX, y: event.clientY };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!held) return;
    map.move(held.x - event.clientX, held.y - event.clientY);
    held = { x: event.clientX, y: event.clientY };
  });
  for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, () => (held = null));
  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    const { left, top, width, height } = canvas.getBoundingClientRect();
    map.zoomTo(map.zoom() - event.deltaY * WHEEL, event.clientX - left - width / 2, event.clientY - top - height / 2);
  }, { passive: false });
  canvas.addEventListener('keydown', (event) => {
    const by = ARROWS[event.key];
    if (by) map.move(...by);
    else if (event.key === '+' || event.key === '-') map.zoomTo(map.zoom() + (event.key === '+' ? 0.5 : -0.5));
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/** @typedef {{ pen: CanvasRenderingContext2D, on: (at: Position) => Position, palette: import('../../map/palette.js').Palette, atMs: number }} Drawing */

/** @param {HTMLCanvasElement} canvas @param {{ played: Played, atMs: number, center: { lng: number, lat: number }, zoom: number }} what */
function drawOver(canvas, { played, atMs, center, zoom }) {
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  const { clientWidth: width, clientHeight: height } = canvas;
  [canvas.width, canvas.height] = [width * ratio, height * ratio];
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.lineJoin = pen.lineCap = 'round';
  const [x, y] = toPlane(center.lng, center.lat);
  const unit = unitsPerPixel(zoom);
  const on = (/** @type {Position} */ [lng, lat]) => {
    const [u, v] = toPlane(lng, lat);
    return /** @type {Position} */ ([(u - x) / unit + width / 2, (v - y) / unit + height / 2]);
  };
  const style = getComputedStyle(canvas);
  const palette = PALETTES[/** @type {Theme} */ (document.documentElement.dataset.theme)] ?? PALETTES.dark;
  /** @type {Drawing} */
  const to = { pen, on, palette, atMs };
  for (const incident of openAt(played.incidents, atMs)) drawIncident(incident, to);
  for (const person of played.people) {
    const color = style.getPropertyValue(`--hue-${person.hue % 6}`).trim();
    if (person.way) drawWay(person.way, color, to);
    for (const track of person.tracks) drawTrack(track, color, to, person.way !== null);
    for (const stop of person.stops) drawStop([stop.lon, stop.lat], color, to);
  }
  for (const person of played.people) drawPerson(person, style.getPropertyValue(`--hue-${person.hue % 6}`).trim(), to);
}

/** Along streets a broad band, and dashes where somebody left them. @param {PlayedWay} way @param {string} color @param {Drawing} to */
function drawWay({ lines }, color, { pen, on }) {
  pen.strokeStyle = color;
  // One stroke for all pieces: where two overlap it is no darker.
  for (const along of [true, false]) {
    pen.beginPath();
    for (const { line } of lines.filter(({ onStreet }) => onStreet === along)) line.forEach((at, i) => (i === 0 ? pen.moveTo(...on(at)) : pen.lineTo(...on(at))));
    pen.setLineDash(along ? [] : [2, 7]);
    pen.lineWidth = along ? 8 : 3;
    pen.globalAlpha = along ? 0.45 : 0.7;
    pen.stroke();
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

/** All of it faintly, and what was walked in the last minutes strongly; leaps and silences are not walked. @param {PlayedTrack} track @param {string} color @param {Drawing} to @param {boolean} thin above a way */
function drawTrack({ line, ms, jumps, gaps }, color, { pen, on, atMs }, thin) {
  const silent = new Set(gaps.map(({ to }) => Date.parse(to)));
  const broken = (/** @type {number} */ i) => jumps.includes(i) || silent.has(ms[i]);
  for (const recent of [false, true]) {
    pen.beginPath();
    line.forEach((at, i) => {
      if (recent && (ms[i] > atMs || ms[i] < atMs - TRAIL_MS)) return;
      const [x, y] = on(at);
      if (i === 0 || broken(i) || (recent && ms[i - 1] < atMs - TRAIL_MS)) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    });
    pen.strokeStyle = color;
    pen.globalAlpha = recent ? 1 : 0.4;
    pen.lineWidth = recent ? 4 : thin ? 1 : 2;
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

/** @param {Position} at @param {string} color @param {Drawing} to */
function drawStop(at, color, { pen, on, palette }) {
  const [x, y] = on(at);
  pen.beginPath();
  pen.rect(x - 4, y - 4, 8, 8);
  pen.fillStyle = palette.ground;
  pen.fill();
  pen.lineWidth = 2;
  pen.strokeStyle = color;
  pen.stroke();
}

/** @param {PlayedIncident} incident @param {Drawing} to */
function drawIncident({ at, priority }, { pen, on, palette }) {
  const [x, y] = on(at);
  pen.beginPath();
  if (priority === 'urgent') {
    for (const [dx, dy] of [[0, -8], [8, 0], [0, 8], [-8, 0]]) pen.lineTo(x + dx, y + dy);
    pen.closePath();
  } else pen.arc(x, y, 5, 0, 2 * Math.PI);
  pen.fillStyle = priority === 'urgent' ? palette.warn : palette.accent;
  pen.fill();
  pen.lineWidth = 1.5;
  pen.strokeStyle = palette.ink;
  pen.stroke();
}

/** A disc with the person's letter; hollow where the device is silent; an arrow shows where they go. @param {PlayedPerson} person @param {string} color @param {Drawing} to */
function drawPerson(person, color, { pen, on, palette, atMs }) {
  const now = whereAt(person, atMs);
  if (!now) return;
  const [x, y] = on(now.at);
  if (now.heading !== null && !now.standing) {
    pen.save();
    pen.translate(x, y);
    pen.rotate(now.heading);
    pen.beginPath();
    for (const [dx, dy] of [[0, -20], [6, -11], [-6, -11]]) pen.lineTo(dx, dy);
    pen.closePath();
    pen.fillStyle = color;
    pen.fill();
    pen.restore();
  }
  pen.beginPath();
  pen.arc(x, y, 11, 0, 2 * Math.PI);
  pen.fillStyle = now.silent ? palette.ground : color;
  pen.fill();
  pen.setLineDash(now.silent ? [3, 3] : []);
  pen.lineWidth = 2;
  pen.strokeStyle = now.silent ? color : palette.ink;
  pen.stroke();
  pen.setLineDash([]);
  pen.font = '600 13px system-ui, sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillStyle = now.silent ? color : palette.ink;
  pen.fillText(letterOf(person.hue), x, y + 1);
}
