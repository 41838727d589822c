/** One stream for many pages of one browser. */

const MOST_HELD = 1000;

/** The changes that came lately: all that came after a number. */
function createHeld() {
  /** @type {LiveChange[]} */
  let recent = [];
  let from = 0;
  let last = 0;
  return {
    last: () => last,
    /** @param {number} number */
    startFrom(number) {
      last = from = number;
      recent = [];
    },
    /** @param {LiveChange} change */
    add(change) {
      last = change.number;
      recent.push(change);
      if (recent.length > MOST_HELD) from = recent.splice(0, 1)[0].number;
    },
    /** What a page has missed that shows everything up to a number. @param {number} after @returns {LiveMessage[]} */
    since: (after) => (after < from ? [{ kind: 'reset', newest: last }] : recent.filter((change) => change.number > after)),
  };
}

/**
 * Opens the stream when the first page joins and tells every page what comes, and what came since it read what it shows.
 *
 * @param {(after: number, tell: (message: LiveMessage) => void) => (() => void)} open gives the way to end it
 */
export function createHub(open) {
  /** @type {Set<(message: LiveMessage) => void>} */
  const pages = new Set();
  const held = createHeld();
  /** @type {string | null} Whose page joined last; before the first, nobody's. */
  let account = null;
  /** @type {(() => void) | null} */
  let close = null;
  /** @type {Partial<Record<'link' | 'beat', LiveMessage>>} */
  const now = {};

  /** @param {LiveMessage} message */
  function heard(message) {
    if (message.kind === 'change') held.add(message);
    else if (message.kind === 'reset') held.startFrom(message.newest);
    else if (message.kind === 'beat') now.beat = message;
    else now.link = message;
    if (message.kind === 'ended') close = null;
    for (const tell of pages) tell(message);
  }

  /** @param {(message: LiveMessage) => void} tell @param {number} after */
  function catchUp(tell, after) {
    if (now.link) tell(now.link);
    if (now.beat && now.link?.kind === 'hello') tell(now.beat);
    held.since(after).forEach(tell);
  }

  /** @param {number} number @param {string} who */
  function reopen(number, who) {
    close?.();
    delete now.link;
    held.startFrom(number);
    account = who;
    close = open(number, heard);
  }

  return {
    /**
     * A page that shows everything up to a number. It may join again when it missed something. When someone else has signed
     * in, the stream is opened anew: what came to the one before may not be for the other, and may lack what is.
     *
     * @param {(message: LiveMessage) => void} tell @param {number} after @param {string} [who] the account that looks at the page
     */
    join(tell, after, who = '') {
      pages.add(tell);
      if (!close || who !== account) reopen(account === null ? after : held.last(), who);
      catchUp(tell, after);
    },
    /** @param {(message: LiveMessage) => void} tell */
    leave: (tell) => void pages.delete(tell),
  };
}
