/** How far somebody's roles go, as the server will judge it: only areas of the tree can be given on. Nothing here touches the document. */

/** @type {Readonly<Reach>} */
export const EVERYWHERE = { everywhere: true, areas: [] };

/**
 * Where the grants that hold now are held: those of one role, or of any.
 *
 * @param {Pick<Grant, 'role' | 'holds' | 'everywhere' | 'partition' | 'area'>[]} grants @param {string} [role]
 * @returns {Reach} areas: codes, none below another
 */
export function reachOf(grants, role) {
  const held = grants.filter((grant) => grant.holds && (role === undefined || grant.role === role));
  if (held.some(({ everywhere }) => everywhere)) return EVERYWHERE;
  const codes = [...new Set(held.flatMap(({ partition, area }) => (partition === 'tree' && area ? [area] : [])))].sort();
  return { everywhere: false, areas: codes.filter((code) => !codes.some((other) => other !== code && code.startsWith(other))) };
}

/** Whether an area of the tree lies within. @param {Reach} reach @param {string} code */
export const reaches = ({ everywhere, areas }, code) => everywhere || areas.some((area) => code.startsWith(area));

/** What is searched for to find an area: nothing typed finds the own ones with what lies below. @param {Reach} reach @param {string} typed */
export const searchesOf = ({ everywhere, areas }, typed) => (everywhere || typed !== '' ? [typed] : areas);
