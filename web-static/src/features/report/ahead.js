/** What the page asks of the server before its other modules are there: over a thin network these take seconds. */

/** @type {Promise<{ categories: IncidentCategory[] } | null>} null where it could not be read */
export const categories = fetch('/api/incidents/categories').then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
