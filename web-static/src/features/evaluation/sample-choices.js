import { treeOf } from '../campaign/tree.js';
import { EVERYWHERE, reaches, reachOf } from '../people/reach.js';
import { APPRAISERS } from './supervision-state.js';

const MOST_AREAS = 2_000;

/** Of which areas, categories and departments the reader may draw, and what they are called. @param {FramePage} page @returns {Promise<SampleChoices>} */
export async function choicesOf(page) {
  const { signal } = new AbortController();
  const zh = page.words().lang === 'zh';
  const named = (/** @type {any[]} */ all) => all.map((one) => /** @type {[string, string]} */ ([one.code, zh ? one.nameZh : one.nameEn]));
  const [levels, reach, { categories }, { departments }] = await Promise.all([
    Promise.all(['district', 'street', 'community', 'grid'].map((level) => page.api.areas({ level, geometry: 'none' }, MOST_AREAS, signal))),
    reachOfReader(page, signal),
    page.api.get('/api/incidents/categories', {}, signal),
    page.api.get('/api/incidents/departments', {}, signal),
  ]);
  const areas = levels.flatMap(({ features }) => features.map(({ properties }) => properties)).filter(({ code }) => reaches(reach, code));
  return { areas: treeOf(areas), everywhere: reach.everywhere, categories: named(categories), departments: named(departments) };
}

/** Where that cannot be read the server judges alone. @param {FramePage} page @param {AbortSignal} signal */
async function reachOfReader(page, signal) {
  try {
    const { grants } = /** @type {OwnAccount} */ (await page.api.get('/api/account', {}, signal));
    return reachOf(grants.filter(({ role }) => APPRAISERS.includes(role)));
  } catch {
    return EVERYWHERE;
  }
}

/** What an area is called. @param {string | null} code @param {SampleChoices | null} known @param {Words} words */
export const areaName = (code, known, words) => (code === null ? words.t('supervision.everywhere') : (known?.areas.find((area) => area.code === code)?.name ?? code));
