import { fromPlane, toPlane, unitsPerPixel } from './plane.js';

const CLICK_PIXELS = 4;

/**
 * What the pointer and the keys do on the map without WebGL.
 *
 * @param {SVGSVGElement} svg
 * @param {{ shown: () => State, view: () => View, moveTo: (view: View) => void, actions: MapActions }} to
 * @returns {() => void} stops listening
 */
export function listenToOutline(svg, { shown, view, moveTo, actions }) {
  const stop = new AbortController();
  const { signal } = stop;
  /** @type {{ x: number, y: number, view: View, moved: boolean } | null} */
  let drag = null;

  /** @param {MouseEvent} event */
  const at = (event) => {
    const box = svg.getBoundingClientRect();
    return placeOf(view(), event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2);
  };
  svg.addEventListener('pointerdown', (event) => {
    drag = event.button === 0 ? { x: event.clientX, y: event.clientY, view: view(), moved: false } : null;
  }, { signal });
  svg.addEventListener('pointermove', (event) => {
    actions.pointed(at(event));
    actions.touched?.(thingOf(/** @type {Element} */ (event.target)));
    if (!drag) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    drag.moved ||= Math.hypot(dx, dy) > CLICK_PIXELS;
    if (drag.moved) moveTo({ ...drag.view, ...placeOf(drag.view, -dx, -dy) });
  }, { signal });
  svg.addEventListener('pointerleave', () => {
    drag = null;
    actions.touched?.(null);
    actions.pointed(null);
  }, { signal });
  svg.addEventListener('click', (event) => {
    const moved = drag?.moved;
    drag = null;
    if (moved) return;
    if (shown().asking) actions.askedHere(at(event).lng, at(event).lat);
    else choose(/** @type {Element} */ (event.target), shown(), actions);
  }, { signal });
  svg.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    const { lng, lat } = at(event);
    actions.askedHere(lng, lat);
  }, { signal });
  svg.addEventListener('wheel', (event) => {
    event.preventDefault();
    moveTo({ ...view(), zoom: view().zoom - Math.sign(event.deltaY) * 0.5 });
  }, { signal, passive: false });
  svg.addEventListener('keydown', (event) => key(event, { shown, view, moveTo, actions }), { signal });
  return () => stop.abort();
}

/** @param {View} view @param {number} dx @param {number} dy pixels from the middle */
function placeOf(view, dx, dy) {
  const [x, y] = toPlane(view.lng, view.lat);
  const perPixel = unitsPerPixel(view.zoom);
  return fromPlane(x + dx * perPixel, y + dy * perPixel);
}

/** @param {Element} target @returns {Picked | null} */
function thingOf(target) {
  const thing = target.closest('[data-thing]');
  return thing && { kind: /** @type {Picked['kind']} */ (thing.getAttribute('data-thing')), id: thing.getAttribute('data-id') ?? '' };
}

/** @param {Element} target @param {State} state @param {MapActions} actions */
function choose(target, state, actions) {
  const thing = thingOf(target);
  const area = target.closest('[data-area]');
  if (thing) actions.picked(thing);
  else {
    actions.selected(area ? { partition: state.shown.partition, code: area.getAttribute('data-area') ?? '' } : null);
  }
}

/** @type {Record<string, [number, number]>} */
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const STEP_PIXELS = 80;

/**
 * @param {KeyboardEvent} event
 * @param {{ shown: () => State, view: () => View, moveTo: (view: View) => void, actions: MapActions }} to
 */
function key(event, { shown, view, moveTo, actions }) {
  const step = STEPS[event.key];
  if (step) moveTo({ ...view(), ...placeOf(view(), step[0] * STEP_PIXELS, step[1] * STEP_PIXELS) });
  else if (event.key === '+' || event.key === '=') moveTo({ ...view(), zoom: view().zoom + 1 });
  else if (event.key === '-') moveTo({ ...view(), zoom: view().zoom - 1 });
  else if (event.key === 'Enter' || event.key === ' ') choose(/** @type {Element} */ (event.target), shown(), actions);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
