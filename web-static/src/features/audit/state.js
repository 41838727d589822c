import { endOfDay, startOfDay } from '../people/days.js';

/** What is asked of the record. Nothing here touches the document or the server. */

/** @type {Readonly<AuditFilter>} */
export const EVERYTHING = { account: '', action: '', subject: '', outcome: '', from: '', to: '' };

/**
 * The query of a filter: days become instants of the site's calendar, what is empty is left out.
 *
 * @param {AuditFilter} filter @param {string} timeZone
 * @returns {Record<string, string>}
 */
export function queryOf({ from, to, ...words }, timeZone) {
  const said = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ''));
  return {
    ...said,
    ...(from ? { from: startOfDay(from, timeZone) } : {}),
    ...(to ? { to: endOfDay(to, timeZone) } : {}),
  };
}

/** How much of a verification is done, 0 to 1. @param {{ checked: number, total: number }} progress */
export const shareOf = ({ checked, total }) => (total === 0 ? 0 : Math.min(1, checked / total));

/** A long hexadecimal number in groups of eight, which can be compared by eye. @param {string} hex */
export const grouped = (hex) => hex.replace(/(.{8})(?=.)/g, '$1 ');
