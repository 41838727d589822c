/**
 * The names of areas, asked for one by one and kept: a grant knows its area by code only.
 *
 * @param {{ card: (area: AreaRef, signal: AbortSignal) => Promise<Card> }} api
 * @param {() => void} changed called when a name came
 */
export function createAreaNames(api, changed) {
  /** @type {Map<string, { name: string, above: string } | null>} */
  const known = new Map();
  const ask = async (/** @type {string} */ key, /** @type {AreaRef} */ area) => {
    known.set(key, null);
    try {
      const { area: found, chain } = await api.card(area, new AbortController().signal);
      const above = chain.filter(({ code }) => code !== area.code).map(({ name }) => name);
      known.set(key, { name: found.properties.name, above: area.partition === 'tree' ? above.join(' › ') : '' });
      changed();
    } catch {
      // An area that is no more has no card: its code says enough.
    }
  };
  return (/** @type {AreaRef} */ area) => {
    const key = `${area.partition}/${area.code}`;
    if (!known.has(key)) ask(key, area);
    return known.get(key) ?? { name: area.code, above: '' };
  };
}
