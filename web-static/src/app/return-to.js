/** Where somebody goes after signing in. Nothing here touches the document or the server. */

const HERE = 'https://here.invalid';

/**
 * The page of this site that an address asks to come back to; null where it asks for none, for one of another site, or for
 * the sign-in page itself.
 *
 * @param {string} search of the address
 */
export function returnPath(search) {
  const asked = new URLSearchParams(search).get('to');
  if (!asked || asked[0] !== '/' || !URL.canParse(asked, HERE)) return null;
  const url = new URL(asked, HERE);
  if (url.origin !== HERE || url.pathname.startsWith('/sign-in') || url.pathname.startsWith('/api/')) return null;
  return url.pathname + url.search + url.hash;
}

/** The sign-in page, which leads back to where one is. @param {{ pathname: string, search: string, hash: string }} from */
export function signInPath({ pathname, search, hash }) {
  const here = pathname + search + hash;
  return here === '/' ? '/sign-in/' : `/sign-in/?to=${encodeURIComponent(here)}`;
}

/** Of several roles, the page of the first of these is where the day begins. @type {readonly [string, string][]} */
const BEGINNINGS = [['operator', '/desk/'], ['planner', '/plan/'], ['approver', '/plan/'], ['liaison', '/?ask=cameras'], ['administrator', '/admin/'], ['worker', '/field/'], ['handler', '/field/'], ['volunteer', '/field/']];

/** The page that somebody with these roles begins on. @param {readonly string[]} roles */
export const beginningOf = (roles) => BEGINNINGS.find(([role]) => roles.includes(role))?.[1] ?? '/';
