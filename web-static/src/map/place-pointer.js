/** From here on places are large enough to be meant; further away a click means the area. */
const FIRST_ZOOM = 16.5;

/** Layers of the base map, and what is asked for where they are hit. */
const LAYERS = ['base-building', 'base-street', 'base-street-edge', 'base-water', 'base-green', 'base-block'];

/**
 * Which kind of place is at a point of the map; null where none is, or none is meant.
 *
 * @param {import('maplibre-gl').Map} map @param {State} state @param {{ x: number, y: number }} point @returns {string | null}
 */
export function placeKindAt(map, state, { x, y }) {
  if (!state.layers.base || map.getZoom() < FIRST_ZOOM) return null;
  const found = map.queryRenderedFeatures([x, y], { layers: LAYERS.filter((layer) => map.getLayer(layer)) });
  for (const feature of found) {
    const kind = kindOf(feature.layer.id, feature.properties);
    if (kind) return kind;
  }
  return null;
}

/**
 * Ground without a name is not what people point at.
 *
 * @param {string} layer @param {Record<string, unknown>} properties @returns {string | null}
 */
export function kindOf(layer, { kind, name_zh: name }) {
  if (layer === 'base-building') return 'buildings';
  if (layer.startsWith('base-street')) return 'streets';
  if (!name) return null;
  return kind === 'housing' ? 'estates' : 'grounds';
}
