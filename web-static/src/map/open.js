/** Whether this browser draws with WebGL2; `?outline` in the address asks for the drawing without it. */
export function hasWebGl2() {
  if (new URLSearchParams(window.location.search).has('outline')) return false;
  try {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

/**
 * Opens the map that this browser can draw; the library is read only where it is of use.
 *
 * @param {HTMLElement} place
 * @param {{ outline: boolean, state: State, words: Words, box: Box, actions: MapActions }} start
 * @returns {Promise<MapView>}
 */
export async function openMapView(place, { outline, ...start }) {
  if (outline) return (await import('./outline.js')).createOutlineMap(place, start);
  return (await import('./gl.js')).createGlMap(place, start);
}
