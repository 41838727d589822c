import { TerraDraw, TerraDrawLineStringMode, TerraDrawPolygonMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { onLattice, snapTo } from './snap.js';

/**
 * Drawing a line or a ring by clicks, by terra-draw behind this adapter. A line ends at the click that reaches the outer
 * border again; both end at Enter, at a double click or when told so, and are given up at Escape.
 *
 * @param {import('maplibre-gl').Map} map
 * @param {{ kind: 'line' | 'ring', colour: string, lines: () => readonly SnapLine[], snapping: ReturnType<typeof import('./draw-snap.js').createSnapping>,
 *   drawn: (line: Position[]) => void, cancelled: () => void, moved: (line: Position[], snapped: Snapped | null) => void }} options
 */
export function startShape(map, { kind, colour, lines, snapping, drawn, cancelled, moved }) {
  /** @type {Snapped | null} */
  let snapped = null;
  let over = false;
  // Before the first click there is nothing but the mark of what the pointer is snapped to, which comes and goes.
  let begun = false;
  const mode = modeOf(kind, colour, ({ containerX, containerY }) => {
    snapped = snapping.find({ x: containerX, y: containerY });
    snapping.show(snapped);
    if (!begun) {
      const { lng, lat } = map.unproject([containerX, containerY]);
      moved([snapped?.place ?? [lng, lat]], snapped);
    }
    return snapped?.place;
  });
  const drawing = new TerraDraw({ adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9, prefixId: 'drawing' }), modes: [mode] });
  const stop = () => {
    if (over) return;
    over = true;
    snapping.show(null);
    drawing.stop();
  };
  const reaches = (/** @type {Position[]} */ line) => line.length >= 2 && isOnOuter(map, lines(), line[0]) && isOnOuter(map, lines(), line[line.length - 1]);
  const finish = () => map.getCanvas().dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter', bubbles: true }));

  drawing.start();
  drawing.setMode(kind === 'line' ? 'linestring' : 'polygon');
  drawing.on('finish', (id) => {
    const line = lineOf(drawing.getSnapshotFeature(id));
    // Not within terra-draw's own event: it goes on using what stopping takes away.
    queueMicrotask(() => {
      stop();
      drawn(line.map(([lng, lat]) => /** @type {Position} */ ([onLattice(lng), onLattice(lat)])));
    });
  });
  drawing.on('change', (ids, type) => {
    if (over) return;
    if (begun && type === 'delete' && drawing.getSnapshot().length === 0) queueMicrotask(() => !over && drawing.getSnapshot().length === 0 && giveUp());
    const feature = ids.map((id) => drawing.getSnapshotFeature(id)).find((one) => one && one.geometry.type !== 'Point');
    if (!feature) return;
    begun = true;
    const line = lineOf(feature);
    moved(line, snapped);
    // The last of them goes with the pointer, the others were clicked.
    if (kind === 'line' && reaches(line.slice(0, -1))) queueMicrotask(finish);
  });
  const giveUp = () => {
    stop();
    cancelled();
  };
  return { stop, finish, takeBack: () => mode.undo() };
}

/** @param {import('terra-draw').DrawnFeature | undefined} feature @returns {Position[]} */
function lineOf(feature) {
  const coordinates = /** @type {any} */ (feature?.geometry.coordinates ?? []);
  return feature?.geometry.type === 'Polygon' ? coordinates[0] : coordinates;
}

/** @param {import('maplibre-gl').Map} map @param {readonly SnapLine[]} lines @param {Position} place */
function isOnOuter(map, lines, place) {
  const outer = lines.filter((line) => line.outer);
  return snapTo(map.project(place), outer, (p) => map.project(p), { vertexPixels: 1.5, edgePixels: 1.5 }) !== null;
}

/** @param {'line' | 'ring'} kind @param {string} colour @param {(at: { containerX: number, containerY: number }) => Position | undefined} toCustom */
function modeOf(kind, colour, toCustom) {
  const points = {
    coordinatePointColor: colour, coordinatePointWidth: 5, coordinatePointOutlineColor: '#ffffff', coordinatePointOutlineWidth: 1.5,
    closingPointColor: colour, closingPointWidth: 7, closingPointOutlineColor: '#ffffff', closingPointOutlineWidth: 2,
    snappingPointOpacity: 0, snappingPointOutlineOpacity: 0,
  };
  const shared = { pointerDistance: 20, showCoordinatePoints: true, snapping: { toCustom } };
  return kind === 'line'
    ? new TerraDrawLineStringMode({ ...shared, styles: { ...points, lineStringColor: colour, lineStringWidth: 3, lineStringDash: [6, 4] } })
    : new TerraDrawPolygonMode({ ...shared, styles: { ...points, fillColor: colour, fillOpacity: 0.15, outlineColor: colour, outlineWidth: 3 } });
}
