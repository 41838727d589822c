import { incidentMark } from '../features/incident/mark.js';
import { heldBy } from '../app/slot.js';
import { html, show, svg } from '../ui/html.js';
import { boxOf } from './box.js';
import { freeLabels, linesOf } from './labels.js';
import { showPeople, transformOf } from './outline-people.js';
import { listenToOutline } from './outline-pointer.js';
import { pathOf, toPlane, unitsPerPixel, viewOfBox } from './plane.js';
import { metersPerPixel } from './scale.js';
import { SHAPES } from './symbols.js';
import { camerasOf, featuresOf, isOnline } from './things.js';

const MOST_ZOOM = 20;
const LEAST_ZOOM = 8;
const LABEL_PIXELS = 12;
const NAME_FROM_PIXELS = 44;

/**
 * The map drawn as SVG, for browsers without WebGL2: the same areas and things, without the base map. Areas are reached
 * with Tab and chosen with Enter.
 *
 * @param {HTMLElement} place
 * @param {{ state: State, words: Words, box: Box, actions: MapActions }} start
 * @returns {MapView}
 */
export function createOutlineMap(place, { state, words, box, actions }) {
  const origin = toPlane(box[0], box[3]);
  const size = () => ({ width: place.clientWidth || 800, height: place.clientHeight || 600 });
  let shown = state;
  let now = words;
  let view = state.view ?? viewOfBox(box, size().width - 48, size().height - 48, MOST_ZOOM);
  show(place, html`<svg class="outline" role="group" tabindex="-1" aria-label=${words.t('map.title')}></svg>`);
  const picture = /** @type {SVGSVGElement} */ (place.querySelector('svg'));

  /** @type {WallPicture | null} */
  let wall = null;
  const look = () => frame(picture, { view, origin, ...size() });
  const draw = () => {
    show(picture, drawing(shown, now, origin));
    drawPeople();
    colour(picture, wall);
    markEmergencies(picture, shown);
    look();
  };
  const drawPeople = () => showPeople(/** @type {SVGGElement} */ (picture.querySelector('.people-marks')), shown, origin, unitsPerPixel(view.zoom));
  /** @param {View} next */
  const moveTo = (next) => {
    view = { ...next, zoom: Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, next.zoom)) };
    look();
    actions.moved(view);
  };
  const stopPointer = listenToOutline(picture, { shown: () => shown, view: () => view, moveTo, actions });
  draw();
  queueMicrotask(actions.ready);

  return {
    apply(next, nextWords) {
      if (next.hovered !== shown.hovered) markHovered(picture, next.hovered);
      const redraw = needsDrawing(shown, next) || nextWords !== now;
      shown = next;
      now = nextWords;
      if (redraw) draw();
      else drawPeople();
    },
    fit: (wanted, padding = 80) => moveTo(viewOfBox(wanted, size().width - 2 * padding, size().height - 2 * padding, 17)),
    center: (lng, lat) => moveTo({ lng, lat, zoom: Math.max(view.zoom, 15.5) }),
    goTo: moveTo,
    zoomBy: (steps) => moveTo({ ...view, zoom: view.zoom + steps }),
    selectCenter: () => /** @type {SVGElement | null} */ (picture.querySelector('.area'))?.focus(),
    askCenter: () => actions.askedHere(view.lng, view.lat),
    metersPerPixel: () => metersPerPixel(view.zoom, view.lat),
    resized: look,
    wall(next) {
      wall = next;
      colour(picture, next);
    },
    dispose() {
      stopPointer();
      picture.remove();
    },
  };
}

/** Areas in the colours of their classes. @param {SVGSVGElement} picture @param {WallPicture | null} wall */
function colour(picture, wall) {
  for (const area of wall ? picture.querySelectorAll('.area') : []) area.setAttribute('data-class', String(wall?.classes.get(area.getAttribute('data-area') ?? '') ?? ''));
}

/** Grids where an emergency lasts have another outline. @param {SVGSVGElement} picture @param {State} state */
function markEmergencies(picture, { emergencies }) {
  const codes = new Set((emergencies ?? []).flatMap(({ grids }) => grids.map(({ code }) => code)));
  for (const area of picture.querySelectorAll('.area')) area.classList.toggle('in-emergency', codes.has(area.getAttribute('data-area') ?? ''));
}

/** @param {SVGSVGElement} picture @param {string | null} id */
function markHovered(picture, id) {
  for (const mark of picture.querySelectorAll('[data-thing=incidents]')) mark.classList.toggle('hovered', mark.getAttribute('data-id') === id);
}

/** @param {State} a @param {State} b */
const needsDrawing = (a, b) =>
  a.lists !== b.lists || a.emergencies !== b.emergencies || a.layers !== b.layers || a.selected !== b.selected || a.picked !== b.picked || a.here !== b.here || a.closedToo !== b.closedToo;

/**
 * Sets what part of the plane is seen; texts and marks keep their size in pixels.
 *
 * @param {SVGSVGElement} picture
 * @param {{ view: View, origin: Position, width: number, height: number }} to
 */
function frame(picture, { view, origin, width, height }) {
  const perPixel = unitsPerPixel(view.zoom);
  const [x, y] = toPlane(view.lng, view.lat);
  picture.setAttribute('viewBox', [x - origin[0] - (width / 2) * perPixel, y - origin[1] - (height / 2) * perPixel, width * perPixel, height * perPixel].join(' '));
  placeLabels([...picture.querySelectorAll('text')], perPixel);
  for (const mark of picture.querySelectorAll('[data-at]')) {
    mark.setAttribute('transform', transformOf(mark, perPixel));
  }
}

/** @param {SVGTextElement[]} texts @param {number} perPixel */
function placeLabels(texts, perPixel) {
  const number = (/** @type {Element} */ text, /** @type {string} */ name) => Number(text.getAttribute(name));
  const size = LABEL_PIXELS * perPixel;
  const free = freeLabels(texts.map((text) => ({
    x: number(text, 'x'), y: number(text, 'y'),
    width: number(text, 'data-letters') * size, height: (text.childElementCount + 0.4) * size,
  })));
  texts.forEach((text, i) => {
    text.setAttribute('font-size', String(size));
    text.setAttribute('stroke-width', String(3 * perPixel));
    text.toggleAttribute('hidden', !free[i] || number(text, 'data-width') < NAME_FROM_PIXELS * perPixel);
  });
}

/** @param {State} state @param {Words} words @param {Position} origin */
function drawing(state, words, origin) {
  const areas = state.layers.areas ? (heldBy(state.lists.areas)?.features ?? []).filter((area) => area.geometry) : [];
  const chosen = areas.filter((area) => area.id === state.selected?.code);
  return svg`${areas.map((area) => areaShape(area, { state, words, origin }))}
    ${chosen.map((area) => svg`<path class="area-chosen" d=${pathOf(/** @type {Geometry} */ (area.geometry), origin)} />`)}
    ${featuresOf(state, 'tracks').map((track) => trackShape(track, state, origin))}
    ${state.layers.labels ? areas.map((area) => label(area, origin)) : null}
    ${camerasOf(state).map((camera) => mark(camera, { kind: 'cameras', shape: isOnline(camera) ? 'camera-on' : 'camera-off', state, origin }))}
    ${featuresOf(state, 'incidents').map((incident) =>
      mark(incident, { kind: 'incidents', shape: `incident-${incidentMark(incident.properties)}`, state, origin }))}
    ${state.whistles.map((one) => whistleMark(one, origin))}<g class="people-marks"></g>${state.here ? hereMark(state.here, origin) : null}`;
}

/** @param {GeoFeature<AreaProps>} area @param {{ state: State, words: Words, origin: Position }} in_ */
function areaShape(area, { state, words, origin }) {
  const { code, name, sizeRule } = area.properties;
  const chosen = state.selected?.code === code;
  const odd = sizeRule?.verdict === 'above' || sizeRule?.verdict === 'below';
  const title = `${name} ${code}${odd ? ` ${words.word('verdict', sizeRule.verdict)}` : ''}`;
  return svg`<path class=${`area${odd ? ' odd' : ''}`} d=${pathOf(/** @type {Geometry} */ (area.geometry), origin)} tabindex="0"
    role="button" aria-pressed=${String(chosen)} aria-label=${title} data-area=${code} data-key=${`area-${code}`} />`;
}

/** @param {GeoFeature<AreaProps>} area @param {Position} origin */
function label(area, origin) {
  const box = boxOf(area.geometry);
  if (!box) return null;
  const at = area.properties.labelPoint ?? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const [x, y] = toPlane(at[0], at[1]);
  const width = toPlane(box[2], box[1])[0] - toPlane(box[0], box[1])[0];
  const lines = linesOf(area.properties.name);
  return svg`<text x=${x - origin[0]} y=${y - origin[1]} data-width=${width} data-letters=${Math.max(...lines.map((line) => line.length))} aria-hidden="true">
    ${lines.map((line, i) => svg`<tspan x=${x - origin[0]} dy=${i === 0 ? `${(1 - lines.length) * 0.6}em` : '1.2em'}>${line}</tspan>`)}</text>`;
}

/** @param {GeoFeature<TrackProps>} track @param {State} state @param {Position} origin */
function trackShape(track, state, origin) {
  const { id } = track.properties;
  const picked = state.picked?.kind === 'tracks' && state.picked.id === id;
  return svg`<path class=${`track${picked ? ' picked' : ''}`} d=${pathOf(/** @type {Geometry} */ (track.geometry), origin)} data-thing="tracks" data-id=${id} />`;
}

/**
 * @param {GeoFeature<any>} feature
 * @param {{ kind: 'cameras' | 'incidents', shape: string, state: State, origin: Position }} in_
 */
function mark(feature, { kind, shape, state, origin }) {
  const { id } = feature.properties;
  const picked = state.picked?.kind === kind && state.picked.id === id;
  const [x, y] = toPlane(/** @type {Geometry} */ (feature.geometry).coordinates[0], /** @type {Geometry} */ (feature.geometry).coordinates[1]);
  return svg`<g class=${`mark ${shape}${picked ? ' picked' : ''}`} data-at=${`${x - origin[0]} ${y - origin[1]}`} data-thing=${kind} data-id=${id}>
    <circle class="ring" cx="12" cy="12" r="16" /><path d=${SHAPES[/** @type {keyof typeof SHAPES} */ (shape)]} /></g>`;
}

/** Two rings around where somebody called for help. @param {GeoFeature<WhistleProps>} whistle @param {Position} origin */
function whistleMark({ geometry, properties }, origin) {
  const [x, y] = toPlane(/** @type {Geometry} */ (geometry).coordinates[0], /** @type {Geometry} */ (geometry).coordinates[1]);
  return svg`<g class=${`mark whistle${properties.unheardSince ? ' unheard' : properties.reached ? ' reached' : ''}`} data-at=${`${x - origin[0]} ${y - origin[1]}`}><circle cx="12" cy="12" r="14" /><circle cx="12" cy="12" r="21" /></g>`;
}

/** @param {Here} here @param {Position} origin */
function hereMark(here, origin) {
  const [x, y] = toPlane(here.lng, here.lat);
  return svg`<g class="mark here" data-at=${`${x - origin[0]} ${y - origin[1]}`}><path d="M12 1v7M12 16v7M1 12h7M16 12h7M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8z" /></g>`;
}
