import { MOTION_MS, anyMoves, between } from './motion.js';
import { marksSource, peopleSource } from './things.js';
import { drawingOfBrowser } from './webgl.js';

/** @typedef {import('maplibre-gl').Map} GlMap */

/** Pictures a second are plenty for people on foot. */
const STEP_MS = 50;

/**
 * Lets people walk from one frame of positions to the next instead of leaping. Nobody walks while the page is hidden, where
 * the reader asked for no motion, and where pictures are drawn without a graphics card.
 *
 * @param {GlMap} map
 */
export function createPeople(map) {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');
  const { software } = drawingOfBrowser();
  let seen = /** @type {ReadonlyMap<number, Person>} */ (new Map());
  let from = seen;
  let since = 0;
  let frame = 0;
  /** @type {State | null} */
  let now = null;

  /** @param {ReadonlyMap<number, Person>} people */
  const draw = (people) => {
    if (!now) return;
    seen = people;
    setSource(map, 'people', peopleSource({ ...now, people }));
    drawMark();
  };
  const drawMark = () => {
    if (now?.picked?.kind === 'people') setSource(map, 'marks', marksSource({ ...now, people: seen }));
  };
  /** @param {number} before */
  const walk = (before) => {
    frame = requestAnimationFrame((time) => {
      if (!now) return;
      if (time - before < STEP_MS) return walk(before);
      const part = (time - since) / MOTION_MS;
      draw(between(from, now.people, part));
      if (part < 1) walk(time);
    });
  };
  return {
    /** Who is where now. @param {State} state @param {boolean} mayWalk */
    show(state, mayWalk) {
      const before = now;
      now = state;
      if (state.people === before?.people && state.layers === before?.layers) return drawMark();
      cancelAnimationFrame(frame);
      from = seen;
      if (!mayWalk || software || still.matches || document.hidden || !state.layers.people || !anyMoves(from, state.people)) return draw(state.people);
      since = performance.now();
      draw(between(from, state.people, 0));
      walk(since);
    },
    dispose: () => cancelAnimationFrame(frame),
  };
}

/** @param {GlMap} map @param {string} name @param {object} data */
export function setSource(map, name, data) {
  /** @type {import('maplibre-gl').GeoJsonSource | undefined} */ (map.getSource(name))?.setData(data);
}
