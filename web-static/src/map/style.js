import { areaLayers } from './area-layers.js';
import { baseLayers } from './base-layers.js';
import { PALETTES } from './palette.js';
import { thingLayers } from './thing-layers.js';

/**
 * The style of the map: MapLibre style specification 8. No `glyphs`: labels are drawn from the reader's own fonts.
 * `/styles/{theme}.json` are written from {@link sharedStyle} (`npm run styles`) for other programs, and a test holds
 * them to it.
 *
 * @typedef {{ id: string, type: string, source?: string, 'source-layer'?: string, minzoom?: number, maxzoom?: number,
 *   filter?: unknown, layout?: Record<string, unknown>, paint?: Record<string, unknown> }} Layer
 * @typedef {{ version: 8, name: string, sources: Record<string, object>, layers: Layer[] }} Style
 */

const NOTHING = { type: 'FeatureCollection', features: [] };

/** @returns {Record<string, object>} */
const tileSources = () => ({
  base: { type: 'vector', url: '/tiles/base.json' },
  areas: { type: 'vector', url: '/tiles/areas.json', promoteId: 'code' },
});

/**
 * What the page draws: base, areas, and the things it puts on them.
 *
 * @param {Theme} theme
 * @param {Lang} lang of street names
 * @param {number} [scale] of labels and symbols: 1 at a desk, more on a wall
 * @returns {Style}
 */
export function pageStyle(theme, lang, scale = 1) {
  const palette = PALETTES[theme];
  const sources = tileSources();
  for (const name of ['tracks', 'sectors', 'cameras', 'incidents', 'people', 'place', 'marks']) sources[name] = { type: 'geojson', data: NOTHING };
  return {
    version: 8,
    name: `Wangge ${theme}`,
    sources,
    layers: [...baseLayers(palette, lang, scale), ...areaLayers(palette, scale), ...thingLayers(palette, scale)],
  };
}

/**
 * What is served to others: base and grids.
 *
 * @param {Theme} theme
 * @returns {Style}
 */
export function sharedStyle(theme) {
  const palette = PALETTES[theme];
  return {
    version: 8,
    name: `Wangge ${theme}`,
    sources: tileSources(),
    layers: [...baseLayers(palette, 'zh'), ...areaLayers(palette)],
  };
}

/**
 * What must be set on a drawn map so that it follows another style with the same layers.
 *
 * @param {Style} before @param {Style} after
 * @returns {{ layer: string, part: 'paint' | 'layout', name: string, value: unknown }[]}
 */
export function styleChanges(before, after) {
  const old = new Map(before.layers.map((layer) => [layer.id, layer]));
  return after.layers.flatMap((layer) =>
    /** @type {const} */ (['paint', 'layout']).flatMap((part) =>
      Object.entries(layer[part] ?? {})
        .filter(([name, value]) => name !== 'visibility' && JSON.stringify(old.get(layer.id)?.[part]?.[name]) !== JSON.stringify(value))
        .map(([name, value]) => ({ layer: layer.id, part, name, value })),
    ),
  );
}
