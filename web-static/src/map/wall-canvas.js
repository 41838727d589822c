/** @typedef {import('maplibre-gl').Map} GlMap */

/**
 * A picture of its own above the map's, which moves with it. It takes no pointer.
 *
 * @param {GlMap} map @param {string} name
 */
export function canvasAbove(map, name) {
  const canvas = document.createElement('canvas');
  canvas.className = name;
  Object.assign(canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%', pointerEvents: 'none' });
  map.getCanvasContainer().append(canvas);
  return canvas;
}

/** How large the map is seen. Its picture says so, as asking for the size of its place would have the page laid out each second. @param {GlMap} map */
export function roomOf(map) {
  const { width, height } = map.getCanvas();
  const ratio = map.getPixelRatio();
  return { width: width / ratio, height: height / ratio };
}

/** Gives it as many pixels as the map has. @param {HTMLCanvasElement} canvas @param {GlMap} map */
export function fit(canvas, map) {
  const { width, height } = map.getCanvas();
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

/**
 * Has something drawn whenever the map has moved, in the same picture as the map, and when asked for in the next.
 *
 * @param {GlMap} map @param {() => void} draw @returns {() => void} asks for it
 */
export function drawnWith(map, draw) {
  let waiting = 0;
  let seen = '';
  const now = () => {
    cancelAnimationFrame(waiting);
    waiting = 0;
    draw();
  };
  map.on('render', () => {
    const { lng, lat } = map.getCenter();
    const { width, height } = roomOf(map);
    const here = `${lng} ${lat} ${map.getZoom()} ${width} ${height}`;
    if (here === seen) return;
    seen = here;
    now();
  });
  return () => {
    if (waiting === 0) waiting = requestAnimationFrame(now);
  };
}
