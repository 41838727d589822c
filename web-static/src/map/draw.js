import { startPoint } from './draw-point.js';
import { startShape } from './draw-shape.js';
import { createSnapping } from './draw-snap.js';

/**
 * The gestures of drawing on the map, one at a time: a line, a ring or a point. Choosing grids and buildings is a plain
 * click and belongs to the map itself.
 *
 * @param {import('maplibre-gl').Map} map
 * @param {{ picture: () => PlanPicture, colour: () => string, actions: PlanMapActions }} options
 */
export function createDrawing(map, { picture, colour, actions }) {
  const snapping = createSnapping(map, { lines: () => picture().lines, to: () => picture().snap });
  /** @type {{ stop(): void, finish(): void, takeBack(): void } | null} */
  let now = null;
  let gesture = '';

  const stop = () => {
    now?.stop();
    now = null;
    gesture = '';
    map.getCanvas().classList.remove('drawing');
  };
  const shape = (/** @type {'line' | 'ring'} */ kind) => startShape(map, {
    kind, colour: colour(), lines: () => picture().lines, snapping,
    drawn: (line) => {
      stop();
      actions.drawn(line);
    },
    cancelled: () => {
      stop();
      actions.cancelled();
    },
    moved: (line, snapped) => actions.moved({ line, snapped }),
  });
  const point = (/** @type {PlanGesture} */ wanted) => startPoint(map, {
    snapping, drag: wanted.drag === true, moves: wanted.moves === true, only: onlyOf(wanted.on), must: wanted.on !== undefined && wanted.on !== 'free',
    picked: actions.picked, dragged: actions.dragged, missed: actions.missed,
    moved: (place, snapped, from) => actions.moved({ line: from ? [from, place] : [place], snapped }),
  });

  return {
    get active() {
      return now !== null;
    },
    snapping,
    /** Begins the gesture that is wanted, ends the one that is not. @param {PlanGesture | null} wanted */
    follow(wanted) {
      const name = wanted ? JSON.stringify(wanted) : '';
      if (name === gesture) return;
      stop();
      if (!wanted) return;
      gesture = name;
      now = wanted.kind === 'point' ? point(wanted) : shape(wanted.kind);
      map.getCanvas().classList.add('drawing');
    },
    stop,
    finish: () => now?.finish(),
    takeBack: () => now?.takeBack(),
  };
}

/** What a point must lie on. @param {PlanGesture['on']} on @returns {SnapTo | null} */
function onlyOf(on) {
  if (on === 'free') return { vertex: false, edge: false, street: false };
  return on ? { vertex: on === 'vertex', edge: on === 'edge', street: on === 'street' } : null;
}
