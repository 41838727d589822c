/** What a key does at the desk. Pure, but for the listening. */

/** Each action has a letter of its own; two that are never open to one incident at a time may share one. @type {Readonly<Record<string, string>>} */
export const ACTION_KEYS = {
  accept: 'A', confirm: 'Y', file: 'F', dispatch: 'D', 'report-back': 'B', close: 'C', resume: 'R',
  'ask-on-site': 'V', deny: 'O', rework: 'W', 'send-back': 'S', suspend: 'U', cancel: 'K', reject: 'X', reopen: 'Q',
  'ask-extension': 'E', 'endorse-extension': 'G', 'grant-extension': 'G', 'refuse-extension': 'T', appeal: 'Z', 'uphold-appeal': 'G', 'dismiss-appeal': 'T',
};

/** @type {Readonly<Record<string, string>>} */
const MOVES = { n: 'next', ArrowDown: 'next', p: 'before', ArrowUp: 'before', j: 'jump', '/': 'jump', '?': 'help', h: 'home', m: 'map', i: 'incident', l: 'list', 0: 'alarms', Escape: 'let-go' };

/**
 * @param {{ key: string, inField: boolean, onMap: boolean, onButton: boolean }} press
 * @param {readonly string[]} actions what can be done with the chosen incident now
 * @returns {{ do: string, action?: string } | null} null where the key is somebody else's
 */
export function keyed({ key, inField, onMap, onButton }, actions) {
  if (inField) return key === 'Escape' ? { do: 'let-go' } : null;
  // The arrows move the map while it has the focus, and the tabs and menus they are in.
  if (key.startsWith('Arrow') && (onMap || onButton)) return null;
  const letter = key.length === 1 ? key.toLowerCase() : key;
  if (MOVES[letter]) return { do: MOVES[letter] };
  const digit = /^[1-5]$/.test(key) ? Number(key) : 0;
  if (digit) return { do: `filter-${digit}` };
  const action = actions.find((one) => ACTION_KEYS[one] === letter.toUpperCase());
  return action ? { do: 'act', action } : null;
}

/**
 * @param {{ actions: () => readonly string[], doings: Record<string, (action: string) => void> }} to
 */
export function listenToDeskKeys({ actions, doings }) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const target = event.target instanceof Element ? event.target : null;
    const press = {
      key: event.key,
      inField: target?.closest('input[type=text], select, textarea') ? true : false,
      onMap: target?.closest('#map') ? true : false,
      onButton: target?.closest('[role=tablist], .account-menu') ? true : false,
    };
    const found = keyed(press, actions());
    const doing = found && (doings[found.do] ?? null);
    if (!found || !doing) return;
    event.preventDefault();
    doing(found.action ?? '');
  });
}
