import { html, svg } from '../../ui/html.js';

const FRAME = { width: 480, height: 360, edge: 14 };
const SILENCE_MS = 120_000;

/**
 * The grids of a patrol, their streets walked and not, and where its person went.
 *
 * @param {RoundSheet['ground']['features']} features @param {GeoFeature<WalkedTrack>[]} tracks @param {{ words: Words, run: RoundRun }} to
 */
export function mapView(features, tracks, { words, run }) {
  const on = planeOf(features);
  if (!on) return null;
  const grids = features.filter(({ properties }) => properties.kind === 'grid');
  const streets = (/** @type {boolean} */ walked) => features.filter(({ properties }) => properties.kind === 'street' && properties.walked === walked).map(({ geometry }) => pathOf(geometry?.coordinates ?? [], on)).join('');
  return html`<figure class="round-map"><svg viewBox=${`0 0 ${FRAME.width} ${FRAME.height}`} role="img" aria-label=${words.t('round.map')}>
      ${grids.map(({ geometry, properties }) => svg`<path class=${`round-ground ${run.grids.find(({ code }) => code === properties.code)?.met ? 'met' : ''}`} d=${ringsOf(geometry).map((ring) => `${pathOf(ring, on)}Z`).join('')} />`)}
      ${svg`<path class="round-street" d=${streets(false)} /><path class="round-street walked" d=${streets(true)} />`}
      ${tracks.map((track) => svg`<path class="round-track" d=${trackPath(track, run, on)} />`)}</svg>
    <figcaption class="round-legend">${['street', 'street walked', 'track'].map((name) => html`<span class="round-key"><svg viewBox="0 0 30 12" aria-hidden="true">${svg`<path class=${`round-${name}`} d="M1 6H29" />`}</svg>${words.t(`round.map.${name.replace(' ', '-')}`)}</span>`)}</figcaption></figure>`;
}

/** @typedef {(at: number[]) => string} OnPlane */

/** Where a place lies in the picture: all grids fit in. @param {RoundSheet['ground']['features']} features @returns {OnPlane | null} */
export function planeOf(features) {
  const points = features.filter(({ properties }) => properties.kind === 'grid').flatMap(({ geometry }) => ringsOf(geometry).flat());
  if (points.length === 0) return null;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min((FRAME.width - 2 * FRAME.edge) / ((east - west) * narrow), (FRAME.height - 2 * FRAME.edge) / (north - south));
  const dx = (FRAME.width - (east - west) * narrow * scale) / 2;
  const dy = (FRAME.height - (north - south) * scale) / 2;
  return ([x, y]) => `${(dx + (x - west) * narrow * scale).toFixed(1)} ${(dy + (north - y) * scale).toFixed(1)}`;
}

/** @param {any} geometry @returns {number[][][]} */
const ringsOf = (geometry) => (geometry?.type === 'Polygon' ? geometry.coordinates : geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : []);

/** @param {number[][]} line @param {OnPlane} on */
const pathOf = (line, on) => (line.length === 0 ? '' : `M${line.map(on).join('L')}`);

/** What was walked in the patrol's times; leaps and silences are not drawn. @param {GeoFeature<WalkedTrack>} track @param {RoundRun} run @param {OnPlane} on */
export function trackPath({ geometry, properties }, run, on) {
  const line = geometry?.type === 'LineString' ? geometry.coordinates : [];
  const ms = properties.times.map((time) => Date.parse(time));
  const isIn = (/** @type {number} */ at) => run.spans.some(([from, to]) => at >= Date.parse(from) && at <= Date.parse(to));
  let path = '';
  line.forEach((/** @type {number[]} */ at, /** @type {number} */ i) => {
    if (!isIn(ms[i])) return;
    const begins = i === 0 || !isIn(ms[i - 1]) || properties.jumps.includes(i) || ms[i] - ms[i - 1] > SILENCE_MS;
    path += `${begins ? 'M' : 'L'}${on(at)}`;
  });
  return path;
}
