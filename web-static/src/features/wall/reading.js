import { firstLines } from './ticker.js';

const FIGURES_MS = 60_000;
const CATEGORIES_MS = 3_600_000;
const MOST_AREAS = 20_000;
/** Not all walls ask at the same instant. */
const spread = (/** @type {number} */ ms) => ms * (0.9 + Math.random() / 5);

/**
 * Reads what the wall shows besides what every page has: figures each minute, names when areas have changed, and the lines
 * it begins with. What fails is asked for again; what was there stays, and says how old it is.
 *
 * @param {WallPage} to
 */
export function startReading({ page, wall }) {
  const { api, store } = page;
  let stopped = false;
  /** @param {() => Promise<void>} read @param {number} everyMs @returns {() => void} the way to read at once */
  const keep = (read, everyMs) => {
    let failures = 0;
    let timer = 0;
    let reading = false;
    const again = async () => {
      if (reading) return;
      reading = true;
      clearTimeout(timer);
      try {
        await read();
        failures = 0;
      } catch {
        failures++;
      }
      reading = false;
      if (!stopped) timer = window.setTimeout(again, spread(failures ? Math.min(everyMs, 1000 * 2 ** Math.min(failures, 4)) : everyMs));
    };
    again();
    return again;
  };
  const signal = new AbortController().signal;
  const level = () => (store.state().shown.level === 'community' ? 'community' : 'grid');
  const readFigures = keep(async () => {
    const figures = await api.get('/api/wall/figures', { level: level() }, signal);
    wall.dispatch({ figures, heard: { ...wall.state().heard, figures: performance.now() } });
  }, FIGURES_MS);
  // What was counted before a cut is not what is counted after it.
  store.watch(({ live }) => live.link, (link) => link === 'live' && readFigures());
  keep(async () => {
    const { categories } = await api.categories(signal);
    wall.dispatch({ categories: new Map(categories.map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }])) });
  }, CATEGORIES_MS);
  keep(async () => {
    const known = (await Promise.all(['community', 'grid'].map((one) => api.areas({ level: one, geometry: 'none', limit: 1000 }, MOST_AREAS, signal)))).flatMap(({ features }) => features.map(({ properties }) => properties));
    wall.dispatch({ names: new Map(known.map(({ code, name }) => [code, name])), points: new Map(known.flatMap(({ code, labelPoint }) => (labelPoint ? [[code, labelPoint]] : []))) });
  }, CATEGORIES_MS);
  keep(async () => {
    if (wall.state().lines.length > 0) return;
    const { site } = store.state();
    const now = site.status === 'ready' ? Date.parse(site.data.asOf) : Date.now();
    const { features } = await api.things('incidents', { from: new Date(now - 2 * 86_400_000).toISOString() }, 500, signal);
    if (wall.state().lines.length === 0) wall.dispatch({ lines: firstLines(features.map(({ properties }) => properties)) });
  }, CATEGORIES_MS);
  return () => {
    stopped = true;
  };
}
