/** What a plan is put together from: people, grids, streets. */

const MOST_PEOPLE = 2_000;
const MOST_GRIDS = 2_000;
const MOST_STREETS = 1_000;

/** @typedef {{ code: string, text: string, note: string }} Choice */

/** People in charge of something, and grids. @param {FramePage} page @param {AbortSignal} signal @returns {Promise<{ people: Choice[], grids: Choice[] }>} */
export async function readChoices(page, signal) {
  const [people, grids] = await Promise.all([
    page.api.people(MOST_PEOPLE, signal),
    page.api.areas({ level: 'grid', geometry: 'none' }, MOST_GRIDS, signal),
  ]);
  return {
    people: people.features.map(({ properties }) => personChoice(/** @type {any} */ (properties))).filter(({ note }) => note !== ''),
    grids: grids.features.map(({ properties }) => ({ code: properties.code, text: properties.name, note: properties.code })),
  };
}

/** With the areas of the tree that somebody is in charge of. @param {{ code: string, name?: string, posts?: { partition: string, name: string }[] }} person @returns {Choice} */
export const personChoice = ({ code, name, posts = [] }) => ({ code, text: name || code, note: [...new Set(posts.filter(({ partition }) => partition === 'tree').map((post) => post.name))].join(' · ') });

/** Streets about some grids that have a name, the same name once for each street. @param {FramePage} page @param {readonly string[]} grids @param {AbortSignal} signal @returns {Promise<Choice[]>} */
export async function readStreets(page, grids, signal) {
  const areas = await Promise.all(grids.map((code) => page.api.get(`/api/grids/${code}`, {}, signal)));
  const points = areas.flatMap(({ geometry }) => /** @type {number[][]} */ (geometry ? geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2) : []));
  if (points.length === 0) return [];
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const bbox = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].join(',');
  const streets = await page.api.placeList('streets', { bbox, limit: MOST_STREETS }, MOST_STREETS, signal);
  return streets.features.map(({ properties }) => streetChoice(/** @type {any} */ (properties), page.words().lang)).filter(({ text }) => text !== '');
}

/** @param {{ id: string, nameZh: string, nameEn: string }} street @param {Lang} lang @returns {Choice} */
const streetChoice = ({ id, nameZh, nameEn }, lang) => ({ code: id, text: (lang === 'en' && nameEn) || nameZh, note: '' });
