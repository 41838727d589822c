import { formatView, parseView } from './kiosk.js';

const KEPT = 'wangge.wall.views';
const MOST = 16;

/** What every wall has to show: the whole place by what is open, by its rates, by where most happens. @returns {WallView[]} */
export const usualViews = () => [
  { name: '', place: null, figure: 'open', density: 'marks' },
  { name: '', place: null, figure: 'closing-rate', density: 'marks' },
  { name: '', place: null, figure: 'none', density: 'heat' },
  { name: '', place: null, figure: 'overdue', density: 'counts' },
];

/** @param {string[]} texts @returns {WallView[]} */
const parsed = (texts) => texts.map(parseView).filter((view) => view !== null).slice(0, MOST);

/** Those that were kept on this screen. @returns {WallView[]} */
export function keptViews() {
  try {
    return parsed((localStorage.getItem(KEPT) ?? '').split('|'));
  } catch {
    return [];
  }
}

/** @param {WallView[]} views */
function keepHere(views) {
  try {
    if (views.length === 0) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, views.map(formatView).join('|'));
  } catch {
    // They take their turns until the page is read anew.
  }
}

/**
 * Views somebody keeps: with their account, so that they are at each desk; on this screen where nobody is signed in. What
 * this screen held goes to the first account that has none.
 *
 * @param {Pick<Page['api'], 'get' | 'send'>} api
 */
export function createSaved(api) {
  const { signal } = new AbortController();
  let version = -1;
  /** @type {WallView[]} */
  let own = keptViews();
  const take = (/** @type {{ version: number, views: string[] }} */ told) => {
    version = told.version;
    own = parsed(told.views);
    return own;
  };
  const put = async (/** @type {WallView[]} */ views) => take(await api.send('PUT', '/api/wall/views', { body: { views: views.map(formatView) }, version, signal }));
  const read = async () => take(await api.get('/api/wall/views', {}, signal));
  return {
    /** Those of the account that is signed in. @returns {Promise<WallView[]>} */
    async signedIn() {
      const here = keptViews();
      await read();
      if (version > 0 || here.length === 0) return own;
      await put(here);
      keepHere([]);
      return own;
    },
    /** One more. @param {WallView} view @returns {Promise<void>} */
    async keep(view) {
      if (version < 0) {
        own = [...own, view].slice(-MOST);
        keepHere(own);
        return;
      }
      try {
        await put([...own, view].slice(-MOST));
      } catch {
        // At another desk one was kept meanwhile.
        await read();
        await put([...own, view].slice(-MOST));
      }
    },
  };
}
