import { boxOf } from '../map/box.js';
import { createWordsOf } from './i18n.js';
import { pickedFeature } from './rows.js';

/**
 * What every part of the page is given, and the ways to choose and pick that move the map along.
 *
 * @param {Store} store @param {Page['api']} api @param {boolean} outline @param {Page['say']} say
 */
export function createPage(store, api, outline, say) {
  /** @type {MapView | null} */
  let map = null;
  /** @type {AreaRef | null} */
  let fitNext = store.state().view ? null : store.state().selected;
  /** @type {(what: ReadKind | 'card' | 'site' | 'here' | 'place') => void} */
  let retry = () => {};
  const { hear, heard } = createHearing();

  /** @type {Page} */
  const page = {
    store, api, outline, say, hear,
    map: () => map,
    words: createWordsFor(store),
    choose(area, level) {
      fitNext = area;
      if (isSmallScreen()) store.dispatch({ kind: 'tables', open: false });
      store.dispatch({ kind: 'select', area, level });
      store.dispatch({ kind: 'here', here: null });
    },
    mark(picked) {
      const { tablesOpen } = store.state();
      // What has a card of its own is told there: the table comes forward only for the rest, or where it is open already.
      if (!hasCard(picked) || (tablesOpen && !isSmallScreen())) store.dispatch({ kind: 'tab', tab: picked.kind });
      else if (tablesOpen) store.dispatch({ kind: 'tables', open: false });
      store.dispatch({ kind: 'pick', picked });
    },
    pick(picked) {
      const on = store.state().layers[picked.kind];
      if (!on) store.dispatch({ kind: 'layer', layer: picked.kind, on: true });
      if (hasCard(picked) && isSmallScreen()) store.dispatch({ kind: 'tables', open: false });
      store.dispatch({ kind: 'pick', picked });
      const feature = pickedFeature(store.state());
      if (feature?.geometry) goToGeometry(map, feature.geometry);
    },
    place(place, geometry) {
      if (isSmallScreen()) store.dispatch({ kind: 'tables', open: false });
      store.dispatch({ kind: 'place', place: { kind: place.kind, id: place.id } });
      if (geometry) goToGeometry(map, geometry);
    },
    retry: (what) => retry(what),
  };
  return {
    page,
    /** @param {MapView} opened */
    setMap: (opened) => void (map = opened),
    /** @param {typeof retry} how */
    setRetry: (how) => void (retry = how),
    heard,
    /** The area the map shall go to when its outline is there. */
    fitNext: () => fitNext,
    fitted: () => void (fitNext = null),
  };
}

/**
 * The words of the language that is chosen, in the zone of the site.
 *
 * @param {Store} store @param {Record<Lang, Record<string, string>>} [more] what a page of its own says besides
 * @returns {() => Words}
 */
export function createWordsFor(store, more) {
  return createWordsOf(() => {
    const { lang, site } = store.state();
    return { lang, timeZone: site.status === 'ready' ? site.data.timeZone : undefined };
  }, more);
}

/** Hands what the live stream tells to the parts that asked for it. */
function createHearing() {
  /** @type {Set<(message: LiveMessage) => void>} */
  const listeners = new Set();
  return {
    /** @param {(message: LiveMessage) => void} listener */
    hear: (listener) => void listeners.add(listener),
    /** @param {LiveMessage} message */
    heard: (message) => listeners.forEach((listener) => listener(message)),
  };
}

/** @param {Picked} picked */
const hasCard = ({ kind }) => kind === 'people' || kind === 'incidents';

/** Where card and tables share one sheet, as in ui/phone.css. */
const isSmallScreen = () => window.matchMedia('(max-width: 899px)').matches;

/** @param {MapView | null} map @param {Geometry} geometry */
function goToGeometry(map, geometry) {
  const box = boxOf(geometry);
  if (geometry.type === 'Point') map?.center(geometry.coordinates[0], geometry.coordinates[1]);
  else if (box) map?.fit(box);
}
