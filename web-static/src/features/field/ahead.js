/** What the page asks of the server before its other modules are there: over a thin network these take seconds. */

/** Whether the field page is for whoever is signed in. @param {readonly string[]} roles */
export const mayUse = (roles) => roles.some((role) => ['worker', 'handler', 'administrator'].includes(role));

/** Whether errands can be offered to whoever is signed in. @param {readonly string[]} roles */
export const mayHelp = (roles) => roles.some((role) => ['volunteer', 'worker'].includes(role));

/** @param {string} path */
const read = (path) => fetch(path).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);

/** Who is signed in. @type {Promise<SignedIn | null>} null where it could not be read */
export const session = read('/api/session');
/** What they have to do. @type {Promise<any>} null where it could not be read, or is not asked */
export const tasks = session.then((who) => (who && mayUse(who.roles) ? read('/api/tasks') : null));
