/** How old each layer is, and when that has to be said. Nothing here touches the document or the server. */

/**
 * Until when a layer is as it should be, and from when on what it shows may be wrong, in milliseconds. The stream beats
 * every 2 s; positions come each second; figures are asked for every minute; of cameras the stream tells.
 *
 * @type {Record<WallLayer, { lag: number, old: number }>}
 */
export const LIMITS = {
  incidents: { lag: 5_000, old: 30_000 },
  whistles: { lag: 5_000, old: 30_000 },
  people: { lag: 5_000, old: 30_000 },
  figures: { lag: 150_000, old: 600_000 },
  cameras: { lag: 1_200_000, old: 7_200_000 },
};

/** @type {readonly WallLayer[]} */
export const LAYERS = ['incidents', 'whistles', 'people', 'figures', 'cameras'];

/**
 * How fresh a layer is.
 *
 * @param {WallLayer} layer @param {number | null} heardMs when it was heard of last; null: not yet @param {number} nowMs
 * @returns {{ standing: 'waiting' | 'fresh' | 'lags' | 'old', ageMs: number }}
 */
export function freshness(layer, heardMs, nowMs) {
  if (heardMs === null) return { standing: 'waiting', ageMs: 0 };
  const ageMs = Math.max(0, nowMs - heardMs);
  const { lag, old } = LIMITS[layer];
  return { standing: ageMs < lag ? 'fresh' : ageMs < old ? 'lags' : 'old', ageMs };
}

/** How strongly a layer is drawn: the older, the greyer, and never gone. @param {{ standing: string, ageMs: number }} fresh @param {WallLayer} layer */
export function strength({ standing, ageMs }, layer) {
  if (standing !== 'lags' && standing !== 'old') return 1;
  const { lag, old } = LIMITS[layer];
  const part = Math.min(1, (ageMs - lag) / (old - lag));
  // In steps, so that nothing is drawn anew each second.
  return Math.round((0.75 - 0.4 * part) * 20) / 20;
}
