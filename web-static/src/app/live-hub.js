/** One stream for many pages of one browser. */

const MOST_HELD = 1000;

/**
 * Opens the stream when the first page joins and tells every page what comes, and what came since it read what it shows.
 *
 * @param {(after: number, tell: (message: LiveMessage) => void) => void} open
 */
export function createHub(open) {
  /** @type {Set<(message: LiveMessage) => void>} */
  const pages = new Set();
  /** @type {LiveChange[]} */
  let recent = [];
  /** @type {number | null} */
  let last = null;
  /** @type {Partial<Record<'link' | 'beat', LiveMessage>>} */
  const now = {};

  /** @param {LiveMessage} message */
  function heard(message) {
    if (message.kind === 'change') {
      last = message.number;
      recent = [...recent.slice(recent.length >= MOST_HELD ? 1 : 0), message];
    } else if (message.kind === 'reset') {
      last = message.newest;
      recent = [];
    } else if (message.kind === 'beat') now.beat = message;
    else now.link = message;
    for (const tell of pages) tell(message);
  }

  /** @param {(message: LiveMessage) => void} tell @param {number} after */
  function catchUp(tell, after) {
    if (now.link) tell(now.link);
    if (now.beat && now.link?.kind === 'hello') tell(now.beat);
    if (last === null || after >= last) return;
    if (recent[0] && recent[0].number <= after + 1) for (const change of recent) change.number > after && tell(change);
    else tell({ kind: 'reset', newest: last });
  }

  return {
    /**
     * A page that shows everything up to a number. It may join again when it missed something.
     *
     * @param {(message: LiveMessage) => void} tell @param {number} after
     */
    join(tell, after) {
      pages.add(tell);
      if (last !== null) return catchUp(tell, after);
      last = after;
      open(after, heard);
    },
    /** @param {(message: LiveMessage) => void} tell */
    leave: (tell) => void pages.delete(tell),
  };
}
