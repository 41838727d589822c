/**
 * What this browser draws with. Making a context takes tens of milliseconds, so it is asked once.
 *
 * @typedef {{ webgl2: boolean, software: boolean }} Drawing `software`: drawn by the processor, as on remote desktops, in
 *   virtual machines and in tests
 */

/** @type {Drawing | null} */
let known = null;

/** @returns {Drawing} `?outline` in the address asks for the drawing without WebGL2 */
export function drawingOfBrowser() {
  known ??= new URLSearchParams(window.location.search).has('outline') ? { webgl2: false, software: true } : probe();
  return known;
}

/** @returns {Drawing} */
function probe() {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    if (!context) return { webgl2: false, software: true };
    const names = context.getExtension('WEBGL_debug_renderer_info');
    const renderer = names ? String(context.getParameter(names.UNMASKED_RENDERER_WEBGL)) : '';
    context.getExtension('WEBGL_lose_context')?.loseContext();
    return { webgl2: true, software: isSoftware(renderer) };
  } catch {
    return { webgl2: false, software: true };
  }
}

/** @param {string} renderer as WebGL names it */
export const isSoftware = (renderer) => /swiftshader|llvmpipe|software|basic render/i.test(renderer);
