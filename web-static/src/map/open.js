/**
 * Reads the code of the map that this browser can draw; the library is read only where it is of use.
 *
 * @param {boolean} outline
 * @returns {Promise<(place: HTMLElement, start: { state: State, words: Words, box: Box, actions: MapActions, wallLayers?: WallLayers }) => MapView>}
 */
export async function mapCreator(outline) {
  return outline ? (await import('./outline.js')).createOutlineMap : (await import('./gl.js')).createGlMap;
}
