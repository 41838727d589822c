import { endOfDay, startOfDay } from '../days.js';

/** What is asked of the list of who looked, and how a reader is called. Nothing here touches the document or the server. */

/** @type {Readonly<LookFilter>} */
export const ALL_LOOKS = { kind: '', reader: '', from: '', to: '' };

/**
 * The query of a filter: days become instants of the site's calendar, what is empty is left out.
 *
 * @param {LookFilter} filter @param {string} timeZone @returns {Record<string, string>}
 */
export function lookQuery({ kind, reader, from, to }, timeZone) {
  return {
    ...(kind ? { kind } : {}),
    ...(reader ? { reader } : {}),
    ...(from ? { from: startOfDay(from, timeZone) } : {}),
    ...(to ? { to: endOfDay(to, timeZone) } : {}),
  };
}

/** Whether anything was filtered out. @param {LookFilter} filter */
export const isNarrowed = (filter) => Object.values(filter).some((value) => value !== '');

/**
 * How a reader is called: a screen by its name, nobody's account by a word, others by their account.
 *
 * @param {Look} look @returns {{ key: string, values: Record<string, string> } | null} null where the account says it
 */
export function readerWords({ reader, wall }) {
  if (wall) return { key: 'looks.wall', values: { name: wall } };
  if (reader.startsWith('wall-')) return { key: 'looks.wall-gone', values: { id: reader.slice('wall-'.length) } };
  return reader === 'anonymous' || reader === 'owner' ? { key: `looks.${reader}`, values: {} } : null;
}

/** The roles that tell something of a reader: a wall is one already. @param {Look} look */
export const tellingRoles = ({ roles }) => roles.filter((role) => role !== 'wall' && role !== 'resident' && role !== 'member');

/** @param {LookList} list @param {LookList} next */
export const joined = (list, next) => ({ ...next, looks: [...list.looks, ...next.looks] });
