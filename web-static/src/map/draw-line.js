import { TerraDraw, TerraDrawLineStringMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { onLattice, snapTo } from './snap.js';

const REACH = { vertexPixels: 12, edgePixels: 10 };

/**
 * Drawing one line by clicks, by terra-draw behind this adapter: it snaps to the borders given and shows where, ends at
 * the click that reaches the outer border again, at Enter or a double click, and gives up at Escape.
 *
 * @param {import('maplibre-gl').Map} map
 * @param {{ colour: () => string, borders: () => { outer: boolean, ring: Position[] }[],
 *   drawn: (line: Position[]) => void, cancelled: () => void }} options
 */
export function createLineDrawing(map, { colour, borders, drawn, cancelled }) {
  /** @type {import('terra-draw').TerraDraw | null} */
  let draw = null;
  const stop = () => {
    draw?.stop();
    draw = null;
    map.getCanvas().classList.remove('drawing');
  };
  /** @param {Position} place */
  const isOnOuter = (place) => {
    const at = map.project(place);
    const snapped = snapTo(at, borders().filter((border) => border.outer), (p) => map.project(p), { vertexPixels: 1.5, edgePixels: 1.5 });
    return snapped !== null;
  };
  /** @param {Position[]} committed */
  const reaches = (committed) => committed.length >= 2 && isOnOuter(committed[0]) && isOnOuter(committed[committed.length - 1]);
  const finish = () => map.getCanvas().dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter', bubbles: true }));

  return {
    get active() {
      return draw !== null;
    },
    start() {
      stop();
      const drawing = new TerraDraw({
        adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9, prefixId: 'drawing' }),
        modes: [lineMode(map, colour(), borders)],
      });
      draw = drawing;
      drawing.start();
      drawing.setMode('linestring');
      map.getCanvas().classList.add('drawing');
      drawing.on('finish', (id) => {
        const line = drawing.getSnapshotFeature(id)?.geometry.coordinates ?? [];
        // Not within terra-draw's own event: it goes on using what stopping takes away.
        queueMicrotask(() => {
          stop();
          drawn(line.map(([lng, lat]) => /** @type {Position} */ ([onLattice(lng), onLattice(lat)])));
        });
      });
      drawing.on('change', (ids, type) => {
        if (type === 'delete' && drawing.getSnapshot().length === 0) queueMicrotask(() => draw === drawing && drawing.getSnapshot().length === 0 && giveUp());
        const line = ids.map((id) => drawing.getSnapshotFeature(id)).find((feature) => feature?.geometry.type === 'LineString');
        // The last of them goes with the pointer, the others were clicked.
        if (draw === drawing && line && reaches(line.geometry.coordinates.slice(0, -1))) queueMicrotask(finish);
      });
    },
    finish,
    stop,
  };

  function giveUp() {
    stop();
    cancelled();
  }
}

/**
 * @param {import('maplibre-gl').Map} map @param {string} colour @param {() => { outer: boolean, ring: Position[] }[]} borders
 */
function lineMode(map, colour, borders) {
  return new TerraDrawLineStringMode({
    pointerDistance: 20,
    showCoordinatePoints: true,
    snapping: {
      toCustom: (/** @type {{ containerX: number, containerY: number }} */ { containerX, containerY }) =>
        snapTo({ x: containerX, y: containerY }, borders(), (place) => map.project(place), REACH)?.place,
    },
    styles: {
      lineStringColor: colour, lineStringWidth: 3, lineStringDash: [6, 4],
      snappingPointColor: colour, snappingPointWidth: 7, snappingPointOutlineColor: '#ffffff', snappingPointOutlineWidth: 2,
      coordinatePointColor: colour, coordinatePointWidth: 4, coordinatePointOutlineColor: '#ffffff', coordinatePointOutlineWidth: 1,
      closingPointColor: colour, closingPointWidth: 5, closingPointOutlineColor: '#ffffff', closingPointOutlineWidth: 2,
    },
  });
}
