import { createPocketMap } from '../../../map/pocket.js';
import { fromPlane, toPlane, unitsPerPixel } from '../../../map/plane.js';
import { dragged, handleAt, handlesOf, keyed, metersPerPixel } from './handles.js';
import { drawRegister } from './map-draw.js';
import { shownRows, within } from './state.js';

const LEAST_ZOOM = 11;
const MOST_ZOOM = 20;
const WHEEL = 0.002;
const NEAR_PIXELS = 14;
const STILL_PIXELS = 4;
/** What handles keep free of the edge: the one that turns lies further out. */
const EDGE_PIXELS = 56;
const PAN = /** @type {Record<string, Position>} */ ({ ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] });

/**
 * The map of the register: the town below, and above it the cameras, what they see, and the handles of the one that is edited.
 *
 * @param {HTMLElement} place @param {CameraPage} to @param {(box: Box) => void} moved
 */
export function mountMap(place, to, moved) {
  const { store, words, site } = to;
  const [ground, over] = ['ground', 'over'].map((name) => {
    const canvas = document.createElement('canvas');
    canvas.className = `cams-${name}`;
    place.append(canvas);
    return canvas;
  });
  over.tabIndex = 0;
  over.setAttribute('role', 'application');
  over.setAttribute('aria-label', words().t('cams.map'));
  over.setAttribute('aria-describedby', 'cams-map-keys');
  over.dataset.key = 'map';
  /** The rectangle that is being drawn, in pixels. @type {{ from: Position, to: Position } | null} */
  let box = null;
  const map = createPocketMap(ground, { lng: site.center[0], lat: site.center[1], zoom: 15, lang: words().lang, failed: () => to.page.say(words().t('cams.no-ground'), 'bad'), leastZoom: LEAST_ZOOM, drawn: () => draw() });
  const sight = createSight(over, map);
  let told = '';
  const draw = () => {
    drawRegister(over, { state: store.state(), sight, box, rows: rowsShown(to), handles: handles() });
    const now = sight.box().join();
    if (now !== told) moved(sight.box());
    told = now;
  };
  /** Those of the camera that is edited. */
  const handles = () => {
    const { session } = store.state();
    if (!session) return [];
    const { draft, lens } = session;
    return handlesOf(draft.lenses[lens], {
      at: sight.on([draft.lon, draft.lat]), scale: metersPerPixel(draft.lat, map.zoom()),
      most: Math.min(over.clientWidth, over.clientHeight) / 2 - EDGE_PIXELS,
    });
  };
  const parts = { to, map, sight, handles, setBox: (/** @type {typeof box} */ next) => { box = next; draw(); } };
  listen(over, parts);
  over.addEventListener('keydown', (event) => onKey(event, parts));
  return {
    draw, redraw: map.redraw, dispose: map.dispose, box: sight.box,
    middle: () => /** @type {Position} */ ([map.center().lng, map.center().lat]),
    /** @param {Position} at @param {number} [zoom] as near; else as it is */
    go: ([lng, lat], zoom = map.zoom()) => map.show({ lng, lat, zoom }),
    focus: () => over.focus(),
  };
}

/** @typedef {ReturnType<typeof createSight>} Sight where places lie in the picture, and which box of the ground is seen */

/** @param {HTMLCanvasElement} canvas @param {ReturnType<typeof createPocketMap>} map */
function createSight(canvas, map) {
  const on = (/** @type {Position} */ [lng, lat]) => {
    const [x, y] = map.middle();
    const [u, v] = toPlane(lng, lat);
    const unit = unitsPerPixel(map.zoom());
    return /** @type {Position} */ ([(u - x) / unit + canvas.clientWidth / 2, (v - y) / unit + canvas.clientHeight / 2]);
  };
  const off = (/** @type {Position} */ [px, py]) => {
    const [x, y] = map.middle();
    const unit = unitsPerPixel(map.zoom());
    const { lng, lat } = fromPlane(x + (px - canvas.clientWidth / 2) * unit, y + (py - canvas.clientHeight / 2) * unit);
    return /** @type {Position} */ ([lng, lat]);
  };
  return {
    on, off, zoom: map.zoom,
    box: () => {
      const [[west, north], [east, south]] = [off([0, 0]), off([canvas.clientWidth, canvas.clientHeight])];
      return /** @type {Box} */ ([west, south, east, north]);
    },
  };
}

/** @type {WeakMap<CameraRow[], { key: string, rows: CameraRow[] }>} */
const sortedRows = new WeakMap();

/** The rows in their order, sorted once for each list and order. @param {Pick<CameraPage, 'store' | 'words'>} to */
export function rowsShown({ store, words }) {
  const { rows, view } = store.state();
  if (!rows) return [];
  const key = `${view.findings} ${view.sort} ${view.descending} ${words().lang}`;
  const known = sortedRows.get(rows);
  if (known?.key === key) return known.rows;
  const sorted = shownRows(rows, view, words().lang);
  sortedRows.set(rows, { key, rows: sorted });
  return sorted;
}

/** @typedef {{ to: CameraPage, map: ReturnType<typeof createPocketMap>, sight: Sight, handles: () => ReturnType<typeof handlesOf>, setBox: (box: { from: Position, to: Position } | null) => void }} MapParts */
/** @typedef {{ kind: 'pan' | 'box' | 'handle', from: Position, last: Position, handle?: CameraHandle, draft?: CameraDraft, at?: Position, moved: boolean }} Hold */

/** @param {HTMLCanvasElement} canvas @param {MapParts} parts */
function listen(canvas, parts) {
  const { to, map, handles, setBox } = parts;
  /** Fingers that are down. @type {Map<number, Position>} */
  const down = new Map();
  /** @type {Hold | null} */
  let hold = null;
  const pointOf = (/** @type {MouseEvent} */ event) => {
    const { left, top } = canvas.getBoundingClientRect();
    return /** @type {Position} */ ([event.clientX - left, event.clientY - top]);
  };
  canvas.addEventListener('pointerdown', (event) => {
    const at = pointOf(event);
    down.set(event.pointerId, at);
    canvas.setPointerCapture(event.pointerId);
    hold = down.size > 1 ? null : holdAt(at, event.shiftKey || to.store.state().boxing, parts);
    canvas.focus({ preventScroll: true });
  });
  canvas.addEventListener('pointermove', (event) => {
    const at = pointOf(event);
    if (!down.has(event.pointerId)) {
      const handle = handleAt(handles(), at);
      const { placing, boxing } = to.store.state();
      canvas.dataset.over = handle ?? (placing || boxing ? 'place' : '');
      return;
    }
    if (down.size === 2) pinch(down, event.pointerId, at, { map, canvas });
    down.set(event.pointerId, at);
    if (hold) drag(hold, at, parts);
  });
  canvas.addEventListener('pointerup', (event) => {
    down.delete(event.pointerId);
    if (hold) letGo(hold, pointOf(event), parts);
    hold = null;
    setBox(null);
  });
  canvas.addEventListener('pointercancel', (event) => {
    down.delete(event.pointerId);
    hold = null;
    setBox(null);
  });
  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    const [x, y] = pointOf(event);
    map.zoomTo(Math.min(MOST_ZOOM, map.zoom() - event.deltaY * WHEEL), x - canvas.clientWidth / 2, y - canvas.clientHeight / 2);
  }, { passive: false });
}

/** What a press begins. @param {Position} at @param {boolean} boxes whether it draws a box @param {MapParts} parts @returns {Hold} */
function holdAt(at, boxes, { to, sight, handles }) {
  const { session } = to.store.state();
  const handle = session && handleAt(handles(), at);
  if (session && handle) {
    to.does.endStep();
    return { kind: 'handle', from: at, last: at, handle, draft: session.draft, at: sight.on([session.draft.lon, session.draft.lat]), moved: false };
  }
  return { kind: boxes && to.mayKeep() ? 'box' : 'pan', from: at, last: at, moved: false };
}

/** @param {Hold} hold @param {Position} point @param {MapParts} parts */
function drag(hold, point, { to, map, setBox }) {
  if (!hold.moved && Math.hypot(point[0] - hold.from[0], point[1] - hold.from[1]) < STILL_PIXELS) return;
  hold.moved = true;
  if (hold.kind === 'pan') map.move(hold.last[0] - point[0], hold.last[1] - point[1]);
  if (hold.kind === 'box') setBox({ from: hold.from, to: point });
  const { session } = to.store.state();
  if (hold.kind === 'handle' && session && hold.handle && hold.draft && hold.at) {
    const scale = metersPerPixel(hold.draft.lat, map.zoom());
    to.does.change(dragged(hold.draft, session.lens, { kind: hold.handle, at: hold.at, from: hold.from, to: point, scale }), `drag-${hold.handle}`);
  }
  hold.last = point;
}

/** @param {Hold} hold @param {Position} point @param {MapParts} parts */
function letGo(hold, point, { to, sight }) {
  const { store, does } = to;
  const { placing, picked } = store.state();
  if (hold.kind === 'handle') return does.endStep();
  const shown = rowsShown(to);
  if (hold.kind === 'box' && hold.moved) {
    const [left, right] = [Math.min(hold.from[0], point[0]), Math.max(hold.from[0], point[0])];
    const [top, bottom] = [Math.min(hold.from[1], point[1]), Math.max(hold.from[1], point[1])];
    const inside = shown.filter(({ geometry }) => {
      const [x, y] = sight.on(/** @type {Geometry} */ (geometry).coordinates);
      return x >= left && x <= right && y >= top && y <= bottom;
    });
    const next = within([...picked, ...inside.map(({ id }) => id)]);
    to.tell(to.words().t('cams.picked', { n: to.words().number(next.size), all: to.words().number(shown.length) }));
    return store.dispatch({ picked: next, anchor: inside.at(-1)?.id ?? '', boxing: false });
  }
  if (hold.moved) return;
  if (placing) return does.placeAt(sight.off(point));
  const id = nearest(shown, point, sight);
  if (id) does.choose(id, true);
}

/** @param {CameraRow[]} rows @param {Position} point @param {Sight} sight */
function nearest(rows, [x, y], sight) {
  let best = '';
  let least = NEAR_PIXELS;
  for (const { id, geometry } of rows) {
    const [u, v] = sight.on(/** @type {Geometry} */ (geometry).coordinates);
    const distance = Math.hypot(u - x, v - y);
    if (distance < least) [best, least] = [id, distance];
  }
  return best;
}

/** Two fingers move the map and draw it nearer. @param {Map<number, Position>} down @param {number} id @param {Position} now @param {{ map: ReturnType<typeof createPocketMap>, canvas: HTMLCanvasElement }} on */
function pinch(down, id, now, { map, canvas }) {
  const before = /** @type {Position} */ (down.get(id));
  const other = /** @type {Position} */ ([...down].find(([key]) => key !== id)?.[1]);
  const span = (/** @type {Position} */ a) => Math.max(20, Math.hypot(a[0] - other[0], a[1] - other[1]));
  map.move((before[0] - now[0]) / 2, (before[1] - now[1]) / 2);
  map.zoomTo(Math.min(MOST_ZOOM, map.zoom() + Math.log2(span(now) / span(before))), (now[0] + other[0]) / 2 - canvas.clientWidth / 2, (now[1] + other[1]) / 2 - canvas.clientHeight / 2);
}

/** @param {KeyboardEvent} event @param {MapParts} parts */
function onKey(event, { to, map, sight }) {
  const { store, does } = to;
  const { session, placing } = store.state();
  if (event.ctrlKey || event.metaKey) return;
  const turned = session && keyed(session.draft, session.lens, { key: event.key, shift: event.shiftKey, alt: event.altKey });
  if (session && turned) {
    does.change(turned.draft, `key-${turned.step}`);
    sayPose(to);
  } else if (session && event.key === 'Enter') does.save();
  else if (placing && event.key === 'Enter') does.placeAt(sight.off(sight.on([map.center().lng, map.center().lat])));
  else if (PAN[event.key]) map.move(...PAN[event.key]);
  else if (event.key === '+' || event.key === '-') map.zoomTo(map.zoom() + (event.key === '+' ? 0.5 : -0.5));
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** @param {CameraPage} to */
function sayPose({ store, words, tell }) {
  const { session } = store.state();
  if (!session) return;
  const { azimuthDegrees, angleDegrees, rangeMeters } = session.draft.lenses[session.lens];
  tell(words().t('cams.pose', { azimuth: azimuthDegrees, angle: angleDegrees, range: rangeMeters }));
}
