/** So many grids are told one by one. */
const MOST_TOLD = 3;

/**
 * What an edit did, in a sentence: the grids it made or changed, with their households.
 *
 * @param {PlanWork} work @param {PlanData} before @param {PlanData & Partial<PlanPreview>} after @param {Words} words
 */
export function saidOf(work, before, after, words) {
  const made = resultOf(after).map(({ properties }) => properties);
  if (work.tool === 'split' && made.length === 2) {
    const old = before.grids.features.find(({ id }) => id === work.values.face)?.properties.code ?? '';
    const [a, b] = made;
    return words.t('plan.split-said', { old: short(old), a: short(a.code), an: a.households, b: short(b.code), bn: b.households });
  }
  if (work.tool === 'renumber') return words.t('plan.renumbered', { n: made.length, first: short(made[0]?.code ?? ''), last: short(made[made.length - 1]?.code ?? '') });
  const grids = made.slice(0, MOST_TOLD).map((grid) => sizeOf(grid, words)).join(words.t('plan.and'));
  return words.t('plan.did', { what: words.t(`plan.tool.${work.tool}.done`), grids: grids ? words.t('plan.did-grids', { grids }) : '' });
}

/** The grids that are new, then those that look different. @param {Partial<PlanPreview> | null} edit @returns {GeoFeature<PlanFace>[]} */
export const resultOf = (edit) => [...(edit?.made?.features ?? []), ...(edit?.after?.features ?? [])];

/** @param {PlanFace} grid @param {Words} words */
export const sizeOf = ({ code, households }, words) => words.t('plan.grid-size', { code: short(code), n: words.number(households) });

/** @param {string} code */
const short = (code) => code.slice(-3);
