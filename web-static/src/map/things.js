import { MARK_RANK, incidentMark } from '../features/incident/mark.js';
import { listed, pickedFeature } from '../app/rows.js';
import { sector } from './sector.js';

/**
 * The things of the lists as the map's sources take them.
 *
 * @typedef {{ type: 'FeatureCollection', features: object[] }} Collection
 */

/** @param {object[]} features @returns {Collection} */
const collection = (features) => ({ type: 'FeatureCollection', features });

/** @param {State} state @param {'incidents' | 'cameras' | 'tracks'} kind @returns {GeoFeature<any>[]} */
export function featuresOf(state, kind) {
  return state.layers[kind] ? listed(state, kind).filter((feature) => feature.geometry) : [];
}

/**
 * Those of the list, and those that see the place asked about, which are drawn whatever is switched on.
 *
 * @param {State} state @returns {GeoFeature<CameraProps>[]}
 */
export function camerasOf(state) {
  const covering = state.here?.cameras.status === 'ready' ? state.here.cameras.data : [];
  const seen = new Set(covering.map((feature) => feature.properties.id));
  return [...featuresOf(state, 'cameras').filter((feature) => !seen.has(feature.properties.id)), ...covering];
}

/** Its place among those that see the place asked about; 0 for others. @param {GeoFeature<any>} feature @returns {number} */
const rankOf = (feature) => feature.properties.rank ?? 0;

/** @param {State} state @param {'incidents' | 'cameras' | 'tracks'} kind @param {string} id */
const isPicked = (state, kind, id) => state.picked?.kind === kind && state.picked.id === id;

/** @param {GeoFeature<any>} feature @param {Record<string, unknown>} properties */
const drawn = (feature, properties) => ({
  type: 'Feature', geometry: feature.geometry, properties: { id: feature.properties.id, ...properties },
});

/**
 * Everything but people, who move while the rest stands still: see {@link peopleSource}.
 *
 * @param {State} state @returns {Record<'incidents' | 'cameras' | 'sectors' | 'tracks' | 'place' | 'marks', Collection>}
 */
export function thingSources(state) {
  const cameras = camerasOf(state);
  return {
    incidents: collection(
      featuresOf(state, 'incidents').map((feature) => {
        const mark = incidentMark(feature.properties);
        return drawn(feature, { mark, rank: MARK_RANK[mark] });
      }),
    ),
    cameras: collection(cameras.map((feature) => drawn(feature, { mark: isOnline(feature) ? 'on' : 'off', rank: rankOf(feature) }))),
    sectors: collection(cameras.flatMap((feature) => sectorFeature(feature, isPicked(state, 'cameras', feature.properties.id)))),
    tracks: collection(
      featuresOf(state, 'tracks').map((feature) => drawn(feature, { picked: isPicked(state, 'tracks', feature.properties.id) })),
    ),
    place: collection(chosenPlace(state)),
    marks: marksSource(state),
  };
}

/** Those who were heard of last stand above the others. @param {Pick<State, 'layers' | 'people'>} state @returns {Collection} */
export function peopleSource({ layers, people }) {
  if (!layers.people) return collection([]);
  return collection([...people.values()].map(({ staffCode, lng, latitude, state: mark }) => ({
    type: 'Feature', geometry: { type: 'Point', coordinates: [lng, latitude] }, properties: { id: staffCode, mark, rank: mark === 'stale' ? 0 : 1 },
  })));
}

/** The mark of what is picked, and of the place that was asked about. @param {State} state @returns {Collection} */
export const marksSource = (state) => collection(marks(state));

/** @param {GeoFeature<CameraProps>} feature @returns {boolean} */
export const isOnline = (feature) => feature.properties.state === 'online';

/** What it sees where the server has said so, cut by buildings; else its sector. @param {GeoFeature<CameraProps>} feature @param {boolean} picked @returns {object[]} */
function sectorFeature(feature, picked) {
  const { id, directionCertainty: certainty } = feature.properties;
  const ring = feature.geometry && sector(feature.geometry.coordinates, feature.properties);
  const seen = feature.properties.seen ?? (ring && { type: 'Polygon', coordinates: [ring] });
  if (!seen) return [];
  return [{ type: 'Feature', geometry: seen, properties: { id, certainty, picked, seeing: rankOf(feature) > 0 } }];
}

/** @param {State} state @returns {object[]} */
function chosenPlace({ place, placeCard }) {
  if (!place || placeCard.status !== 'ready') return [];
  const { geometry } = placeCard.data.place;
  return geometry && geometry.type !== 'Point' ? [{ type: 'Feature', geometry, properties: {} }] : [];
}

/** @param {State} state @returns {object[]} */
function marks(state) {
  const all = [];
  const hovered = state.hovered === null ? null : /** @type {Picked} */ ({ kind: 'incidents', id: state.hovered });
  for (const picked of [hovered, state.under, state.picked]) {
    if (!picked || picked.kind === 'tracks') continue;
    const feature = picked.kind === 'cameras' ? camerasOf(state).find(({ properties }) => properties.id === picked.id) : state.layers[picked.kind] && pickedFeature({ ...state, picked });
    if (feature && feature.geometry) all.push({ type: 'Feature', geometry: feature.geometry, properties: { mark: picked === hovered ? 'hovered' : 'picked' } });
  }
  for (const { geometry, properties } of state.whistles) {
    all.push({ type: 'Feature', geometry, properties: { mark: properties.unheardSince ? 'whistle-unheard' : properties.reached ? 'whistle-reached' : 'whistle' } });
  }
  if (state.here) {
    all.push({ type: 'Feature', geometry: { type: 'Point', coordinates: [state.here.lng, state.here.lat] }, properties: { mark: 'here' } });
  }
  return all;
}
