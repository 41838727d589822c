const MOST = 5000;
const AGAIN_MS = 60_000;

/**
 * Keeps the names beside the codes of the table of people, while it is open: masked as the server masks them for the
 * reader, and read again each minute, so that who was erased does not stay.
 *
 * @param {Page} page
 */
export function followNames({ store, api }) {
  const read = async () => {
    if (!wantsNames(store.state()) || document.hidden) return;
    try {
      const { features } = await api.people(MOST, new AbortController().signal);
      store.dispatch({ kind: 'names', names: namesIn(features) });
    } catch {
      // The table has the codes; the next time comes.
    }
  };
  store.watch(wantsNames, read);
  setInterval(read, AGAIN_MS);
  read();
}

/** Whether names are shown, and may be. @param {Pick<State, 'site' | 'tab' | 'tablesOpen'>} state */
export const wantsNames = ({ site, tab, tablesOpen }) => tablesOpen && tab === 'people' && site.status === 'ready' && site.data.canRead.includes('people');

/** @param {{ properties: Pick<KnownPerson, 'code' | 'name'> }[]} people @returns {Map<string, string>} */
export const namesIn = (people) => new Map(people.filter(({ properties }) => properties.name).map(({ properties }) => [properties.code, properties.name]));
