import { show, svg } from '../ui/html.js';
import { pathOf, toPlane, unitsPerPixel, viewOfBox } from './plane.js';

const MOST_ZOOM = 20;

/**
 * The planner's map as SVG, for browsers without WebGL2: the same grids, halves and borders, without the base map. Grids
 * are chosen with a click, or with Tab and Enter; lines are typed.
 *
 * @param {HTMLElement} place
 * @param {{ picture: PlanPicture, title: string, box: Box, actions: PlanMapActions }} start
 * @returns {PlanMapView}
 */
export function createPlanOutline(place, { picture, title, box, actions }) {
  const origin = toPlane(box[0], box[3]);
  const size = () => ({ width: place.clientWidth || 800, height: place.clientHeight || 600 });
  show(place, svg`<svg class="outline plan-outline" role="group" aria-label=${title}></svg>`);
  const drawing = /** @type {SVGSVGElement} */ (place.querySelector('svg'));
  let shown = picture;
  let view = viewOfBox(box, size().width - 48, size().height - 48, MOST_ZOOM);
  const look = () => {
    const perPixel = unitsPerPixel(view.zoom);
    const { width, height } = size();
    const [x, y] = toPlane(view.lng, view.lat);
    // Told in the document too, as by the map.
    place.dataset.view = [view.lng, view.lat, view.zoom].join(' ');
    drawing.setAttribute('viewBox', [x - origin[0] - (width / 2) * perPixel, y - origin[1] - (height / 2) * perPixel, width * perPixel, height * perPixel].join(' '));
    for (const text of drawing.querySelectorAll('text')) text.setAttribute('font-size', String(12 * perPixel));
  };
  const draw = () => {
    show(drawing, content(shown, origin, actions));
    look();
  };
  draw();
  return {
    apply(next) {
      const changed = Object.keys(next.sources).some((name) => next.sources[name] !== shown.sources[name]);
      shown = next;
      if (changed) draw();
    },
    fit(wanted, padding = 80) {
      view = viewOfBox(wanted, size().width - 2 * padding, size().height - 2 * padding, MOST_ZOOM);
      look();
    },
    center([lng, lat]) {
      view = { lng, lat, zoom: Math.max(view.zoom, 17) };
      look();
    },
    finish() {},
    takeBack() {},
    zoomBy(steps) {
      view = { ...view, zoom: view.zoom + steps };
      look();
    },
    resized: look,
  };
}

/** @param {PlanPicture} picture @param {Position} origin @param {PlanMapActions} actions */
function content({ sources }, origin, actions) {
  /** @param {string} name @returns {any[]} */
  const of = (name) => sources[name] ?? [];
  const lines = (/** @type {string} */ name) => of(name).map(({ geometry }) => svg`<path class=${`plan-${name}`} d=${pathOf(geometry, origin)} />`);
  return svg`${of('grids').map((grid) => gridPath(grid, origin, actions.chosen))}${lines('micro')}
    ${of('shades').map(({ geometry, properties }) => svg`<path class="plan-shade" fill-opacity=${properties.shade * 0.17 + 0.06} d=${pathOf(geometry, origin)} />`)}${lines('proposals')}
    ${of('halves').map(({ geometry, properties }) => svg`<path class=${`plan-half half-${properties.half}`} d=${pathOf(geometry, origin)} />`)}
    ${lines('before')}${lines('theirs')}${lines('locks')}${lines('comment-borders')}${lines('path')}${of('labels').map((label) => text(label, origin))}${of('half-labels').map((label) => text(label, origin))}
    ${['marks', 'place'].flatMap((name) => of(name).map(({ geometry }) => dot(geometry, name, origin)))}${of('comments').map((one) => commentDot(one, origin, actions))}`;
}

/** @param {any} grid @param {Position} origin @param {(face: string) => void} chosen */
function gridPath({ geometry, properties }, origin, chosen) {
  const { face, verdict, chosen: isChosen } = properties;
  const odd = verdict === 'above' || verdict === 'below';
  const pressed = (/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && chosen(face);
  return svg`<path class=${`area${odd ? ' odd' : ''}${isChosen ? ' area-picked' : ''}`} d=${pathOf(geometry, origin)} tabindex="0" role="button"
    aria-pressed=${String(isChosen)} aria-label=${face} data-key=${`area-${face}`} @click=${() => chosen(face)} @keydown=${pressed} />`;
}

/** A place: a line of no length whose round ends have their size on the screen. @param {Geometry} geometry @param {string} name @param {Position} origin */
function dot({ coordinates: [lng, lat] }, name, origin) {
  const [x, y] = toPlane(lng, lat);
  return svg`<path class=${`plan-dot plan-${name}`} d=${`M${(x - origin[0]).toFixed(1)} ${(y - origin[1]).toFixed(1)}h0.01`} />`;
}

/** The mark of a comment, of which there may be several at one place. @param {CommentMark} mark @param {Position} origin @param {PlanMapActions} actions */
function commentDot({ geometry, properties: { id, label, chosen } }, origin, { commented }) {
  const [x, y] = toPlane(geometry.coordinates[0], geometry.coordinates[1]);
  const d = `M${(x - origin[0]).toFixed(1)} ${(y - origin[1]).toFixed(1)}h0.01`;
  if (id === null) return svg`<path class="plan-dot plan-comments" d=${d} />`;
  const pressed = (/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && commented(id);
  return svg`<path class=${`plan-dot plan-comments comment-dot${chosen ? ' chosen' : ''}`} d=${d} tabindex="0" role="button" aria-pressed=${String(chosen)} aria-label=${label} data-key=${`mark-${id}`}
    @click=${() => commented(id)} @keydown=${pressed} />`;
}

/** @param {any} label @param {Position} origin */
function text({ geometry, properties }, origin) {
  const [x, y] = toPlane(geometry.coordinates[0], geometry.coordinates[1]);
  const lines = String(properties.text).split('\n');
  return svg`<text x=${x - origin[0]} y=${y - origin[1]} aria-hidden="true">${lines.map((line, i) =>
    svg`<tspan x=${x - origin[0]} dy=${i === 0 ? '0' : '1.25em'}>${line}</tspan>`)}</text>`;
}
